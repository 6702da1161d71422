"""Whether a trained person may ask what no form asks (floor 7). It asks nothing else."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.registry.answers import TRAINED
from portal.registry.enums import TrainedAnswer

from .base import QuestionForm


class TrainedForm(QuestionForm):
    """One answer; "not now" and "I prefer not to say" are as good as any."""

    question = TRAINED
    may_be_silent = False  # two of its answers say so
    answer = forms.ChoiceField(
        label=_("May a trained person speak with you?"), widget=forms.RadioSelect, choices=TrainedAnswer.choices
    )
