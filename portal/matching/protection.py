"""What about a pair asks for more protection before anybody is told (floor 6; R-21, R-106).

Each rule is one line of the table: what it protects, and how it shows in either record.
"""

from collections.abc import Callable

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.dates import read_date_or_none, today, years_later
from portal.detainees.standing import ADULT_YEARS, Standing

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


def may_be_minor(pair: CandidatePair) -> bool:
    """Say whether, by what either side says of the birth, the person may be under 18 today."""
    said = [pair.detainee.birth_date, *(person.birth_date for person in pair.registration.persons.all())]
    births = [read.latest for text in said if (read := read_date_or_none(text))]
    return any(years_later(birth, ADULT_YEARS) > today() for birth in births)


RULES: dict[Protection, Callable[[CandidatePair, Standing], bool]] = {
    Protection.SEALED: lambda pair, person: person.is_sealed,
    Protection.DEATH: lambda pair, person: person.has_died,
    Protection.DEATH_SENTENCE: lambda pair, person: person.has_death_sentence,
    Protection.UNFAIR_TRIAL: lambda pair, person: person.has_unfair_trial,
    Protection.MINOR: lambda pair, person: person.may_be_minor or may_be_minor(pair),
}


def protections(pair: CandidatePair) -> frozenset[Protection]:
    """Return everything that asks for more protection now, in either record or in one linked as the same person."""
    person = person_standing(pair.detainee)
    return frozenset(kind for kind, holds in RULES.items() if holds(pair, person))
