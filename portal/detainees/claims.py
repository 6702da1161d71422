"""The claims of all sources about one person, side by side, field by field. Nothing is weighed (floor 5; ADR 0023)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.dates import read_date_or_none
from portal.names import transliterate
from portal.places.countries import country_name
from portal.places.models import Place

from .columns import COLUMN_LABELS
from .enums import FEMALE, SEXES, LegalStatus, SharingTerms, status_label
from .readings import Claimed

Words = str | Promise
_FIELDS = (
    "full_name",
    "kunya",
    "mother_name",
    "sex",
    "birth_date",
    "birth_place",
    "nationality",
    "event_date",
    "event_place",
    "facility",
    "legal_status",
    "source_note",
)
_NAMES = frozenset({"full_name", "kunya", "mother_name"})
_DATES = frozenset({"birth_date", "event_date"})
_CODES = frozenset({"sex", "nationality", "legal_status"})


@dataclass(frozen=True)
class Claim:
    """What one list says: the value with its style, who says it, how reliable, on which terms, of when.

    `reading` is ours: a name in another script, or the place we know behind a place of detention. `is_earlier` says
    that the same source has said it anew since.
    """

    value: Words
    style: str
    reading: str
    source: str
    grade: str
    grade_in_words: str
    listed_on: date
    terms: Words
    record_id: object
    external_id: str
    is_earlier: bool


@dataclass(frozen=True)
class Field:
    """One field with its claims; `finding` says that the sources differ, and never which is right."""

    label: Words
    claims: tuple[Claim, ...]
    finding: Words = ""


def side_by_side(claimed: Iterable[Sequence[Claimed]]) -> list[Field]:
    """Fields with what each row of each record says; `claimed` as of `readings.claimed_by`, the own record first."""
    records = list(claimed)
    fields = []
    for column in _FIELDS:
        claims = [claim for rows in records for claim in _claims(rows, column)]
        if claims:
            fields.append(Field(COLUMN_LABELS[column], tuple(claims), _finding(column, records)))
    return fields


def _text(row: Claimed, column: str) -> str:
    return row.full_name if column == "full_name" else row.values.get(column, "")


def _current(rows: Sequence[Claimed], column: str) -> list[Claimed]:
    """The last row of a record that says anything of a field, if any."""
    return [row for row in rows if _says(row, column)][-1:]


def _says(row: Claimed, column: str) -> bool:
    text = _text(row, column)
    return bool(text) and not (column in ("sex", "legal_status") and text == LegalStatus.UNKNOWN)


def _claims(rows: Sequence[Claimed], column: str) -> list[Claim]:
    """What one record's rows say of a field; the same said again in a row is one claim, of the latest list."""
    said = [row for row in rows if _says(row, column)]
    changes = [
        row
        for number, row in enumerate(said, start=1)
        if number == len(said) or _text(said[number], column) != _text(row, column)
    ]
    return [_claim(row, column, is_earlier=row is not changes[-1]) for row in reversed(changes)]


def _claim(row: Claimed, column: str, *, is_earlier: bool) -> Claim:
    text, batch = _text(row, column), row.batch
    reading = _reading(column, text, row)
    value, style = _shown(column, text, row)
    return Claim(
        value=value,
        style=style,
        reading="" if reading == text else reading,
        source=batch.source.name,
        grade=batch.grade,
        grade_in_words=f"{batch.get_reliability_display()} · {batch.get_credibility_display()}",
        listed_on=batch.received_on,
        terms=SharingTerms(batch.sharing_terms).label,
        record_id=row.record.pk,
        external_id=row.record.external_id,
        is_earlier=is_earlier,
    )


def _reading(column: str, text: str, row: Claimed) -> str:
    if column in _NAMES:
        return transliterate(text, "Latn")
    return Place.full_name(row.facility_code) if column == "facility" and row.facility_code else ""


def _shown(column: str, text: str, row: Claimed) -> tuple[Words, str]:
    if column in _NAMES:
        return text, "name"
    if column in _DATES:
        return text, "date"
    if column == "sex" and text in SEXES:
        return SEXES[text], "words"
    if column == "legal_status" and text in LegalStatus.values:
        return status_label(text, is_woman=row.values.get("sex") == FEMALE), "words"
    return (country_name(text) if column == "nationality" else text), "text"


def _finding(column: str, records: Sequence[Sequence[Claimed]]) -> Words:
    texts = {_text(row, column) for rows in records for row in _current(rows, column)}
    if len(texts) < 2:
        return ""
    if column in _DATES:
        return _("The sources contradict one another") if _never_meet(texts) else _("Not equally exact")
    return _("The sources contradict one another") if column in _CODES else _("Written differently")


def _never_meet(texts: set[str]) -> bool:
    """Whether two of the dates cannot both be true, or one cannot be read."""
    read = [read_date_or_none(text) for text in texts]
    spans = [one for one in read if one is not None]
    if len(spans) < len(read):
        return True
    return max(one.earliest for one in spans) > min(one.latest for one in spans)
