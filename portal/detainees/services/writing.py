"""Records with their names, custody events and search tokens, many at a time (floor 5)."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.confidential.blind import token
from portal.confidential.bulk import insert_plain, update_plain
from portal.confidential.keyring import create_data_keys, open_data_keys
from portal.core.dates import today
from portal.core.languages import guess_name_language, script_of
from portal.detainees.entered import compared_as
from portal.detainees.enums import CustodyKind
from portal.detainees.models import Batch, CustodyEvent, DetaineeName, DetaineeRecord, NameIndex
from portal.detainees.rows import Reading
from portal.detainees.signals import detainees_changed
from portal.detainees.standing import is_young
from portal.names import keys

_PLAIN = ("sex", "birth_date", "birth_place", "nationality", "facility", "source_note")
# What a row says of a record; who is one person with it, and whether it is sealed, is not the row's to say.
_OF_ROW = (
    *_PLAIN,
    "facility_code",
    "legal_status",
    "legal_status_as_written",
    "content_fingerprint",
    "row_fingerprint",
    "last_batch",
    "withdrawn_at",
    "updated_at",
)


def create_records(*, batch: Batch, readings: Sequence[Reading]) -> list[DetaineeRecord]:
    """Make new records, each under a key of its own; the wrapped keys are committed first."""
    key_ids = create_data_keys(len(readings), purpose="detainee")
    records = []
    for reading, key_id in zip(readings, key_ids, strict=True):
        new = DetaineeRecord(key_id=key_id, source_id=batch.source_id, external_id=reading.external_id)
        _fill(new, reading, batch)
        # One row stands behind it, and nobody has stated or linked anything.
        new.is_sealed, new.weighed_on = is_young(reading.values["birth_date"]), today()
        records.append(new)
    DetaineeRecord.objects.bulk_create(records)
    _write_rows(list(zip(records, readings, strict=True)))
    return records


def rewrite_records(changes: Sequence[tuple[DetaineeRecord, Batch, Reading]]) -> None:
    """Put what a list says in the place of what stood there: a corrected list, or an earlier one that holds again."""
    open_data_keys([old.key_id for old, _batch, _reading in changes])
    for old, batch, reading in changes:
        _fill(old, reading, batch)
    changed = [old for old, _batch, _reading in changes]
    compared = compared_as(changed)
    for old in changed:
        old.content_fingerprint = compared[old.pk]
        old.save(update_fields=_OF_ROW)
    for model in (DetaineeName, CustodyEvent, NameIndex):
        model._default_manager.filter(record__in=changed).delete()
    _write_rows([(old, reading) for old, _batch, reading in changes])


def compare_anew(keys: Iterable[UUID]) -> None:
    """Let records be compared again whose entries have changed. Tells higher floors on commit."""
    records = list(DetaineeRecord.objects.filter(pk__in=list(keys)))
    compared = compared_as(records)
    changed = [(compared[one.pk], one.pk) for one in records if bytes(one.content_fingerprint) != compared[one.pk]]
    if changed:
        update_plain(DetaineeRecord, ("content_fingerprint",), changed)
        transaction.on_commit(lambda: detainees_changed.send(sender=DetaineeRecord))


def withdraw_records(records: Sequence[DetaineeRecord]) -> None:
    """Take records out of comparing and searching. What they said stays, for those who judged it."""
    keys = [one.pk for one in records]
    NameIndex.objects.filter(record__in=keys).delete()
    DetaineeRecord.objects.filter(pk__in=keys, withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())


def _fill(target: DetaineeRecord, reading: Reading, batch: Batch) -> None:
    for field in _PLAIN:
        setattr(target, field, reading.values[field])
    target.facility_code = reading.facility_code
    target.legal_status = reading.legal_status()
    target.legal_status_as_written = reading.written["legal_status"]
    target.row_fingerprint = target.content_fingerprint = reading.content_fingerprint()
    target.last_batch = batch
    target.withdrawn_at = None


def _write_rows(pairs: Sequence[tuple[DetaineeRecord, Reading]]) -> None:
    DetaineeName.objects.bulk_create(_name(owner, reading) for owner, reading in pairs)
    CustodyEvent.objects.bulk_create(
        CustodyEvent(
            key_id=owner.key_id,
            record=owner,
            kind=CustodyKind.CAPTURE,
            date=reading.values["event_date"],
            place=reading.values["event_place"],
        )
        for owner, reading in pairs
        if reading.values["event_date"] or reading.values["event_place"]
    )
    tokens = (row for owner, reading in pairs for row in _tokens(owner, reading))
    insert_plain(NameIndex, ("record", "field", "token", "version"), tokens)


def _name(owner: DetaineeRecord, reading: Reading) -> DetaineeName:
    written = reading.full_name()
    return DetaineeName(
        key_id=owner.key_id,
        record=owner,
        script=script_of(written),
        language=guess_name_language(written),
        is_primary=True,
        full_as_written=written,
        given=reading.values["given_name"],
        father=reading.values["father_name"],
        grandfather=reading.values["grandfather_name"],
        family=reading.values["family_name"],
        kunya=reading.values["kunya"],
        mother=reading.values["mother_name"],
    )


def _tokens(owner: DetaineeRecord, reading: Reading) -> Iterator[tuple[UUID, str, int, int]]:
    """One row for each different token; two keys may share one, because tokens are short."""
    found = {(field, token(field, value)) for field, values in keys(reading.name()).items() for value in values}
    return ((owner.pk, field, value, settings.BLIND_INDEX_VERSION) for field, value in sorted(found))
