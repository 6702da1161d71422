"""The only ways to a list or a detainee record: each checks, logs the read and answers one "not found" (floor 5)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.http import Http404

from portal.accounts.enums import Role, TrainedFor
from portal.accounts.permissions import has_role, is_trained
from portal.audit.actors import Actor
from portal.audit.services import record

from . import events
from .columns import cells_by_column
from .models import Batch, BatchRow, DetaineeRecord
from .standing import is_young, sealed_among

# Who keeps lists, who may look at one, and who may open one record.
LIST_KEEPERS = (Role.DATA_STEWARD,)
LIST_READERS = (Role.DATA_STEWARD, Role.SUPERVISOR)
READERS = (Role.REVIEWER, Role.SUPERVISOR, Role.DATA_STEWARD)


def access_batch(key: UUID, *, user, purpose: str) -> Batch:
    """Return a list for those who work with lists, logged. Raises Http404 where there is none or no right to it."""
    batch = Batch.objects.filter(pk=key).select_related("source", "uploaded_by").first()
    if batch is None or not has_role(user, *LIST_READERS):
        raise Http404
    record(events.LIST_VIEWED, actor=Actor.staff(user.pk), subject=batch, purpose=purpose)
    return batch


def batch_to_watch(key: UUID, *, user) -> Batch:
    """Return a list of which nothing is shown but how far a step is: no reading. Raises Http404 as `access_batch`."""
    batch = Batch.objects.filter(pk=key).first()
    if batch is None or not has_role(user, *LIST_READERS):
        raise Http404
    return batch


def access_detainee(key: UUID, *, user, purpose: str) -> DetaineeRecord:
    """Return a detainee record for a member of staff, logged. Raises Http404 where there is none or no right to it.

    A sealed record is there only for people with the grant for minors; that somebody else asked is logged too.
    """
    return access_detainees([key], user=user, purpose=purpose)[0]


def access_detainees(keys: Sequence[UUID], *, user, purpose: str) -> list[DetaineeRecord]:
    """All of these records in their order, each read logged, or "not found" for all of them. Raises Http404."""
    found = DetaineeRecord.objects.select_related("source", "last_batch").in_bulk(keys)
    records = [found[key] for key in keys if key in found]
    if len(records) < len(keys) or not has_role(user, *READERS):
        raise Http404
    code = events.RECORD_REFUSED if hidden_from(user, records) else events.RECORD_VIEWED
    for one in records:
        record(code, actor=Actor.staff(user.pk), subject=one, purpose=purpose)
    if code == events.RECORD_REFUSED:
        raise Http404
    return records


def hidden_from(user, records: Sequence[DetaineeRecord]) -> frozenset[UUID]:
    """Keys of those records that are sealed and that this person has no grant for: they are left out of every list."""
    if not records or is_trained(user, TrainedFor.MINORS):
        return frozenset()
    return sealed_among(records)


def rows_open_to(user, batch: Batch, rows: Iterable[BatchRow]) -> list[BatchRow]:
    """Those rows of a list that this person may read: without people who may be under 18, unless she is let in."""
    kept = list(rows)
    if is_trained(user, TrainedFor.MINORS):
        return kept
    records = DetaineeRecord.objects.filter(pk__in={row.record_id for row in kept}).select_related("last_batch")
    hidden = hidden_from(user, list(records))
    return [row for row in kept if row.record_id not in hidden and not is_young(_birth(row, batch))]


def _birth(row: BatchRow, batch: Batch) -> str:
    return cells_by_column(row.kept()["cells"], batch.mapping)["birth_date"].strip()
