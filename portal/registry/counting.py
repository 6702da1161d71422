"""Registrations counted by place, year, state, source and waiting, for figures (floor 5; R-11, P10).

Dates are encrypted, so registrations are opened in chunks, a few columns of each; what leaves here is counts. Counts of
everybody are for the office's own work. Counts for the public are of those families alone who agree to be counted.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from portal.accounts.services.planting import planted_keys
from portal.confidential.bulk import Ciphers, open_rows
from portal.core.dates import read_date_or_none
from portal.core.pieces import pieces
from portal.figures.enums import BEFORE, FIRST_YEAR, OTHER, UNKNOWN, Counting, FirstAnswer, Source, Status, Wait
from portal.places.enums import PlaceKind
from portal.places.models import Place

from .clock import acknowledge_by, answer_by, day_of, with_clock
from .consent import allowing
from .enums import CLOSED_STATES, Purpose, RegistrationState
from .models import LastKnown, PersonSought, Registration

_CHUNK = 500
_MONTH = timedelta(days=30)
_COUNTRIES = ("SY", "IQ")
_STATUS = {
    RegistrationState.RECEIVED: Status.WAITING,
    RegistrationState.BEING_READ: Status.WAITING,
    RegistrationState.REGISTERED: Status.GOING_ON,
    RegistrationState.PLEASE_CONTACT: Status.GOING_ON,
    RegistrationState.ANSWERED: Status.ANSWERED,
    RegistrationState.PAUSED: Status.RESTING,
    **dict.fromkeys(CLOSED_STATES, Status.CLOSED),
}
# The family has no wish to be written to; of what we closed ourselves it was told.
_STOPPED = frozenset({RegistrationState.PAUSED, RegistrationState.CLOSED})


@dataclass
class Tally:
    """Counts by table and cell, and how many days each family waited whose time is over."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    days: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, cells: Mapping[str, str], days: Mapping[str, int]) -> None:
        """Count one registration."""
        for table, cell in cells.items():
            self.counts[table][cell] += 1
        for table, waited in days.items():
            self.days[table].append(waited)


@dataclass
class Counted:
    """Everybody, those who agree to be counted for the public, and a hash of which registrations were opened."""

    everybody: Tally
    public: Tally
    registrations: int
    sha256: str


def count_registrations(*, today: date) -> Counted:
    """Open and count all registrations against which nothing speaks, as of a day. The caller writes the event.

    Planted ones are no people.
    """
    planted = planted_keys()
    keys = [
        key for key in Registration.objects.trusted().order_by("pk").values_list("pk", flat=True) if key not in planted
    ]
    everybody, public, places = Tally(), Tally(), _cells_of_places()
    for chunk in pieces(keys, _CHUNK):
        agreeing = _agreeing(chunk)
        for key, cells, days in _read(chunk, places, today):
            everybody.add(cells, days)
            if key in agreeing:
                public.add(cells, days)
    manifest = hashlib.sha256("\n".join(map(str, keys)).encode()).hexdigest()
    return Counted(everybody, public, len(keys), manifest)


def counted_cells(*, today: date) -> dict[str, list[str]]:
    """Return all cells of each table, whether somebody stands in them or not: an empty one says nothing."""
    places = Place.objects.filter(kind=PlaceKind.GOVERNORATE, parent__code__in=_COUNTRIES)
    years = [str(year) for year in range(FIRST_YEAR, today.year + 1)]
    return {
        Counting.PLACE: [*sorted(places.values_list("code", flat=True)), *_COUNTRIES, OTHER, UNKNOWN],
        Counting.YEAR: [BEFORE, *years, UNKNOWN],
        Counting.STATUS: list(Status.values),
        Counting.SOURCE: list(Source.values),
        Counting.ACKNOWLEDGED: list(Wait.values),
        Counting.ANSWERED: list(FirstAnswer.values),
    }


def _agreeing(keys: Sequence[UUID]) -> set[UUID]:
    """Those whose family agrees to be counted at this moment, and that nobody keeps still."""
    free = Registration.objects.filter(pk__in=keys, held_at__isnull=True)
    agreed = allowing(Purpose.STATISTICS).filter(registration__in=free)
    return set(agreed.values_list("registration", flat=True))


def _read(
    keys: Sequence[UUID], places: Mapping[UUID, str], today: date
) -> Iterator[tuple[UUID, dict[str, str], dict[str, int]]]:
    """The cells of each registration, and how long its family waited."""
    heard = _last_heard(keys, places, today)
    rows = with_clock(Registration.objects.filter(pk__in=keys)).values_list(
        "pk", "state", "filled_by", "submitted_at", "holder", "acknowledged_at", "answered_at"
    )
    for key, state, filled_by, submitted_at, holder, acknowledged_at, answered_at in rows:
        sent = day_of(submitted_at)
        place, year = heard.get(key, (UNKNOWN, UNKNOWN))
        cells = {
            Counting.PLACE.value: place,
            Counting.YEAR.value: year,
            Counting.STATUS.value: _STATUS[state].value,
            Counting.SOURCE.value: filled_by,
        }
        days = {}
        for table, at, due in (
            (Counting.ACKNOWLEDGED.value, acknowledged_at, acknowledge_by(sent)),
            (Counting.ANSWERED.value, answered_at, answer_by(sent)),
        ):
            cells[table] = _wait(at, due, today, has_holder=holder is not None, is_stopped=state in _STOPPED)
            if cells[table] in (Wait.IN_TIME, Wait.LATE):
                days[table] = (day_of(at) - sent).days
        if cells[Counting.ANSWERED] == Wait.IN_TIME and days[Counting.ANSWERED] <= _MONTH.days:
            cells[Counting.ANSWERED.value] = FirstAnswer.ONE_MONTH.value
        yield key, cells, days


def _wait(at: datetime | None, due: date, today: date, *, has_holder: bool, is_stopped: bool) -> str:
    """Who was answered early counts only when the time of all who sent on that day is over: else it would flatter."""
    if not has_holder:
        return Wait.LIST.value
    if today <= due:
        return Wait.NOT_DUE.value
    if at is None:
        return Wait.STOPPED.value if is_stopped else Wait.WAITING.value
    return Wait.IN_TIME.value if day_of(at) <= due else Wait.LATE.value


def _last_heard(keys: Sequence[UUID], places: Mapping[UUID, str], today: date) -> dict[UUID, tuple[str, str]]:
    """The cells of place and year of each registration. A row that does not open is as one that says nothing."""
    owners = {
        str(person): registration
        for person, registration in PersonSought.objects.filter(registration__in=keys).values_list("pk", "registration")
    }
    rows = LastKnown.objects.filter(person__in=list(owners))
    chosen = {str(person): place for person, place in rows.exclude(place=None).values_list("person", "place")}
    return {
        owners[person]: (places[chosen[person]] if person in chosen else UNKNOWN, _year(told, today))
        for person, told in open_rows(rows, Ciphers(), plain=("person",), sealed=("date",))
    }


def _year(told: str, today: date) -> str:
    """The cell of a date in EDTF. A span of several years belongs to none of them."""
    read = read_date_or_none(told)
    if read is None or read.precision in {"range", "decade"}:
        return UNKNOWN
    year = (read.earliest + (read.latest - read.earliest) / 2).year
    if year > today.year:
        return UNKNOWN
    return str(year) if year >= FIRST_YEAR else BEFORE


def _cells_of_places() -> dict[UUID, str]:
    """The cell of every place: its governorate, else its country where that is Syria or Iraq, else another country."""
    rows = {place.pk: place for place in Place.objects.all()}
    cells: dict[UUID, str] = {}
    for key, place in rows.items():
        chain = [place]
        while chain[-1].parent_id is not None:
            chain.append(rows[chain[-1].parent_id])
        country = chain[-1].code
        governorate = next((one.code for one in chain if one.kind == PlaceKind.GOVERNORATE), country)
        cells[key] = governorate if country in _COUNTRIES else OTHER
    return cells
