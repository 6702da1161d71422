"""What she agrees to, and changing it later (floor 7; R-100). Nothing is pre-ticked, and no answer is an answer."""

from collections.abc import Collection
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.organizations.models import Recipient
from portal.registry.answers import CONSENT
from portal.registry.enums import REGISTRATION_PURPOSES, Answer, DataClass, Knowledge, Purpose

from .base import QuestionForm, choice_field

_YES_NO = [(Answer.YES.value, Answer.YES.label), (Answer.NO.value, Answer.NO.label)]
_ALL = [*_YES_NO, (Answer.ASK.value, Answer.ASK.label)]
_MISSING = {"missing": _("Please answer yes or no. Both are accepted.")}


def answers_to(purpose: str) -> list[tuple[str, Any]]:
    """The possible answers to a question; only news of trials can be asked about each time."""
    return _ALL if purpose == Purpose.TRIALS else _YES_NO


def _field(purpose: Purpose) -> forms.ChoiceField:
    return forms.ChoiceField(label=purpose.label, widget=forms.RadioSelect, choices=answers_to(purpose), required=False)


class ConsentForm(QuestionForm):
    """Three questions, each with its own answer. One that is left open allows nothing, as a no does."""

    question = CONSENT
    contact = _field(Purpose.CONTACT)
    compare = _field(Purpose.COMPARE)
    trials = _field(Purpose.TRIALS)

    def answers(self) -> dict:
        """All three, an empty text where a question was seen and left open."""
        return {purpose.value: self.cleaned_data[purpose] for purpose in REGISTRATION_PURPOSES}


class ChangeConsentForm(QuestionForm):
    """One consent question, asked again on her page."""

    answer = forms.ChoiceField(widget=forms.RadioSelect, error_messages=dict(_MISSING))

    def __init__(self, *args, purpose: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = Purpose(purpose).label
        choice_field(self, "answer").choices = answers_to(purpose)


class GiveForm(QuestionForm):
    """What may be given to one recipient: a box for each class of data, none ticked; none ticked is a no.

    Of a body of those in power she is asked first whether she fears them; there is no field where she need not be.
    """

    named = forms.ChoiceField(
        label=_("As far as you know, did their people take or hold the person?"),
        widget=forms.RadioSelect,
        choices=[("yes", Answer.YES.label), ("no", Answer.NO.label), ("unknown", Knowledge.UNKNOWN.label)],
        required=False,
    )
    classes = forms.MultipleChoiceField(
        label=_("What may we give?"),
        help_text=_("Tick nothing, and we give nothing."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args, recipient: Recipient, asked: Collection[str], **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(code, label) for code, label in DataClass.choices if code in asked]
        cast(forms.MultipleChoiceField, self.fields["classes"]).choices = choices
        if not recipient.authority:
            del self.fields["named"]
