"""When somebody who agrees, or for whom somebody agreed, comes of age: the careful side of what is known (floor 5)."""

from collections.abc import Iterable
from datetime import UTC, datetime, time

from portal.core.dates import ADULT_YEARS, read_date_or_none, years_later

from .content import RegistrationContent
from .enums import FOR_A_CHILD, Relationship
from .models import PersonSought, Registration, Testimony


def coming_of_age(registration: Registration) -> datetime | None:
    """Return the first moment at which the child who registers may be of age; None where nobody is known as a child.

    It is told by the birth of who registers herself, and by what a helper recorded of a child for whom somebody agreed.
    """
    testimony = Testimony.objects.filter(draft__registration=registration).first()
    return _earliest((_own_birth(registration), _child_birth(testimony)))


def coming_of_age_as_told(content: RegistrationContent, testimony: Testimony | None) -> datetime | None:
    """Return the same for a registration that is being made."""
    own_birth = content.birth_date if content.relationship == Relationship.SELF else ""
    return _earliest((own_birth, _child_birth(testimony)))


def _earliest(births: Iterable[str]) -> datetime | None:
    moments = [
        datetime.combine(years_later(born.earliest, ADULT_YEARS), time.min, UTC)
        for text in births
        if (born := read_date_or_none(text))
    ]
    return min(moments, default=None)


def _own_birth(registration: Registration) -> str:
    speaks_for_self = {
        "registration": registration,
        "registration__applicants__relationship": Relationship.SELF,
        "registration__applicants__superseded_at__isnull": True,
    }
    person = PersonSought.objects.filter(**speaks_for_self).first()
    return person.birth_date if person else ""


def _child_birth(testimony: Testimony | None) -> str:
    return testimony.birth_year if testimony and testimony.authority in FOR_A_CHILD else ""
