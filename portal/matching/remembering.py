"""In which form people judged two records: keyed fingerprints of each value, and what has changed since (floor 6).

A fingerprint is bound to its pair: the same value in two pairs looks different, so rows cannot be told apart by it.
"""

from collections.abc import Iterable

from portal.confidential.blind import fingerprint
from portal.confidential.keyring import open_data_keys
from portal.detainees.entered import Entered, entries_of
from portal.registry.models import Registration

from .enums import SideKind
from .models import CandidatePair
from .records import persons_of

_NAME_PARTS = ("full_as_written", "given", "father", "grandfather", "family", "kunya")
_MOTHER_PARTS = ("mother", "mother_father", "mother_family")
_FACTS = ("birth_date", "birth_place", "nationality", "sex")
_HELD = ("legal_status", "legal_status_as_written", "facility", "source_note")
# Enough to tell two values of one field apart.
_DIGITS = 24

Values = dict[str, str]


def values_as_judged(pair: CandidatePair) -> dict[str, Values]:
    """Fingerprints of both records' values as they are now, by side and name. Opens both records."""
    open_data_keys([pair.registration.key_id, pair.detainee.key_id])
    said = {SideKind.REGISTRATION: _sought(pair.registration), SideKind.DETAINEE: _listed(pair)}
    return {
        str(side): {name: _print(pair, name, value) for name, value in values.items()} for side, values in said.items()
    }


def changed_values(pair: CandidatePair) -> dict[str, list[str]]:
    """Names of the values that are not as they were judged, by side; none where none were kept."""
    if not pair.judged_values:
        return {}
    now = values_as_judged(pair)
    return {
        side: [name for name, value in now[side].items() if value != pair.judged_values.get(side, {}).get(name)]
        for side in now
    }


def _print(pair: CandidatePair, name: str, value: str) -> str:
    return fingerprint("judged", str(pair.pk), name, value).hex()[:_DIGITS]


def _sought(registration: Registration) -> Values:
    persons = persons_of(registration)
    lasts = [person.last_known for person in persons if hasattr(person, "last_known")]
    return {
        **_names([name for person in persons for name in person.names.all()]),
        **{fact: _joined(getattr(person, fact) for person in persons) for fact in _FACTS},
        "last_date": _joined(part for last in lasts for part in (last.date, last.date_in_words)),
        "last_place": _joined(part for last in lasts for part in (last.place_as_told, str(last.place_id or ""))),
    }


def _listed(pair: CandidatePair) -> Values:
    detainee = pair.detainee
    entered = entries_of(detainee).compared() if getattr(pair, "is_entered", True) else Entered()
    listed = ((event.kind, event.date, event.place) for event in detainee.custody_events.all())
    events = sorted([*listed, *entered.events])
    return {
        **_names(list(detainee.names.all())),
        **{fact: getattr(detainee, fact) or "" for fact in (*_FACTS, *_HELD)},
        "nationality": _joined([detainee.nationality, *sorted(entered.nationalities)]),
        "custody": _joined(part for event in events for part in event),
    }


def _names(rows: list) -> Values:
    return {"name": _written(rows, _NAME_PARTS), "mother": _written(rows, _MOTHER_PARTS)}


def _written(rows: list, parts: tuple[str, ...]) -> str:
    return _joined(sorted(_joined(getattr(row, part, "") for part in parts) for row in rows))


def _joined(parts: Iterable[str | None]) -> str:
    return "\x1f".join(part or "" for part in parts)
