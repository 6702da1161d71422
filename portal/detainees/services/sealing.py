"""The stored answer to whether a person is sealed, and who is one person (floor 5; ADR 0023).

Whatever can change the answer calls `weigh` in its own transaction: rows brought in or taken back, what people state of
an age, records judged to be one person or no longer. Time alone only ever unseals; `weigh_due` looks for that.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce

from portal.core.dates import today
from portal.core.pieces import pieces
from portal.detainees.models import DetaineeRecord
from portal.detainees.standing import called_young


def hold_persons(keys: Iterable[UUID]) -> None:
    """Let nobody else weigh or link the persons behind these records for the rest of the transaction.

    Each person is held by the record whose key all share, so that whoever comes second waits for the first.
    """
    wanted = list(keys)
    held: set[UUID] | None = None
    while held != (persons := _persons_of(wanted)):
        held = persons
        list(DetaineeRecord.objects.select_for_update().filter(pk__in=held).order_by("pk").values_list("pk"))


def _persons_of(keys: list[UUID]) -> set[UUID]:
    rows = DetaineeRecord.objects.filter(pk__in=keys)
    return set(rows.annotate(shared=Coalesce("person", "pk")).values_list("shared", flat=True))


@transaction.atomic
def weigh(keys: Iterable[UUID]) -> int:
    """Work out anew whether the persons behind these records are sealed, and store it; return how many changed.

    One record seals the person: the others would tell the same.
    """
    wanted = list(keys)
    if not wanted:
        return 0
    hold_persons(wanted)
    records = list(DetaineeRecord.objects.of_persons(wanted))
    young = called_young(records)
    sealed = {one.person or one.pk for one in records if one.pk in young}
    day = today()
    changed = 0
    for is_sealed in (True, False):
        those = [one for one in records if ((one.person or one.pk) in sealed) == is_sealed]
        changed += sum(one.is_sealed != is_sealed for one in those)
        stale = [one.pk for one in those if (one.is_sealed, one.weighed_on) != (is_sealed, day)]
        DetaineeRecord.objects.filter(pk__in=stale).update(is_sealed=is_sealed, weighed_on=day)
    return changed


def are_one_person(groups: Sequence[set[UUID]]) -> None:
    """Store which of these records, held by the caller, people judge to be one person, and weigh each person anew."""
    for group in groups:
        DetaineeRecord.objects.filter(pk__in=group).update(person=min(group) if len(group) > 1 else None)
    weigh(key for group in groups for key in group)


def weigh_due() -> int:
    """Weigh what nobody has weighed, and what was sealed before today: people come of age. For run_periodic.

    Return how many changed.
    """
    day = today()
    return _weigh_rows(Q(weighed_on__isnull=True) | Q(is_sealed=True, weighed_on__lt=day))


def weigh_all() -> int:
    """Weigh every record: after a change of what can be read in a row. Return how many changed."""
    return _weigh_rows(Q())


def _weigh_rows(which: Q) -> int:
    keys = list(DetaineeRecord.objects.filter(which).order_by("pk").values_list("pk", flat=True))
    return sum(map(weigh, pieces(keys)))
