"""Transfers of many people at once, and who was among them (floor 5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from portal.accounts.permissions import check_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.blind import fingerprint
from portal.confidential.keyring import open_data_keys
from portal.core.pieces import pieces
from portal.detainees import events
from portal.detainees.access import LIST_READERS, unsealed_to
from portal.detainees.enums import CustodyKind
from portal.detainees.models import CustodyEntry, DetaineeRecord, Source, Transfer

from .planting import give_way
from .sealing import hold_persons
from .writing import compare_anew


class NameTaken(Exception):
    """The source has a transfer of this name already."""


@dataclass(frozen=True)
class Added:
    """What became of a list of numbers: how many records came in, which were in already, which nobody knows."""

    added: int
    known_before: tuple[str, ...]
    unknown: tuple[str, ...]


def add_transfer(*, user, label: str, source: Source, **said) -> Transfer:
    """Add a transfer, nobody in it yet. Raises PermissionDenied and NameTaken."""
    check_role(user, *LIST_READERS)
    try:
        with transaction.atomic():
            transfer = Transfer.objects.create(label=label, source=source, entered_by=user, **said)
            record(events.TRANSFER_ADDED, actor=Actor.staff(user.pk), subject=transfer)
    except IntegrityError as error:
        raise NameTaken from error
    return transfer


@transaction.atomic
def add_records(*, transfer: Transfer, source: Source, numbers: Sequence[str], user) -> Added:
    """Give each record of a source that is named by its number a custody entry of this transfer.

    Sent twice it adds nothing. A record that is sealed to this person counts as unknown. Raises PermissionDenied.
    """
    check_role(user, *LIST_READERS)
    Transfer.objects.select_for_update().get(pk=transfer.pk)
    give_way(source=source, numbers=numbers, user=user)
    found = {one.external_id: one for chunk in pieces(numbers) for one in _open_to(user, source, chunk)}
    known = set(transfer.custody_entries.filter(record__in=found.values()).values_list("record_id", flat=True))
    new = [one for one in found.values() if one.pk not in known]
    hold_persons(one.pk for one in new)
    for chunk in pieces(new):
        open_data_keys(one.key_id for one in chunk)
        CustodyEntry.objects.bulk_create(_entry(transfer, one, user) for one in chunk)
        compare_anew(one.pk for one in chunk)
    manifest = fingerprint("transfer", *sorted(str(one.pk) for one in new)).hex()
    data = {"added": len(new), "manifest": manifest}
    record(events.TRANSFER_FILLED, actor=Actor.staff(user.pk), subject=transfer, data=data)
    return Added(
        added=len(new),
        known_before=tuple(number for number, one in found.items() if one.pk in known),
        unknown=tuple(number for number in numbers if number not in found),
    )


def _open_to(user, source: Source, numbers: Sequence[str]) -> list[DetaineeRecord]:
    return list(DetaineeRecord.objects.filter(unsealed_to(user), source=source, external_id__in=numbers))


def _entry(transfer: Transfer, record: DetaineeRecord, user) -> CustodyEntry:
    return CustodyEntry(
        key_id=record.key_id,
        record=record,
        kind=CustodyKind.TRANSFER,
        date=transfer.when,
        place=f"{transfer.from_place} – {transfer.to_place}",
        facility=transfer.to_known,
        transfer=transfer,
        source=transfer.source,
        entered_by=user,
    )
