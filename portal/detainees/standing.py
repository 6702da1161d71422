"""What must be known of a record before anything is done with it, from what is claimed and stated (floor 5).

Strict on purpose: one claim is enough, a later silence takes nothing back, and nothing is weighed by the machine.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from portal.core.dates import ADULT_YEARS, read_date_or_none, today, years_later

from .enums import AgeFinding, CustodyKind, LegalStatus, StatementAbout, YesNo
from .models import CustodyEntry, DetaineeRecord, Statement
from .readings import Claimed, claimed_by, last_birth, last_births

_WEIGHED = (
    StatementAbout.STATUS,
    StatementAbout.AGE,
    StatementAbout.DEATH_SENTENCE,
    StatementAbout.UNFAIR_TRIAL,
)


@dataclass(frozen=True)
class Standing:
    """What is said of a person, and nobody took back. `is_sealed` is the stored answer: only named people open it."""

    is_sealed: bool
    may_be_minor: bool
    has_death_sentence: bool
    has_unfair_trial: bool
    has_died: bool


def standing(record: DetaineeRecord) -> Standing:
    """The standing of one record."""
    return standings([record])[record.pk]


def standings(records: Sequence[DetaineeRecord]) -> dict[UUID, Standing]:
    """The standing of each of many records, in few queries."""
    claimed = claimed_by(records)
    stated: dict[UUID, list[Statement]] = defaultdict(list)
    for row in Statement.objects.live().filter(record__in=list(claimed), about__in=_WEIGHED):
        stated[row.record_id].append(row)
    died = set(
        CustodyEntry.objects.live()
        .filter(record__in=list(claimed), kind=CustodyKind.DEATH)
        .values_list("record_id", flat=True)
    )
    sealed = set(DetaineeRecord.objects.filter(pk__in=list(claimed), is_sealed=True).values_list("pk", flat=True))
    return {
        record.pk: _standing(
            record,
            claimed[record.pk],
            stated[record.pk],
            is_sealed=record.pk in sealed,
            has_died=record.pk in died,
        )
        for record in records
    }


def called_young(records: Sequence[DetaineeRecord]) -> frozenset[UUID]:
    """Which of these records seal their person: a live statement says under 18, or the last date of birth allows it.

    The one place where this is decided. It opens rows, so pages ask for what `services.sealing` has stored of it. What
    does not open may say anything, and seals.
    """
    births = last_births(records)
    by_age = Statement.objects.live().filter(record__in=list(births), about=StatementAbout.AGE)
    stated = {row.record_id for row in by_age if births[row.record_id] is None or row.value == AgeFinding.UNDER_18}
    return frozenset(stated | {key for key, birth in births.items() if birth is None or is_young(birth)})


def combined(all_of_them: Iterable[Standing]) -> Standing:
    """The standing of records that people judged to be one person: what one has, all have."""
    known = list(all_of_them)
    return Standing(*(any(getattr(one, field) for one in known) for field in Standing.__dataclass_fields__))


def _standing(
    record: DetaineeRecord, claimed: list[Claimed], stated: list[Statement], *, is_sealed: bool, has_died: bool
) -> Standing:
    statuses = {_last_word(claimed, "legal_status"), *_said(stated, StatementAbout.STATUS)}
    by_age = [row for row in stated if row.about == StatementAbout.AGE and row.value == AgeFinding.UNDER_18]
    by_birth = is_young(last_birth(record, (row.values["birth_date"] for row in claimed)))
    return Standing(
        is_sealed=is_sealed,
        may_be_minor=by_birth or any(_is_still_young(row.said_on) for row in by_age),
        has_death_sentence=LegalStatus.DEATH_SENTENCE in statuses
        or YesNo.YES in _said(stated, StatementAbout.DEATH_SENTENCE),
        has_unfair_trial=YesNo.YES in _said(stated, StatementAbout.UNFAIR_TRIAL),
        has_died=has_died or LegalStatus.DIED in statuses,
    )


def _last_word(claimed: list[Claimed], column: str) -> str:
    """What the source said last of it; a list that leaves it out, or says "unknown", does not unsay it."""
    words = [row.values[column] for row in claimed if row.values[column] not in ("", LegalStatus.UNKNOWN)]
    return words[-1] if words else ""


def _said(stated: list[Statement], about: str) -> set[str]:
    return {row.value for row in stated if row.about == about}


def is_young(birth: str) -> bool:
    """Say whether a date of birth in EDTF allows that the person is under 18 today."""
    read = read_date_or_none(birth)
    return read is not None and years_later(read.latest, ADULT_YEARS) > today()


def _is_still_young(said_on: str) -> bool:
    """Whether who was under 18 on a day, or at an unknown time, may still be."""
    read = read_date_or_none(said_on)
    return read is None or years_later(read.latest, ADULT_YEARS) > today()
