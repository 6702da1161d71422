"""Records with their names, custody events and search tokens, many at a time (floor 5)."""

from collections.abc import Sequence

from django.conf import settings

from portal.confidential.blind import token
from portal.confidential.keyring import create_data_keys, open_data_keys
from portal.core.languages import guess_name_language, script_of
from portal.detainees.enums import CustodyKind
from portal.detainees.models import Batch, CustodyEvent, DetaineeName, DetaineeRecord, NameIndex
from portal.detainees.rows import Reading
from portal.names import keys

_PLAIN = ("sex", "birth_date", "birth_place", "nationality", "facility", "source_note")


def create_records(*, batch: Batch, readings: Sequence[Reading]) -> list[DetaineeRecord]:
    """Make new records, each under a key of its own; the wrapped keys are committed first."""
    key_ids = create_data_keys(len(readings), purpose="detainee")
    records = []
    for reading, key_id in zip(readings, key_ids, strict=True):
        new = DetaineeRecord(key_id=key_id, source_id=batch.source_id, external_id=reading.external_id)
        _fill(new, reading, batch)
        records.append(new)
    DetaineeRecord.objects.bulk_create(records)
    _write_rows(list(zip(records, readings, strict=True)))
    return records


def update_records(*, batch: Batch, changes: Sequence[tuple[DetaineeRecord, Reading]]) -> None:
    """Put what a corrected list says in the place of what the source said before."""
    open_data_keys([old.key_id for old, _reading in changes])
    for old, reading in changes:
        _fill(old, reading, batch)
        old.save()
    changed = [old for old, _reading in changes]
    for model in (DetaineeName, CustodyEvent, NameIndex):
        model._default_manager.filter(record__in=changed).delete()
    _write_rows(changes)


def _fill(target: DetaineeRecord, reading: Reading, batch: Batch) -> None:
    for field in _PLAIN:
        setattr(target, field, reading.values[field])
    target.legal_status = reading.legal_status()
    target.legal_status_as_written = reading.values["legal_status"]
    target.content_fingerprint = reading.content_fingerprint()
    target.last_batch = batch


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
    NameIndex.objects.bulk_create(row for owner, reading in pairs for row in _tokens(owner, reading))


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


def _tokens(owner: DetaineeRecord, reading: Reading) -> list[NameIndex]:
    """One row for each different token; two keys may share one, because tokens are short."""
    found = {(field, token(field, value)) for field, values in keys(reading.name()).items() for value in values}
    return [
        NameIndex(record=owner, field=field, token=value, version=settings.BLIND_INDEX_VERSION)
        for field, value in sorted(found)
    ]
