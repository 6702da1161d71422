"""The one door to figures inside the office: who may, and that they were read (floor 3)."""

from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from portal.accounts.permissions import check_role
from portal.audit.actors import Actor
from portal.audit.services import record

from . import events
from .models import MonthOfFigures
from .permissions import READERS
from .services import PURPOSE

Month = TypeVar("Month", bound=MonthOfFigures)


def access_figures(months: QuerySet[Month], *, user, key: UUID | None = None, is_taken: bool = False) -> Month | None:
    """Return the figures of one month, or the newest without a key; None where there are none. The reading is logged.

    `is_taken` says that they leave as a file. Raises PermissionDenied.
    """
    check_role(user, *READERS)
    found = months.filter(pk=key).first() if key else months.first()
    if found is not None:
        code = events.TAKEN if is_taken else events.VIEWED
        record(code, actor=Actor.staff(user.pk), subject=found, purpose=PURPOSE)
    return found
