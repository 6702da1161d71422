"""What happened, who did it, and what she believes (floor 7).

Nothing is ticked for her, no box asks her to describe it, and sexual violence is not asked about here.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeCharField
from portal.registry.enums import BelievedFate, Harm, Party, RegistrationKind, Source
from portal.registry.happened import BELIEF, HAPPENED, PARTIES

from .base import QuestionForm, choice_field
from .choosing import in_order_of_letters

_ANY = _("Tick whatever fits, as many as you like. You may leave all of it empty.")
# What is not asked of somebody who speaks for herself or himself, alive.
_NOT_OF_SURVIVORS = frozenset({Harm.KILLING, Harm.DIGNITY, Harm.DISAPPEARANCE})
_NOT_OF_THE_LIVING = {RegistrationKind.SURVIVOR: _NOT_OF_SURVIVORS}


class HappenedForm(QuestionForm):
    """What was done, in plain words to tick."""

    question = HAPPENED
    harms = forms.MultipleChoiceField(label=_ANY, required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        left_out = _NOT_OF_THE_LIVING.get(RegistrationKind(self.of_kind), frozenset())
        harms = [harm for harm in Harm if harm not in left_out]
        choice_field(self, "harms").choices = [(harm.value, harm.label) for harm in harms]


class PartiesForm(QuestionForm):
    """Who did it: all parties without exception, in the order of the reader's alphabet."""

    question = PARTIES
    parties = forms.MultipleChoiceField(label=_ANY, required=False, widget=forms.CheckboxSelectMultiple)
    words = SafeCharField(
        label=_("How could they be recognized?"),
        required=False,
        max_length=400,
        help_text=_("For example: the name of the unit, clothes, cars, the names they used"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        named = (party for party in Party if party != Party.UNKNOWN)
        choice_field(self, "parties").choices = in_order_of_letters(named)


class BeliefForm(QuestionForm):
    """What she believes about the fate, and why. Whoever registers somebody who died is asked only why."""

    question = BELIEF
    words_of_kind = {
        RegistrationKind.DECEASED: {
            "basis": {"label": _("How do you know of the death?"), "help_text": _ANY},
        }
    }
    belief = forms.ChoiceField(
        label=_("What do you believe about the person today?"),
        required=False,
        widget=forms.RadioSelect,
        choices=BelievedFate.choices,
    )
    basis = forms.MultipleChoiceField(
        label=_("Why do you believe it?"),
        help_text=_ANY,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=Source.choices,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.of_kind == RegistrationKind.DECEASED:
            del self.fields["belief"]
        # "I do not know" is one of the answers, and reasons may stand beside it.
        self.may_be_silent = "belief" not in self.fields

    def answers(self) -> dict:
        """Who registers a death has said with the kind what she believes; what she cannot say is marked as such."""
        told = super().answers()
        if "belief" not in self.fields and told:
            return {"belief": BelievedFate.DEAD.value, **told}
        silent = told.get("belief") in (BelievedFate.UNKNOWN, BelievedFate.UNSAID)
        return {**told, "knowledge": told["belief"]} if silent else told
