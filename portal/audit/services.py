"""Recording events in the caller's transaction (floor 1)."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.utils import timezone

from .actors import Actor, ActorKind
from .events import is_reading, label
from .models import Event


class ReadingPastTheDoor(Exception):
    """A reading by a member of staff was written without the question whether she may read so much."""


def record(
    code: str,
    *,
    actor: Actor,
    subject: models.Model | None = None,
    organization_id: uuid.UUID | None = None,
    purpose: str = "",
    data: dict | None = None,
) -> Event:
    """Write one event. `data` holds codes and counts only, never a name or a value.

    `subject` needs a UUID key; its model's label (`registry.registration`) and key are kept. Raises UnknownEvent, and
    ReadingPastTheDoor for a reading by staff: `accounts.reading` writes those.
    """
    _refuse_reading(code, actor)
    event = _event(code, actor=actor, subject=subject, organization_id=organization_id, purpose=purpose, data=data)
    event.save()
    return event


def record_each(
    code: str,
    *,
    actor: Actor,
    subject: models.Model,
    organization_id: uuid.UUID | None = None,
    data: Iterable[dict],
) -> None:
    """Write one event for each of `data`, all of the same kind about the same subject, with one query."""
    Event.objects.bulk_create(
        _event(code, actor=actor, subject=subject, organization_id=organization_id, data=one) for one in data
    )


def record_about(
    code: str, *, actor: Actor, subjects: Iterable[models.Model], purpose: str = "", data: dict | None = None
) -> None:
    """Write one event of the same kind about each of many subjects, with one query. Raises as `record` does."""
    _refuse_reading(code, actor)
    Event.objects.bulk_create(
        [_event(code, actor=actor, subject=subject, purpose=purpose, data=data) for subject in subjects]
    )


def record_readings(
    code: str,
    *,
    actor: Actor,
    subjects: Sequence[models.Model | None],
    organization_id: uuid.UUID | None = None,
    purpose: str = "",
    data: dict | None = None,
) -> None:
    """Write one event for each subject that was read, with one query. Only `accounts.reading` calls it."""
    common: dict[str, Any] = {"actor": actor, "organization_id": organization_id, "purpose": purpose, "data": data}
    Event.objects.bulk_create(_event(code, subject=subject, **common) for subject in subjects)


def _refuse_reading(code: str, actor: Actor) -> None:
    if actor.kind == ActorKind.STAFF and is_reading(code):
        raise ReadingPastTheDoor(code)


def _event(
    code: str,
    *,
    actor: Actor,
    subject: models.Model | None = None,
    organization_id: uuid.UUID | None = None,
    purpose: str = "",
    data: dict | None = None,
) -> Event:
    label(code)
    return Event(
        code=code,
        at=timezone.now(),
        actor_kind=actor.kind,
        actor_id=actor.id,
        subject_kind=subject._meta.label_lower if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        organization_id=organization_id,
        purpose=purpose,
        data=data or {},
    )
