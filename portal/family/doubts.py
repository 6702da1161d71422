"""What may be a slip of the pen: she is asked to look again, and whatever she leaves is taken as it is (floor 7)."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.dates import read_date_or_none
from portal.registry.answers import PARTS, STAYS, WHEN, kind_of

from .questions import Text
from .steps import step_of

# Nobody is known to have lived longer.
_LONGEST_LIFE = 122

_TOO_OLD = _("By this year of birth an age of more than 120 years comes out. Is the year right?")
_BEFORE_BIRTH = _("The date is before the year of birth. Is one of the two different?")

ENDS_FIRST = _("At one place the end is before the beginning. Is one of the two dates different?")


@dataclass(frozen=True)
class Doubt:
    """A question back, and the page on which it can be changed."""

    heading: Text
    url: str


def doubts(answers: dict) -> list[Doubt]:
    """Return what does not fit together in the answers so far. None of it holds the sending back."""
    return [*_doubts_of_age(answers), *_doubts_of_stays(answers)]


def ends_before_it_began(stay: dict) -> bool:
    """Say whether a place where the person was held was left before the person came there."""
    began, ended = read_date_or_none(stay.get("began", "")), read_date_or_none(stay.get("ended", ""))
    return bool(began and ended and ended.latest < began.earliest)


def _doubts_of_stays(answers: dict) -> list[Doubt]:
    step = step_of(STAYS, kind_of(answers))
    rows = answers.get(STAYS, {}).get("rows", [])
    return [Doubt(ENDS_FIRST, step.url)] if step and any(ends_before_it_began(row) for row in rows) else []


def _doubts_of_age(answers: dict) -> list[Doubt]:
    birth = read_date_or_none(answers.get(PARTS, {}).get("birth_date", ""))
    date = read_date_or_none(answers.get(WHEN, {}).get("date", ""))
    step = step_of(PARTS, kind_of(answers))
    if birth is None or step is None:
        return []
    if date and date.latest < birth.earliest:
        return [Doubt(_BEFORE_BIRTH, step.url)]
    then = date.earliest if date else timezone.now().date()
    return [Doubt(_TOO_OLD, step.url)] if then.year - birth.latest.year > _LONGEST_LIFE else []
