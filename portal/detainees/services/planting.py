"""Planting an invented record on a list of a real source: found like any other, compared with nobody (R-23; ADR 0031).

No row of the list stands behind it, so no count of rows holds it; it speaks for itself, as a record without rows does.
"""

import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.accounts.services.planting import note_planted, planted_keys, tell_if_planted
from portal.core.dates import day_of
from portal.detainees.columns import cells_by_column
from portal.detainees.enums import BatchState
from portal.detainees.models import Batch, DetaineeRecord, Source
from portal.detainees.rows import Reading, read_row

from .writing import create_records, withdraw_records

# What an administrator is not asked: the list says it of many people in the same words.
_LIKE_ANOTHER = ("nationality", "facility", "legal_status")
# As many tries with the usual number of digits; then one digit more.
_TRIES = 50
_LAST_DIGITS = re.compile(r"\d+(?=\D*$)")


class NoList(Exception):
    """The source has no list that stands: nothing can be planted on one."""


class NotReadable(Exception):
    """A list that says this would be turned down."""


def sources_to_plant_on() -> QuerySet[Source]:
    """Return the sources with a list that stands."""
    return Source.objects.filter(batches__state=BatchState.IMPORTED).distinct().order_by("name")


@dataclass(frozen=True)
class Invented:
    """An invented person as a list would write one."""

    name: str
    mother: str
    sex: str
    birth_year: int
    birth_place: str
    year: int
    place: str

    def cells(self) -> dict[str, str]:
        """By column of a list."""
        return {
            "full_name": self.name,
            "mother_name": self.mother,
            "sex": self.sex,
            "birth_date": str(self.birth_year),
            "birth_place": self.birth_place,
            "event_date": str(self.year),
            "event_place": self.place,
        }


def plant_detainee(*, source: Source, invented: Invented, by: User) -> DetaineeRecord:
    """Plant one for an administrator on the latest list of a source, as old as that list.

    Raises PermissionDenied, NoList, NotReadable.
    """
    if not has_role(by, Role.ADMINISTRATOR):
        raise PermissionDenied("an administrator plants records")
    batch = Batch.objects.of_source(source).imported().first()
    if batch is None or batch.imported_at is None:
        raise NoList
    with transaction.atomic():
        # Locked as for an import: no list takes the number meanwhile.
        Source.objects.select_for_update().get(pk=source.pk)
        (record,) = create_records(batch=batch, readings=[_as_the_list_writes(invented, batch)])
        # Written with the others of its list, as far as its dates tell.
        at = batch.imported_at - timedelta(seconds=secrets.randbelow(60))
        dates = {"created_at": at, "updated_at": at, "weighed_on": day_of(at)}
        DetaineeRecord.objects.filter(pk=record.pk).update(**dates)
        note_planted(subject=record.pk, by=by)
    return record


def planted_records() -> QuerySet[DetaineeRecord]:
    """Return the planted ones. For what takes them out of comparing and counting, and never to be shown."""
    return DetaineeRecord.objects.filter(pk__in=planted_keys())


def tell_of_numbers(*, source: Source, numbers: Collection[str], user: User | None) -> list[DetaineeRecord]:
    """Return the planted records of a source under these numbers; that somebody named one is told as its opening is.

    `user` is who named the numbers, one by one or in a list: what is said of a number shows whether a record of it is
    real, and that a list meets a planted one by chance is seldom. None where no person brought the list.
    """
    taken = set(numbers)
    found = [one for one in planted_records().filter(source=source) if one.external_id in taken]
    if user is not None:
        tell_if_planted(subjects=found, user=user)
    return found


def give_way(*, source: Source, numbers: Collection[str], user: User | None) -> None:
    """Give planted records another number where a source writes theirs for somebody real, and tell of it."""
    for one in tell_of_numbers(source=source, numbers=numbers, user=user):
        one.external_id = _free_number(source)
        one.save(update_fields=["external_id"])


def withdraw_planted_of(batch: Batch) -> None:
    """Take planted records out with the list on which they stand: nothing of it is found any more."""
    withdraw_records(list(planted_records().filter(last_batch=batch, withdrawn_at__isnull=True)))


def _as_the_list_writes(invented: Invented, batch: Batch) -> Reading:
    """Only the columns that the list has; what is the same for many is written as in another of its rows."""
    others = batch.rows.accepted()
    row = others[secrets.randbelow(max(others.count(), 1)) :].first()
    another = cells_by_column(row.kept()["cells"], batch.mapping) if row else {}
    said = {column: another.get(column, "") for column in _LIKE_ANOTHER} | invented.cells()
    said["external_id"] = _free_number(batch.source)
    cells = [""] * (max(batch.mapping.values(), default=-1) + 1)
    for column, place in batch.mapping.items():
        cells[place] = said.get(column, "")
    mapping = dict(batch.mapping)
    if "full_name" not in mapping:
        mapping["full_name"] = len(cells)
        cells.append(invented.name)
    reading = read_row(cells, (), mapping, batch.words())
    if reading.is_rejected:
        raise NotReadable
    return reading


def _free_number(source: Source) -> str:
    """A number in the source's own writing that none of its records has: the last digits of one, drawn anew."""
    numbers = DetaineeRecord.objects.filter(source=source).order_by("external_id").values_list("external_id", flat=True)
    pattern = numbers[secrets.randbelow(max(numbers.count(), 1)) :][:1]
    model = next(iter(pattern), "1000")
    found = _LAST_DIGITS.search(model)
    before, digits, after = (model[: found.start()], found[0], model[found.end() :]) if found else (model, "000", "")
    tries = 0
    while True:
        length = len(digits) + tries // _TRIES
        number = f"{before}{secrets.randbelow(10**length):0{length}d}{after}"
        if not numbers.filter(external_id=number).exists():
            return number
        tries += 1
