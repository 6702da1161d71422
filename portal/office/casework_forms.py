"""Forms of the work on a file: who has it, tasks, notes, links, risk, closing (floor 7)."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.models import User
from portal.core.dates import today
from portal.core.fields import SafeTextField
from portal.office.forms import CallerReferenceForm
from portal.registry.enums import CaseLinkKind, ClosureReason, NoteVisibility, Risk, TaskKind
from portal.registry.services.assigning import may_have_files

_MISSING = {
    "required": gettext_lazy("Please fill this in."),
    "invalid_choice": gettext_lazy("Please fill this in."),
    "invalid": gettext_lazy("Please fill this in."),
}
_MOST_DAYS = 730


def name_of(user: User) -> str:
    """How a colleague is called."""
    return user.get_full_name() or user.username


class _Colleague(forms.ModelChoiceField):
    """Somebody who answers families."""

    def __init__(self, **kwargs):
        widget = forms.Select(attrs={"class": "input"})
        super().__init__(
            queryset=User.objects.none(), widget=widget, empty_label="—", error_messages=_MISSING, **kwargs
        )

    def label_from_instance(self, obj: User) -> str:
        """The name."""
        return name_of(obj)


def _choice(label, choices, **kwargs) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=_MISSING, **kwargs)


def _words(label, help_text="", *, rows: int = 4, required: bool = True) -> SafeTextField:
    widget = forms.Textarea(attrs={"class": "input", "rows": rows, "autocomplete": "off"})
    return SafeTextField(
        label=label, help_text=help_text, required=required, widget=widget, error_messages={**_MISSING}
    )


class HandOverForm(forms.Form):
    """To whom, and what they should know. `seen` is the assignment on the page from which it is sent."""

    use_required_attribute = False
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)
    to = _Colleague(label=gettext_lazy("Who has this file from now on?"))
    note = _words(
        gettext_lazy("What they should know"),
        gettext_lazy("What was promised, and what the family waits for."),
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = may_have_files()  # type: ignore[attr-defined]


class HandOverAllForm(forms.Form):
    """All files of somebody who leaves, to somebody else."""

    use_required_attribute = False
    of = _Colleague(label=gettext_lazy("Whose files?"))
    to = _Colleague(label=gettext_lazy("Who has them from now on?"))
    note = _words(gettext_lazy("What they should know"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Whoever left may have lost the role already, and still have files.
        self.fields["of"].queryset = User.objects.filter(role_grants__isnull=False).distinct().order_by("username")  # type: ignore[attr-defined]
        self.fields["to"].queryset = may_have_files()  # type: ignore[attr-defined]

    def clean(self) -> dict:
        """Two people."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("of") and cleaned.get("of") == cleaned.get("to"):
            self.add_error("to", _("Please choose somebody else."))
        return cleaned


class TaskForm(forms.Form):
    """What, until when, and for whom. `key` makes it one task, however often the form is sent."""

    use_required_attribute = False
    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=gettext_lazy("What is to be done?"),
        choices=[("", "—"), *TaskKind.choices],
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=_MISSING,
    )
    words = _words(
        gettext_lazy("More about it"),
        gettext_lazy("It stands on the file only, never on the first page."),
        rows=3,
        required=False,
    )
    due_on = forms.DateField(
        label=gettext_lazy("Until which day?"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"class": "input", "type": "date"}, format="%Y-%m-%d"),
        error_messages={**_MISSING, "invalid": gettext_lazy("Please write the day like this: 2026-03-14.")},
    )
    for_whom = _Colleague(label=gettext_lazy("Who does it?"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["for_whom"].queryset = may_have_files()  # type: ignore[attr-defined]

    def clean_due_on(self):
        """A day that is not over, and not in another age."""
        due = self.cleaned_data["due_on"]
        if due < today():
            raise ValidationError(_("This day is over."))
        if due > today() + timedelta(days=_MOST_DAYS):
            raise ValidationError(_("Please choose a day within two years."))
        return due

    def clean(self) -> dict:
        """Something else is said in words."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == TaskKind.OTHER and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", _("Please say what is to be done."))
        return cleaned


class NoteForm(forms.Form):
    """A note. `key` makes it one note, however often the form is sent."""

    use_required_attribute = False
    key = forms.UUIDField(widget=forms.HiddenInput)
    words = _words(
        gettext_lazy("Note"),
        gettext_lazy("It cannot be changed; a newer note takes its place."),
        rows=8,
    )
    visibility = _choice(gettext_lazy("Who reads it?"), NoteVisibility.choices, initial=NoteVisibility.INTERNAL.value)


class LinkForm(CallerReferenceForm):
    """Another file, by its reference."""

    use_required_attribute = False
    kind = _choice(gettext_lazy("How do they belong together?"), CaseLinkKind.choices)


class RiskForm(forms.Form):
    """How much danger, and why."""

    use_required_attribute = False
    grade = _choice(gettext_lazy("How much danger is there?"), Risk.choices)
    basis = _words(
        gettext_lazy("What does that rest on?"),
        gettext_lazy("Who said it or what was seen, and for whom it is dangerous."),
    )


class CloseForm(forms.Form):
    """Why, for colleagues, and what the family reads."""

    use_required_attribute = False
    reason = _choice(gettext_lazy("Why is it closed?"), ClosureReason.choices)
    basis = _words(gettext_lazy("For colleagues: why"), rows=3)
    elsewhere = _words(
        gettext_lazy("For the family: who goes on with it, or who can help, and how they are reached"),
        gettext_lazy("In their language, in plain and kind words. It stands on their page at once."),
    )
