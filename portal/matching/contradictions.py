"""Where what a list says of a record and what people entered beside it cannot both be true (floor 6).

The comparison takes one arrest and one nationality of a record (`detainees.entered`); the reader is told of the others.
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from portal.core.dates import read_date_or_none
from portal.linkage import locate


def contradictions(*, arrests: Sequence[tuple[str, str]], nationalities: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each thing on which they contradict one another; `arrests` are dates in EDTF and places.

    What cannot be read contradicts nothing, nor does a town and the governorate in which it lies.
    """
    found = []
    if _never_meet([date for date, _place in arrests]):
        found.append(_("The sources contradict one another on the day of the arrest."))
    if _lie_apart([place for _date, place in arrests]):
        found.append(_("The sources contradict one another on the place of the arrest."))
    if len({one for one in nationalities if one}) > 1:
        found.append(_("The sources contradict one another on the nationality."))
    return tuple(found)


def _never_meet(texts: Iterable[str]) -> bool:
    spans = [read for text in texts if (read := read_date_or_none(text))]
    return bool(spans) and max(one.earliest for one in spans) > min(one.latest for one in spans)


def _lie_apart(texts: Iterable[str]) -> bool:
    places = {place for text in texts if text and (place := locate(text))}
    governorates = {one.governorate for one in places}
    towns = {one.code for one in places if one.code != one.governorate}
    return len(governorates) > 1 or len(towns) > 1
