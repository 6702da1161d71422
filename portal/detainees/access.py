"""The only ways to a list, a transfer or a record: each checks, logs the read, answers one "not found" (floor 5).

Who may open whom is asked of the stored answer alone (`is_sealed`); what nobody has worked out is sealed.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from portal.accounts.enums import Role, TrainedFor
from portal.accounts.permissions import has_role, is_trained, training
from portal.accounts.reading import record_reading
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import open_data_keys

from . import events
from .kept_rows import read_batch_row
from .models import Batch, BatchRow, DetaineeRecord, Transfer
from .standing import is_young

# Who keeps lists, who may look at one, and who may open one record.
LIST_KEEPERS = frozenset({Role.DATA_STEWARD})
LIST_READERS = frozenset({Role.DATA_STEWARD, Role.SUPERVISOR})
READERS = frozenset({Role.REVIEWER, Role.SUPERVISOR, Role.DATA_STEWARD})


def access_batch(key: UUID, *, user, purpose: str) -> Batch:
    """Return a list for those who work with lists, logged. Raises Http404 where there is none or no right to it."""
    batch = Batch.objects.filter(pk=key).select_related("source", "uploaded_by").first()
    if batch is None or not has_role(user, *LIST_READERS):
        raise Http404
    record_reading(events.LIST_VIEWED, user=user, subjects=[batch], purpose=purpose)
    return batch


def access_transfer(key: UUID, *, user, purpose: str) -> Transfer:
    """Return a transfer for those who work with lists, logged. Raises Http404 where there is none or no right to it."""
    transfer = Transfer.objects.filter(pk=key).select_related("source", "from_known", "to_known").first()
    if transfer is None or not has_role(user, *LIST_READERS):
        raise Http404
    record_reading(events.TRANSFER_VIEWED, user=user, subjects=[transfer], purpose=purpose)
    return transfer


def batch_to_watch(key: UUID, *, user) -> Batch:
    """Return a list of which nothing is shown but how far a step is: no reading. Raises Http404 as `access_batch`."""
    batch = Batch.objects.filter(pk=key).first()
    if batch is None or not has_role(user, *LIST_READERS):
        raise Http404
    return batch


def access_detainees(keys: Sequence[UUID], *, user, purpose: str) -> list[DetaineeRecord]:
    """All of these records in their order, each read logged, or "not found" for all of them. Raises Http404.

    A sealed record is there only for people with the grant for minors; that somebody else asked is logged too.
    """
    found = DetaineeRecord.objects.select_related("source", "last_batch").in_bulk(keys)
    records = [found[key] for key in keys if key in found]
    if len(records) < len(keys) or not has_role(user, *READERS):
        raise Http404
    check_unsealed(records, user=user, purpose=purpose)
    record_reading(events.RECORD_VIEWED, user=user, subjects=records, purpose=purpose)
    return records


def check_unsealed(records: Iterable[DetaineeRecord], *, user, purpose: str) -> None:
    """Raise Http404, with an entry in the log, where one of these records is sealed to this person."""
    hidden = [one for one in records if is_hidden_from(user, one)]
    for one in hidden:
        record(events.RECORD_REFUSED, actor=Actor.staff(user.pk), subject=one, purpose=purpose)
    if hidden:
        raise Http404


def is_hidden_from(user, one: DetaineeRecord) -> bool:
    """Say whether this record is sealed and this person has no grant for it. No question where it is not sealed."""
    return one.is_sealed and not is_trained(user, TrainedFor.MINORS)


def unsealed_to(user, path: str = "") -> Q:
    """Which records this person may see; `path` leads to one. Asked with the rest of a query, so that counts are true.

    Every list, queue, search and number goes through it: what is hidden is not there.
    """
    return Q(**{f"{path}is_sealed": False}) | training(user, TrainedFor.MINORS)


def rows_open_to(user, batch: Batch, rows: Iterable[BatchRow]) -> list[BatchRow]:
    """Those rows of a list that this person may read: without people who may be under 18, unless she is let in.

    Rows count as they are read: a date in any writing that we read, and the record that the source has under the same
    number, also where the row has not become it yet.
    """
    kept = list(rows)
    if is_trained(user, TrainedFor.MINORS):
        return kept
    open_data_keys([batch.key_id])
    readings = {row.pk: read_batch_row(row, batch) for row in kept}
    same = Q(pk__in={row.record_id for row in kept if row.record_id}) | Q(
        source=batch.source_id, external_id__in={reading.external_id for reading in readings.values()}
    )
    sealed = DetaineeRecord.objects.filter(same, is_sealed=True).values_list("pk", "source", "external_id")
    keys = {key for key, _source, _number in sealed}
    numbers = {number for _key, source, number in sealed if source == batch.source_id}
    return [
        row
        for row in kept
        if not (
            row.record_id in keys
            or readings[row.pk].external_id in numbers
            or is_young(readings[row.pk].values["birth_date"])
        )
    ]
