"""Others of the same place and days as the two of a pair, for people to look at (floor 6). The machine judges nothing.

No index knows places or days, since equal entries would show who was taken together to whoever steals a copy. So rows
are narrowed by what stands in clear, a place chosen from the list and the list a record came with, and few are opened.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from portal.accounts.reading import check_names, record_search
from portal.detainees.access import unsealed_to
from portal.detainees.models import DetaineeRecord
from portal.linkage import DateRange, Record, locate
from portal.places.enums import PlaceKind
from portal.places.models import Place
from portal.registry.enums import CaseLinkKind
from portal.registry.models import CaseLink, Registration

from . import events
from .enums import MatchRole, PairState, SideKind, Verdict
from .models import CandidatePair, Judgement
from .name_parts import Words
from .records import comparable_detainees, comparable_registrations, read_records

SHOWN = 25
# People tell of a day, and lists write down another one close to it.
_LENIENCE = timedelta(days=3)
_TOO_WIDE = (PlaceKind.COUNTRY, PlaceKind.GOVERNORATE)
_COLLEAGUES = _("Linked by colleagues as the same incident")
_TWO_PEOPLE = _("Two people judged: the same incident")
_NEAR = {
    SideKind.REGISTRATION: _("Place and days of the family’s last news"),
    SideKind.DETAINEE: _("Place and days of the arrest on the record"),
}
_Reasons = dict[UUID, list[Words]]
_Fit = tuple[UUID, Record, tuple[Words, ...]]


@dataclass(frozen=True)
class Other:
    """One registration or record: how it is called, when and where as it is compared, and why it stands here."""

    kind: SideKind
    id: UUID
    reference: str
    source: str
    when: DateRange | None
    place: str
    why: tuple[Words, ...]


@dataclass(frozen=True)
class Incident:
    """What is known: the others, whether more had to be looked at, and whether either side says where and when."""

    others: tuple[Other, ...]
    is_cut: bool
    is_told: bool


@dataclass(frozen=True)
class _Point:
    kind: SideKind
    place: str
    when: DateRange


def others_of(pair: CandidatePair, *, user) -> Incident:
    """The others of a pair that `access_pair` returned, at most SHOWN, without a name; logged once as a list is."""
    check_names(user)
    points = [*_points(SideKind.REGISTRATION, pair.registration_id), *_points(SideKind.DETAINEE, pair.detainee_id)]
    found: list[Other] = []
    is_cut = False
    records, registrations = _detainees(pair, user), _registrations(pair)
    same_list = Q(last_batch=pair.detainee.last_batch_id)
    for kind, visible, near, said, first in (
        (SideKind.REGISTRATION, registrations, _in_place(points), _said_of_registrations(pair), []),
        (SideKind.DETAINEE, records, same_list, _said_of_records(pair), _beside(records, pair)),
    ):
        keys, is_full = _narrowed(visible, near, said, first) if points or said else ([], False)
        is_cut |= is_full
        found += _called(kind, _fitting(kind, keys, points, said))
    shown = tuple(sorted(found, key=_order)[:SHOWN])
    _log(pair, shown, user)
    return Incident(shown, is_cut or len(found) > SHOWN, bool(points))


def _points(kind: SideKind, key: UUID) -> Iterator[_Point]:
    for record in read_records(kind, [key]):
        place = locate(record.event_place)
        if place and record.event:
            yield _Point(kind, place.code, record.event)


def _registrations(pair: CandidatePair) -> QuerySet[Registration]:
    return comparable_registrations().exclude(pk=pair.registration_id)


def _detainees(pair: CandidatePair, user) -> QuerySet[DetaineeRecord]:
    return comparable_detainees().filter(unsealed_to(user)).exclude(pk=pair.detainee_id)


def _in_place(points: Iterable[_Point]) -> Q:
    """Registrations whose chosen place may be one of these, and those that have words alone."""
    codes = {point.place for point in points}
    places = Place.objects.exclude(kind__in=_TOO_WIDE).select_related("parent")
    same = [one.pk for one in places if (known := locate(one.bare_name)) and known.code in codes]
    return Q(persons__last_known__place__in=same) | Q(persons__last_known__place__isnull=True)


def most_of_a_kind() -> int:
    """Return how many registrations, and how many records, may be opened for one page."""
    return settings.SEARCH_DECRYPT_LIMIT // 2


def _beside(records: QuerySet[DetaineeRecord], pair: CandidatePair) -> list[UUID]:
    """Keys of records whose rows stand near the pair's on its list, the nearest first.

    Who came together is often written together, and of a long list only few can be opened.
    """
    batch, reach = pair.detainee.last_batch_id, most_of_a_kind()
    at = pair.detainee.rows.filter(batch=batch).values_list("number", flat=True).first()
    if at is None:
        return []
    near = records.filter(rows__batch=batch, rows__number__range=(at - reach, at + reach))
    return [key for key, _number in sorted(near.values_list("pk", "rows__number"), key=lambda row: abs(row[1] - at))]


def _narrowed(visible: QuerySet[Any], near: Q, said: _Reasons, first: list[UUID]) -> tuple[list[UUID], bool]:
    """Keys of those to open: what people said, then `first`, then the newest. And whether there are too many."""
    limit = most_of_a_kind()
    linked = visible.filter(pk__in=said).values_list("pk", flat=True)
    others = visible.filter(near).order_by("-created_at", "pk").values_list("pk", flat=True)[: limit + 1]
    keys = list(dict.fromkeys([*linked, *first, *others]))
    return keys[:limit], len(keys) > limit


def _said_of_registrations(pair: CandidatePair) -> _Reasons:
    """Other registrations that people tied to either side as one incident."""
    said: _Reasons = defaultdict(list)
    links = CaseLink.objects.live_of(pair.registration).filter(kind=CaseLinkKind.SAME_INCIDENT)
    for first, second in links.values_list("first_id", "second_id"):
        said[second if first == pair.registration_id else first].append(_COLLEAGUES)
    for key in _judged(detainee=pair.detainee_id).values_list("pair__registration", flat=True).distinct():
        said[key].append(_TWO_PEOPLE)
    return said


def _said_of_records(pair: CandidatePair) -> _Reasons:
    keys = _judged(registration=pair.registration_id).values_list("pair__detainee", flat=True).distinct()
    return {key: [_TWO_PEOPLE] for key in keys}


def _judged(**side: UUID) -> QuerySet[Judgement]:
    """Judgements that two people agreed on: what one person said stays hidden from the next reader."""
    agreed = Judgement.objects.standing().filter(role=MatchRole.SAME_INCIDENT, verdict=Verdict.SAME)
    return agreed.filter(pair__state=PairState.VERIFIED, **{f"pair__{name}": key for name, key in side.items()})


def _fitting(kind: SideKind, keys: list[UUID], points: list[_Point], said: _Reasons) -> Iterator[_Fit]:
    for record in read_records(kind, keys):
        key = cast(UUID, record.id)
        why = [*said.get(key, []), *(_NEAR[point.kind] for point in points if _meets(record, point))]
        if why:
            yield key, record, tuple(why)


def _meets(record: Record, point: _Point) -> bool:
    place = locate(record.event_place)
    if record.event is None or place is None or place.code != point.place:
        return False
    return record.event[0] - _LENIENCE <= point.when[1] and point.when[0] - _LENIENCE <= record.event[1]


def _called(kind: SideKind, fitting: Iterable[_Fit]) -> list[Other]:
    """The others with what their records are called."""
    rows = {key: (record, why) for key, record, why in fitting}
    if kind == SideKind.DETAINEE:
        found = DetaineeRecord.objects.filter(pk__in=rows).values_list("pk", "external_id", "source__name")
        called = {key: (number, source) for key, number, source in found}
    else:
        names = Registration.objects.filter(pk__in=rows).values_list("pk", "reference")
        called = {key: (reference, "") for key, reference in names}
    return [
        Other(kind, key, *called[key], record.event, record.event_place, why)
        for key, (record, why) in rows.items()
        if key in called
    ]


def _order(other: Other) -> tuple[bool, timedelta, date, str]:
    """What people said first, then what is told to the day before what is told to the year."""
    said = _COLLEAGUES in other.why or _TWO_PEOPLE in other.why
    first, last = other.when or (date.min, date.max)
    return not said, last - first, first, str(other.id)


def _log(pair: CandidatePair, shown: tuple[Other, ...], user) -> None:
    keys = {str(kind): [str(one.id) for one in shown if one.kind == kind] for kind in SideKind}
    data = {"found": len(shown), "pair": str(pair.pk), **keys}
    record_search(events.INCIDENT_LISTED, user=user, purpose="clerical_review", data=data)
