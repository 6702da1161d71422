"""Forms of the work on a file: who has it, tasks, notes, links, risk, closing (floor 7)."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.colleagues import ColleagueField, people_ever
from portal.core import asking
from portal.core.asking import DayField
from portal.core.dates import today
from portal.office.caller_forms import CallerReferenceForm
from portal.registry.enums import CaseLinkKind, ClosureReason, Risk, TaskKind, Visibility
from portal.registry.services.assigning import may_have_files

_MOST_DAYS = 730


class HandOverForm(forms.Form):
    """To whom, and what they should know. `seen` is the assignment on the page from which it is sent."""

    use_required_attribute = False
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)
    to = ColleagueField(gettext_lazy("Who has this file from now on?"))
    note = asking.words(
        gettext_lazy("What they should know"),
        help_text=gettext_lazy("What was promised, and what the family waits for."),
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = may_have_files()  # type: ignore[attr-defined]


class HandOverAllForm(forms.Form):
    """All files of somebody who leaves, to somebody else."""

    use_required_attribute = False
    of = ColleagueField(gettext_lazy("Whose files?"))
    to = ColleagueField(gettext_lazy("Who has them from now on?"))
    note = asking.words(gettext_lazy("What they should know"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Whoever left may have lost the role already, and still have files.
        self.fields["of"].queryset = people_ever()  # type: ignore[attr-defined]
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
    kind = asking.select(gettext_lazy("What is to be done?"), [("", "—"), *TaskKind.choices])
    words = asking.words(
        gettext_lazy("More about it"),
        help_text=gettext_lazy("It stands on the file only, never on the first page."),
        rows=3,
        required=False,
    )
    due_on = DayField(label=gettext_lazy("Until which day?"))
    for_whom = ColleagueField(gettext_lazy("Who does it?"))

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
    words = asking.words(
        gettext_lazy("Note"),
        help_text=gettext_lazy("It cannot be changed; a newer note takes its place."),
        rows=8,
    )
    visibility = asking.radio(gettext_lazy("Who reads it?"), Visibility.choices, initial=Visibility.INTERNAL.value)


class LinkForm(CallerReferenceForm):
    """Another file, by its reference."""

    use_required_attribute = False
    kind = asking.radio(gettext_lazy("How do they belong together?"), CaseLinkKind.choices)


class RiskForm(forms.Form):
    """How much danger, and why."""

    use_required_attribute = False
    grade = asking.radio(gettext_lazy("How much danger is there?"), Risk.choices)
    basis = asking.words(
        gettext_lazy("What does that rest on?"),
        help_text=gettext_lazy("Who said it or what was seen, and for whom it is dangerous."),
    )


class CloseForm(forms.Form):
    """Why, for colleagues, and what the family reads."""

    use_required_attribute = False
    reason = asking.radio(gettext_lazy("Why is it closed?"), ClosureReason.choices)
    basis = asking.words(gettext_lazy("For colleagues: why"), rows=3)
    elsewhere = asking.words(
        gettext_lazy("For the family: who goes on with it, or who can help, and how they are reached"),
        help_text=gettext_lazy("In their language, in plain and kind words. It stands on their page at once."),
    )
