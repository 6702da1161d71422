"""What the forms of all questions share (floor 7)."""

from typing import Any, ClassVar, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.registry.enums import RegistrationKind

REQUIRED = _("Please answer this question.")


# Other words for a field of one kind of registration: kind → field → label or help_text → words.
FieldWords = dict[str, dict[str, dict[str, str | Promise]]]


class QuestionForm(forms.Form):
    """One question of the registration. `question` is its key in the draft's answers."""

    question = ""
    use_required_attribute = False
    words_of_kind: ClassVar[FieldWords] = {}
    # Whether the page has two buttons beside saving: "I do not know" and "I prefer not to say".
    may_be_silent = True

    def __init__(self, *args, kind: str = RegistrationKind.MISSING, **kwargs):
        super().__init__(*args, **kwargs)
        self.of_kind = kind
        for name, words in self.words_of_kind.get(kind, {}).items():
            for attribute, text in words.items():
                setattr(self.fields[name], attribute, text)
        for field in self.fields.values():
            field.error_messages["required"] = field.error_messages.get("missing") or REQUIRED
            field.error_messages["invalid_choice"] = REQUIRED
            if not isinstance(field.widget, forms.RadioSelect | forms.CheckboxInput | forms.CheckboxSelectMultiple):
                field.widget.attrs.update({"class": _classes(field), "autocomplete": "off"})

    def clean(self) -> dict[str, Any]:
        """The cleaned values, for subclasses to look at together."""
        super().clean()
        return self.cleaned_data

    def answers(self) -> dict:
        """The cleaned answers as they are stored (text only). Subclasses say which."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    @classmethod
    def initial_from(cls, answers: dict) -> dict:
        """The stored answers as initial values of the fields."""
        return dict(answers)


def choice_field(form: type[forms.Form] | forms.Form, name: str) -> forms.ChoiceField:
    """Return a field that is known to offer choices."""
    fields = form.fields if isinstance(form, forms.Form) else form.base_fields
    return cast(forms.ChoiceField, fields[name])


def _classes(field: forms.Field) -> str:
    return f"input {field.widget.attrs.get('class', '')}".strip()
