"""What people write about a pair (floor 6)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeCharField, SafeTextField

from .enums import ExportPurpose, MatchRole, Verdict

_REASON = _("Please write a reason, a word or a sentence.")


class JudgeForm(forms.Form):
    """One reading: role, reason, verdict. The verdict is the button that was pressed."""

    role = forms.ChoiceField(
        label=_("Role of the record"),
        choices=MatchRole.choices,
        initial=MatchRole.SAME_PERSON,
        widget=forms.Select(attrs={"class": "input"}),
    )
    reason = SafeCharField(
        label=_("Reason"),
        max_length=1000,
        error_messages={"required": _REASON},
        widget=forms.TextInput(
            attrs={
                "class": "input",
                "autocomplete": "off",
                "dir": "auto",
                "placeholder": _("Reason, a word or a sentence"),
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


class DuplicateForm(forms.Form):
    """What one person says of two records of one side. The verdict is the button that was pressed."""

    reason = SafeCharField(
        label=_("Reason"),
        max_length=1000,
        error_messages={"required": _REASON},
        widget=forms.TextInput(
            attrs={
                "class": "input",
                "autocomplete": "off",
                "dir": "auto",
                "placeholder": _("Reason, a word or a sentence"),
            }
        ),
    )
    verdict = forms.ChoiceField(
        label=_("Your judgement"),
        choices=Verdict.choices,
        error_messages={"required": _("Choose one of the three buttons.")},
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
    """One box, any script. Sent by POST, so that no name stands in an address or a log."""

    q = SafeCharField(
        label=_("Name or reference, any script"),
        max_length=200,
        error_messages={"required": _("Please write a name or a reference.")},
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
