"""Records that we invented: which they are, who knows it, and telling others when one is opened (R-23; ADR 0029)."""

from collections.abc import Sequence
from uuid import UUID

from django.db import models
from django.db.models import QuerySet

from portal.accounts import events
from portal.accounts.enums import AlertKind, Role
from portal.accounts.models import Alert, PlantedRecord, User
from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.blind import fingerprint
from portal.confidential.keyring import create_data_key, open_data_keys
from portal.core.dates import today

from .alerts import raise_alert

# Kinds of records among which there are planted ones: only of these is it asked at each reading.
PLANTED_KINDS = frozenset({"registry.registration", "detainees.detaineerecord"})


def note_planted(*, subject: UUID, by: User) -> PlantedRecord:
    """Remember that a record is planted. The log says that somebody planted one, and not which."""
    row = PlantedRecord.objects.create(
        key_id=create_data_key(purpose="planted"),
        digest=_digest(subject),
        subject=str(subject),
        planted_by=by,
        planted_on=today(),
    )
    record(events.RECORD_PLANTED, actor=Actor.staff(by.pk))
    return row


def planted_seen_by(user: User) -> QuerySet[PlantedRecord]:
    """Return what this person may know to be planted: an auditor all, an administrator what she planted herself."""
    rows = PlantedRecord.objects.order_by("-planted_on", "pk")
    if has_role(user, Role.AUDITOR):
        return rows
    return rows.filter(planted_by=user) if has_role(user, Role.ADMINISTRATOR) else rows.none()


def may_withdraw(user: User, row: PlantedRecord) -> bool:
    """Say whether this person takes a planted record away again: who planted it. Others do not know that it is one."""
    return row.withdrawn_on is None and row.planted_by_id == user.pk and has_role(user, Role.ADMINISTRATOR)


def note_withdrawn(row: PlantedRecord, *, by: User) -> None:
    """Note that a planted record is found no longer. The log does not say which."""
    row.withdrawn_on = today()
    row.save(update_fields=["withdrawn_on"])
    record(events.PLANTED_WITHDRAWN, actor=Actor.staff(by.pk))


def planted_keys() -> set[UUID]:
    """Keys of all planted records, for what counts people: nobody stands behind one. Never shown, never logged."""
    rows = list(PlantedRecord.objects.all())
    open_data_keys(row.key_id for row in rows)
    return {row.key() for row in rows}


def tell_if_planted(*, subjects: Sequence[models.Model], user: User) -> None:
    """Tell supervisors and auditors at once if one of these records is planted; once while nobody has answered."""
    digests = [_digest(one.pk) for one in subjects if one._meta.label_lower in PLANTED_KINDS]
    for row in PlantedRecord.objects.filter(digest__in=digests) if digests else ():
        waiting = Alert.objects.waiting().filter(about=user, kind=AlertKind.PLANTED, planted=row)
        if not waiting.exists():
            raise_alert(kind=AlertKind.PLANTED, about=user, count=0, planted=row)


def _digest(subject: UUID) -> bytes:
    return fingerprint("planted", str(subject))
