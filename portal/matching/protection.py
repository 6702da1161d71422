"""What about a pair asks for more protection before anybody is told (floor 6; R-21, R-106).

Each rule is one line of the table: what it protects, and how it shows in either record.
"""

from collections.abc import Callable

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.dates import read_date_or_none, years_later
from portal.detainees.enums import LegalStatus

from .models import CandidatePair

ADULT_YEARS = 18


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
    return any(years_later(birth, ADULT_YEARS) > timezone.localdate() for birth in births)


RULES: dict[Protection, Callable[[CandidatePair], bool]] = {
    Protection.DEATH: lambda pair: pair.detainee.legal_status == LegalStatus.DIED,
    Protection.DEATH_SENTENCE: lambda pair: pair.detainee.legal_status == LegalStatus.DEATH_SENTENCE,
    Protection.MINOR: may_be_minor,
}


def protections(pair: CandidatePair) -> frozenset[Protection]:
    """Return everything about the two records that asks for more protection, as they are now."""
    return frozenset(kind for kind, holds in RULES.items() if holds(pair))
