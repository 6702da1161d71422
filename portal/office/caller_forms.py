"""Forms for speaking with a family: the word that each side knows, and a new code for who lost hers (floor 7)."""

from collections.abc import Collection

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.asking import MISSING
from portal.core.references import read_reference
from portal.core.text import clean_text
from portal.registry.proofs import Question, is_enough


class FamilyWishForm(forms.Form):
    """What staff affirm before a step that only the family may want."""

    is_family_wish = forms.BooleanField(
        label=_("The family asked for it, and I am sure that it was they."),
        widget=forms.CheckboxInput(attrs={"value": "yes"}),
    )


class SpokenWordForm(forms.Form):
    """The safe word as it was said; the word kept is never shown."""

    spoken = forms.CharField(
        label=_("The safe word, as it was said"),
        max_length=100,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        error_messages=MISSING,
    )

    def clean_spoken(self) -> str:
        """Read what was said."""
        return clean_text(self.cleaned_data["spoken"])


class CallerReferenceForm(forms.Form):
    """The reference a caller gives."""

    reference = forms.CharField(
        label=_("Reference number"),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "input ref", "autocomplete": "off", "dir": "ltr"}),
        error_messages=MISSING,
    )

    def clean_reference(self) -> str:
        """Write the reference as we write it."""
        read = read_reference(clean_text(self.cleaned_data["reference"]))
        if read is None:
            raise ValidationError(_("This is not a reference number of ours. Check it with the caller."))
        return read


class RecoveryForm(CallerReferenceForm, SpokenWordForm):
    """The reference, and the safe word as it was said."""

    # as the page says: first which registration, then the word
    field_order = ("reference", "spoken")

    spoken = forms.CharField(
        label=_("The safe word, as the caller said it"),
        max_length=100,
        help_text=_("We do not show the safe word. Never help the caller to guess it."),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        error_messages=MISSING,
    )


class CallerFactsForm(CallerReferenceForm):
    """What a caller without a safe word answered, question by question, before anything is shown."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for question in Question:
            self.fields[question.value] = forms.CharField(
                label=question.label,
                required=False,
                max_length=300,
                widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "auto"}),
            )

    def clean(self) -> dict:
        """Fewer answers than are needed lead nowhere, and so show nothing."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not is_enough([name for name in Question.values if cleaned.get(name)]):
            raise ValidationError(
                _("Write down at least three answers, one of them to one of the first three questions.")
            )
        return cleaned

    @property
    def said(self) -> dict[str, str]:
        """What was answered, by question."""
        return {name: self.cleaned_data[name] for name in Question.values if self.cleaned_data.get(name)}


class JudgementForm(forms.Form):
    """One box for each answer that can be judged; none is ticked."""

    def __init__(self, *args, codes: Collection[str], **kwargs):
        super().__init__(*args, **kwargs)
        for code in codes:
            self.fields[f"right_{code}"] = forms.BooleanField(label=_("This is right"), required=False)

    @property
    def right(self) -> set[str]:
        """The questions whose answers were found right."""
        return {name.removeprefix("right_") for name, is_right in self.cleaned_data.items() if is_right}


class CallbackNumberForm(forms.Form):
    """The number by which a caller is known again."""

    number = forms.CharField(
        label=_("The number, as the caller says it"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"class": "input ref", "inputmode": "numeric", "autocomplete": "off", "dir": "ltr", "maxlength": 20}
        ),
    )
