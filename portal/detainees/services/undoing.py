"""Taking an imported list back: one person asks, another agrees, the worker does it in chunks (floor 5).

A row marked as taken back is the checkpoint, so a second run, at the same time or after a crash, goes on where the
first stopped. Rows stay as they were written; each record says again what the lists that still hold say of it, and one
without any is withdrawn: it is kept, because people may have judged it, and takes part in nothing.
"""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.permissions import check_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import open_data_keys
from portal.core.refusing import Refused
from portal.detainees import events
from portal.detainees.access import LIST_KEEPERS, LIST_READERS
from portal.detainees.enums import BatchState, RowOutcome
from portal.detainees.kept_rows import read_batch_row
from portal.detainees.models import Batch, BatchRow, DetaineeRecord, UndoRequest
from portal.detainees.policies import check_can_become
from portal.detainees.signals import detainees_changed

from .importing import begin, turn_of, work_off
from .planting import withdraw_planted_of
from .receiving import CHUNK
from .sealing import hold_persons, weigh
from .writing import rewrite_records, withdraw_records


@transaction.atomic
def ask_undo(*, batch: Batch, reason: str, user, actor: Actor) -> UndoRequest:
    """Ask that an imported list be taken back. Raises PermissionDenied, ImpossibleStep, Refused."""
    check_role(user, *LIST_KEEPERS)
    current = turn_of(batch)
    check_can_become(current, BatchState.UNDOING)
    if current.undo_requests.waiting().exists():
        raise Refused(_("Somebody has already asked that this list be taken back. Another person answers it."))
    request = UndoRequest(key_id=current.key_id, batch=current, reason=reason, requested_by=user)
    request.save(force_insert=True)
    record(events.LIST_UNDO_ASKED, actor=actor, subject=current)
    return request


def approve_undo(*, batch: Batch, user, actor: Actor) -> Batch:
    """Agree as the second person; the list is then to be taken back. Raises PermissionDenied, ImpossibleStep, Refused.

    Who asked cannot agree: that somebody tried stays in the log.
    """
    check_role(user, *LIST_READERS)
    if batch.undo_requests.waiting().filter(requested_by=user).exists():
        record(events.LIST_UNDO_DENIED, actor=actor, subject=batch)
        raise Refused(_("You asked for this yourself. Another person must answer it."))
    return _approve(batch, user, actor)


@transaction.atomic
def _approve(batch: Batch, user, actor: Actor) -> Batch:
    current = turn_of(batch)
    request = _waiting(current)
    check_can_become(current, BatchState.UNDOING)
    request.approved_by, request.approved_at = user, timezone.now()
    request.save(update_fields=["approved_by", "approved_at"])
    begin(current, BatchState.UNDOING)
    record(events.LIST_UNDO_APPROVED, actor=actor, subject=current)
    return current


@transaction.atomic
def refuse_undo(*, batch: Batch, user, actor: Actor) -> None:
    """Turn the request down, or take one's own back. Raises PermissionDenied and Refused."""
    check_role(user, *LIST_READERS)
    current = turn_of(batch)
    request = _waiting(current)
    request.refused_at = timezone.now()
    request.save(update_fields=["refused_at"])
    record(events.LIST_UNDO_REFUSED, actor=actor, subject=current)


def _waiting(batch: Batch) -> UndoRequest:
    request = batch.undo_requests.waiting().first()
    if request is None:
        raise Refused(_("This request has already been answered."))
    return request


def undo_batch(*, batch: Batch, actor: Actor, seconds: float | None = None) -> Batch:
    """Go on taking back a list that two people agreed on; for any other list nothing is done.

    With `seconds` it stops after about that long; while the state is UNDOING, another call goes on.
    """
    return work_off(Batch.objects.get(pk=batch.pk), BatchState.UNDOING, _next_chunk, actor, seconds)


@transaction.atomic
def _next_chunk(batch: Batch, actor: Actor, *, after: int) -> tuple[Batch, int]:
    """Take the next rows after that number back, or finish; return the list and the number of the last row."""
    current = turn_of(batch)
    if current.state != BatchState.UNDOING:
        return current, after
    waiting = current.rows.not_yet_taken_back().filter(number__gt=after).select_related("record").defer("cells")
    rows = list(waiting[:CHUNK])
    if not rows:
        return _finish(current, actor), after
    _take_back([row.record for row in rows if row.record is not None])
    BatchRow.objects.filter(pk__in=[row.pk for row in rows]).update(outcome=RowOutcome.UNDONE)
    current.done += len(rows)
    current.save(update_fields=["done"])
    return current, rows[-1].number


def _take_back(records: Sequence[DetaineeRecord]) -> None:
    """Let each record say what the latest list that still holds says of it, and weigh it anew."""
    hold_persons(one.pk for one in records)
    claims = list(BatchRow.objects.claiming(records))
    open_data_keys({row.batch.key_id for row in claims})
    latest = {row.record_id: row for row in claims}
    changes = []
    for one in records:
        if (row := latest.get(one.pk)) is None:
            continue
        reading = read_batch_row(row, row.batch)
        if reading.content_fingerprint() != bytes(one.row_fingerprint) or one.last_batch_id != row.batch_id:
            changes.append((one, row.batch, reading))
    rewrite_records(changes)
    withdraw_records([one for one in records if one.pk not in latest])
    weigh(one.pk for one in records)


def _finish(batch: Batch, actor: Actor) -> Batch:
    withdraw_planted_of(batch)
    batch.state = BatchState.UNDONE
    batch.save(update_fields=["state", "updated_at"])
    record(events.LIST_UNDONE, actor=actor, subject=batch, data={"rows": batch.done})
    transaction.on_commit(lambda: detainees_changed.send(sender=Batch))
    return batch
