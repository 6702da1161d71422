"""Years and places of what a search found: opened only where they were asked for (floor 6)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.confidential.bulk import Ciphers, Key, open_rows
from portal.core.dates import read_date_or_none
from portal.detainees.entered import entered_on
from portal.detainees.models import CustodyEvent, DetaineeRecord
from portal.linkage import locate
from portal.registry.models import LastKnown, PersonSought

from .enums import SideKind
from .hits import Hit
from .query import SearchQuery

# Lists and memories are often a year wrong.
_LENIENCE = timedelta(days=366)
_FITS, _ELSEWHERE, _UNKNOWN = 0.1, -0.1, -0.02


@dataclass
class _Facts:
    births: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


def judge_facts(hits: list[Hit], query: SearchQuery, kind: SideKind, ciphers: Ciphers) -> list[Hit]:
    """The hits that fit the years, rated by the place too. What a record does not say speaks against nothing."""
    facts = _listed(hits, ciphers) if kind == SideKind.DETAINEE else _sought(hits, ciphers)
    judged = (_judged(hit, facts[str(hit.id)], query) for hit in hits)
    return [hit for hit in judged if hit is not None]


def _judged(hit: Hit, facts: _Facts, query: SearchQuery) -> Hit | None:
    score, why = hit.score, list(hit.why)
    if query.years:
        if _within(facts.births, query):
            score, why = score + _FITS, [*why, _("Born in these years")]
        elif _within(facts.events, query):
            score, why = score + _FITS, [*why, _("Last news or custody in these years")]
        elif any(map(read_date_or_none, [*facts.births, *facts.events])):
            return None
        else:
            score += _UNKNOWN
    if query.place:
        found = [place for text in facts.places if (place := locate(text))]
        if any(place.code == query.place.code for place in found):
            score, why = score + _FITS, [*why, _("The place is the same")]
        elif any(place.governorate == query.place.governorate for place in found):
            score, why = score + _FITS / 2, [*why, _("The governorate is the same")]
        else:
            score += _ELSEWHERE if found else _UNKNOWN
    return replace(hit, score=score, why=tuple(why))


def _within(dates: Iterable[str], query: SearchQuery) -> bool:
    if not query.years:
        return False
    low, high = query.years[0] - _LENIENCE, query.years[1] + _LENIENCE
    read = [found for text in dates if (found := read_date_or_none(text))]
    return any(one.earliest <= high and one.latest >= low for one in read)


def _listed(hits: list[Hit], ciphers: Ciphers) -> dict[Key, _Facts]:
    keys = [hit.id for hit in hits]
    facts: dict[Key, _Facts] = defaultdict(_Facts)
    rows = DetaineeRecord.objects.filter(pk__in=keys)
    sealed = ("birth_date", "birth_place", "facility")
    for key, birth, *places in open_rows(rows, ciphers, plain=("pk",), sealed=sealed):
        facts[key].births.append(birth)
        facts[key].places += places
    custody = CustodyEvent.objects.filter(record__in=keys)
    for key, when, place in open_rows(custody, ciphers, plain=("record",), sealed=("date", "place")):
        facts[key].events.append(when)
        facts[key].places.append(place)
    for record, entered in entered_on(keys, ciphers).items():
        facts[record].events += [date for _kind, date, _place in entered.events]
        facts[record].places += [place for _kind, _date, place in entered.events]
    return facts


def _sought(hits: list[Hit], ciphers: Ciphers) -> dict[Key, _Facts]:
    keys = [hit.id for hit in hits]
    facts: dict[Key, _Facts] = defaultdict(_Facts)
    people = PersonSought.objects.filter(registration__in=keys)
    owners: dict[Key, Key] = {}
    sealed = ("birth_date", "birth_place")
    for person, registration, birth, place in open_rows(people, ciphers, plain=("pk", "registration"), sealed=sealed):
        owners[person] = registration
        facts[registration].births.append(birth)
        facts[registration].places.append(place)
    told = LastKnown.objects.filter(person__in=list(owners))
    for person, when, place in open_rows(told, ciphers, plain=("person",), sealed=("date", "place_as_told")):
        facts[owners[person]].events.append(when)
        facts[owners[person]].places.append(place)
    return facts
