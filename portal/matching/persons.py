"""Records that people judged to be one person: linked and unlinkable, never merged over (floor 6)."""

from uuid import UUID

from django.http import Http404

from portal.detainees.access import access_detainees
from portal.detainees.models import DetaineeRecord
from portal.detainees.standing import Standing, combined, standings

from .enums import DuplicateState, SideKind
from .models import DuplicatePair
from .models.duplicates import SIDES


def same_person(record: DetaineeRecord) -> list[DetaineeRecord]:
    """The record first, then every record that judgements link to it, over however many steps."""
    known, latest = {record.pk}, {record.pk}
    while latest:
        latest = _linked_with(latest) - known
        known |= latest
    others = DetaineeRecord.objects.filter(pk__in=known - {record.pk}).select_related("source", "last_batch")
    return [record, *others.order_by("source__name", "external_id")]


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


def _linked_with(keys: set[UUID]) -> set[UUID]:
    columns = [f"{side}_id" for side in SIDES[SideKind.DETAINEE]]
    judged = DuplicatePair.objects.of_records(SideKind.DETAINEE, list(keys)).filter(state=DuplicateState.SAME)
    return {key for pair in judged.values_list(*columns) for key in pair}
