"""Records that people judged to be one person: linked and unlinkable, never merged over (floor 6)."""

from uuid import UUID

from django.http import Http404

from portal.detainees.access import access_detainees
from portal.detainees.models import DetaineeRecord
from portal.detainees.services.sealing import are_one_person, hold_persons
from portal.detainees.standing import Standing, combined, standings

from .enums import DuplicateState, SideKind
from .models import DuplicatePair
from .models.duplicates import SIDES


def same_person(record: DetaineeRecord) -> list[DetaineeRecord]:
    """The record first, then every record that judgements link to it, over however many steps."""
    others = DetaineeRecord.objects.of_persons([record.pk]).exclude(pk=record.pk)
    return [record, *others.select_related("source", "last_batch").order_by("source__name", "external_id")]


def link_anew(keys: list[UUID]) -> None:
    """Store who is one person, now that a judgement about these records has changed; each person is weighed anew.

    In the transaction of the judgement.
    """
    hold_persons(keys)
    groups: list[set[UUID]] = []
    for key in DetaineeRecord.objects.of_persons(keys).values_list("pk", flat=True):
        if not any(key in group for group in groups):
            groups.append(_linked(key))
    are_one_person(groups)


def person_standing(record: DetaineeRecord) -> Standing:
    """The standing of the whole person: what one of the linked records has, all have."""
    return combined(standings(same_person(record)).values())


def access_person(key: UUID, *, user, purpose: str) -> list[DetaineeRecord]:
    """All records of a person, the asked one first, each read logged. Raises Http404 where there is no right to it.

    One sealed record seals the person: the others would tell the same.
    """
    asked = DetaineeRecord.objects.filter(pk=key).first()
    if asked is None:
        raise Http404
    return access_detainees([one.pk for one in same_person(asked)], user=user, purpose=purpose)


def _linked(key: UUID) -> set[UUID]:
    """The record with every one that judgements link to it, over however many steps."""
    known, latest = {key}, {key}
    while latest:
        latest = _linked_with(latest) - known
        known |= latest
    return known


def _linked_with(keys: set[UUID]) -> set[UUID]:
    columns = [f"{side}_id" for side in SIDES[SideKind.DETAINEE]]
    judged = DuplicatePair.objects.of_records(SideKind.DETAINEE, list(keys)).filter(state=DuplicateState.SAME)
    return {key for pair in judged.values_list(*columns) for key in pair}
