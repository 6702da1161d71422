"""What she agrees to, and changing it later (floor 7; R-100). Nothing is pre-ticked, and no answer is an answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.registry.answers import CONSENT
from portal.registry.enums import REGISTRATION_PURPOSES, Answer, Purpose

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
