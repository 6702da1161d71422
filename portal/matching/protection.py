"""What about a pair asks for more protection before anybody is told (floor 6; R-21, R-106).

Each rule is one line of the table: what it protects, and how it shows in either record.
"""

from collections.abc import Callable

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.detainees.standing import Standing, is_young

from .models import CandidatePair
from .persons import person_standing


class Protection(models.TextChoices):
    """Why more care is needed. The words stand before whoever asks for a decision or answers it."""

    SEALED = "sealed", _("The record is sealed.")
    DEATH = "death", _("The source says that the person has died.")
    DEATH_SENTENCE = "death_sentence", _("The source speaks of a death sentence.")
    UNFAIR_TRIAL = "unfair_trial", _("There are signs that the trial was not fair.")
    MINOR = "minor", _("The person may be under 18.")


# What two approvers decide; what each approver must say to have weighed; what is grave news to hear.
TWO_APPROVERS = frozenset({Protection.SEALED, Protection.DEATH, Protection.DEATH_SENTENCE, Protection.MINOR})
WARNS = frozenset({Protection.DEATH_SENTENCE, Protection.UNFAIR_TRIAL})
GRAVE = frozenset({Protection.DEATH, Protection.DEATH_SENTENCE})


def _family_says_young(pair: CandidatePair) -> bool:
    return any(is_young(person.birth_date) for person in pair.registration.persons.all())


RULES: dict[Protection, Callable[[CandidatePair, Standing], bool]] = {
    Protection.SEALED: lambda pair, person: person.is_sealed,
    Protection.DEATH: lambda pair, person: person.has_died,
    Protection.DEATH_SENTENCE: lambda pair, person: person.has_death_sentence,
    Protection.UNFAIR_TRIAL: lambda pair, person: person.has_unfair_trial,
    Protection.MINOR: lambda pair, person: person.may_be_minor or _family_says_young(pair),
}


def protections(pair: CandidatePair) -> frozenset[Protection]:
    """Return everything that asks for more protection now, in either record or in one linked as the same person."""
    person = person_standing(pair.detainee)
    return frozenset(kind for kind, holds in RULES.items() if holds(pair, person))
