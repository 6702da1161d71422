"""What people write about a pair (floor 6)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeCharField, SafeTextField
from portal.core.languages import LANGUAGES

from .enums import GROUNDS_FOR, ExportPurpose, Ground, MatchRole, QueueOrder, SearchPurpose, Taken, Verdict

_TYPED = {"class": "input", "autocomplete": "off", "dir": "auto"}
_A_YEAR = _("Write a year with four digits, such as 1991.")
_YEAR = dict.fromkeys(("invalid", "min_value", "max_value"), _A_YEAR)
_REASON = _("Please write a reason, a word or a sentence.")


class GroundSelect(forms.RadioSelect):
    """The usual reasons, each with the number that chooses it where scripts run."""

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None) -> dict:
        """Add the number as the option's key."""
        key = {"data-key": str(index + 1), "aria-keyshortcuts": str(index + 1)}
        return super().create_option(name, value, label, selected, index, subindex, {**(attrs or {}), **key})


class _Year(forms.TextInput):
    """A year, typed in the reader's digits or in ours."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(
            {"class": "input", "inputmode": "numeric", "autocomplete": "off", "size": "6", **(attrs or {})}
        )


class _VerdictForm(forms.Form):
    """Why, and the verdict. The verdict is the button that was pressed; a usual reason or words say why."""

    ground = forms.ChoiceField(label=_("Why?"), choices=Ground.choices, required=False, widget=GroundSelect)
    reason = SafeCharField(
        label=_("In your own words"),
        max_length=1000,
        required=False,
        widget=forms.TextInput(
            attrs={
                "class": "input",
                "autocomplete": "off",
                "dir": "auto",
                "placeholder": _("In your own words"),
                "data-key": "t",
                "aria-keyshortcuts": "t",
            }
        ),
    )
    verdict = forms.ChoiceField(
        label=_("Your judgement"),
        choices=Verdict.choices,
        error_messages={"required": _("Choose one of the three buttons.")},
    )

    def clean(self) -> dict:
        """Ask for a reason, and stop a slip of the finger: a reason that speaks against the verdict."""
        said = super().clean() or {}
        ground, verdict = said.get("ground"), said.get("verdict")
        if "reason" in said and "ground" in said and not (ground or said["reason"]):
            self.add_error("ground", _("Choose a reason, or write one."))
        if ground and verdict and ground not in GROUNDS_FOR[verdict]:
            self.add_error("ground", _("This reason speaks against your judgement. Nothing was saved: choose again."))
        return said


class JudgeForm(_VerdictForm):
    """One reading of a pair, with the role of the detainee record."""

    role = forms.ChoiceField(
        label=_("Role of the record"),
        choices=MatchRole.choices,
        initial=MatchRole.SAME_PERSON,
        widget=forms.Select(attrs={"class": "input"}),
    )


class DuplicateForm(_VerdictForm):
    """What one person says of two records of one side, and how many judgements stood on the page that she or he saw."""

    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)


class WishForm(forms.Form):
    """How somebody wants to read a queue."""

    order = forms.ChoiceField(
        label=_("Order"), choices=QueueOrder.choices, required=False, widget=forms.Select(attrs={"class": "input"})
    )
    language = forms.ChoiceField(
        label=_("Language of the family"),
        choices=[("", _("All")), *((code, language.native) for code, language in LANGUAGES.items())],
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
    )
    taken = forms.ChoiceField(
        label=_("Taken by"), choices=Taken.choices, required=False, widget=forms.Select(attrs={"class": "input"})
    )


class ReasonForm(forms.Form):
    """A reason alone."""

    reason = SafeTextField(
        label=_("Reason"),
        error_messages={"required": _REASON},
        widget=forms.Textarea(attrs={"class": "input", "rows": 3, "autocomplete": "off"}),
    )


class ExportForm(forms.Form):
    """What an export of possible matches is for."""

    purpose = forms.ChoiceField(
        label=_("What is the export for?"),
        choices=ExportPurpose.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers."), "invalid_choice": _("Choose one of the answers.")},
    )


class SearchForm(forms.Form):
    """One box, any script, and what may stand beside it. Sent by POST: no name stands in an address or a log."""

    q = SafeCharField(
        label=_("Name or number, any script"),
        help_text=_("Parts of a name, a name with Abu or Umm, a reference. A year or a place may stand behind it."),
        max_length=200,
        error_messages={"required": _("Please write a name or a number.")},
        widget=forms.TextInput(
            attrs={
                "class": "input",
                "type": "search",
                "autocomplete": "off",
                "dir": "auto",
                "data-key": "/",
                "aria-keyshortcuts": "/",
            }
        ),
    )
    purpose = forms.ChoiceField(
        label=_("What do you need it for?"),
        choices=[("", _("Choose")), *SearchPurpose.choices],
        error_messages={
            "required": _("Choose what you need it for."),
            "invalid_choice": _("Choose what you need it for."),
        },
        widget=forms.Select(attrs={"class": "input"}),
    )
    mother = SafeCharField(label=_("Mother’s name"), max_length=100, required=False, widget=forms.TextInput(_TYPED))
    place = SafeCharField(label=_("Place"), max_length=100, required=False, widget=forms.TextInput(_TYPED))
    first_year = forms.IntegerField(
        label=_("From the year"), required=False, min_value=1900, max_value=2100, error_messages=_YEAR, widget=_Year
    )
    last_year = forms.IntegerField(
        label=_("To the year"), required=False, min_value=1900, max_value=2100, error_messages=_YEAR, widget=_Year
    )
