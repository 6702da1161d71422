"""The one door for readings by staff: the budget is asked first, then the log is written (floor 2; R-23, R-25)."""

import uuid
from collections.abc import Sequence

from django.db import models

from portal.audit.actors import Actor
from portal.audit.services import record_readings

from .budgets import check_names, check_records
from .models import User
from .services.planting import tell_if_planted


def record_reading(
    code: str,
    *,
    user: User,
    subjects: Sequence[models.Model],
    organization_id: uuid.UUID | None = None,
    purpose: str = "",
    data: dict | None = None,
) -> None:
    """Write that this member of staff reads these records now: one event each. Raises ReadingRefused.

    What it says of `data` and `subjects` is what `audit.services.record` says.
    """
    check_records(user, [subject.pk for subject in subjects])
    actor = Actor.staff(user.pk)
    record_readings(code, actor=actor, subjects=subjects, organization_id=organization_id, purpose=purpose, data=data)
    tell_if_planted(subjects=subjects, user=user)


def record_search(code: str, *, user: User, purpose: str, data: dict) -> None:
    """Write that names were shown; `data["found"]` says how many. The budget is asked before: `check_names`."""
    record_readings(code, actor=Actor.staff(user.pk), subjects=[None], purpose=purpose, data=data)


__all__ = ["check_names", "record_reading", "record_search"]
