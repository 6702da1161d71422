"""What the forms of all questions share (floor 7)."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

REQUIRED = _("Please answer this question.")


class QuestionForm(forms.Form):
    """One question of the registration. `question` is its key in the draft's answers."""

    question = ""
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = field.error_messages.get("missing") or REQUIRED
            field.error_messages["invalid_choice"] = REQUIRED
            if not isinstance(field.widget, forms.RadioSelect | forms.CheckboxInput):
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
