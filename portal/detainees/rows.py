"""From the raw cells of one row to what it says, with every problem found (floor 5; domain guide 5.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError

from portal.confidential.blind import fingerprint
from portal.core.dates import read_date_or_none, today
from portal.core.languages import latin_digits
from portal.core.tables import Fault
from portal.core.text import clean_text
from portal.names import Name, parse
from portal.places.countries import countries

from .columns import MEANT_COLUMNS, cells_by_column
from .enums import LegalStatus
from .problems import Problem, ProblemCode, rejects
from .written_dates import read_written

MAX_CELL = 500
MAX_EXTERNAL_ID = 80
_DATES = ("birth_date", "event_date")
# Without any of these a name tells nobody apart.
_TELLING = ("mother_name", "birth_date", "birth_place", "event_date", "event_place")
_CHAIN = ("given_name", "father_name", "grandfather_name", "family_name")
# Marks that programs leave behind and nobody sees; overrides and isolates are refused instead.
_HARMLESS = str.maketrans("", "", "\u200e\u200f\u061c")
_BREAKS = str.maketrans("\n\r\t", "   ")
_SEXES = {
    "female": ("female", "f", "woman", "girl", "أنثى", "انثى", "امرأة", "مێ", "ژن", "jin", "mê"),
    "male": ("male", "m", "man", "boy", "ذكر", "رجل", "نێر", "پیاو", "mêr", "nêr"),
    "unknown": ("unknown", "غير معروف", "نەزانراو", "nediyar"),
}
_STATUSES = frozenset(LegalStatus.values)
_SEX_OF = {word: sex for sex, words in _SEXES.items() for word in words}
# Column, word, code: what staff said that words of a source mean.
Meanings = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Reading:
    """`values` are cleaned cells by canonical column, known words as their codes; `written` has the words themselves.

    `problems` say what to tell about them.
    """

    values: dict[str, str]
    problems: tuple[Problem, ...] = ()
    written: dict[str, str] = field(default_factory=dict)
    facility_code: str = ""

    @property
    def external_id(self) -> str:
        """The record's number at its source."""
        return self.values["external_id"]

    @property
    def is_rejected(self) -> bool:
        """Whether the row stays out."""
        return rejects(self.problems)

    def full_name(self) -> str:
        """The name as written, or its parts in order where only parts were given."""
        chain = " ".join(part for part in (self.values[column] for column in _CHAIN) if part)
        return self.values["full_name"] or chain or self.values["kunya"]

    def name(self) -> Name:
        """The name read into its parts."""
        given, father, grandfather, family = (self.values[column] or None for column in _CHAIN)
        return parse(
            self.values["full_name"],
            given=given,
            father=father,
            grandfather=grandfather,
            family=family,
            kunya=self.values["kunya"] or None,
            mother=self.values["mother_name"] or None,
        )

    def legal_status(self) -> str:
        """The code of the status; `unknown` for words we do not know."""
        written = self.values["legal_status"]
        return written if written in _STATUSES else LegalStatus.UNKNOWN

    def content_fingerprint(self) -> bytes:
        """A keyed fingerprint by which an unchanged record is recognised."""
        values = self.values | ({"facility_code": self.facility_code} if self.facility_code else {})
        return fingerprint("detainee", *(f"{column}={value}" for column, value in sorted(values.items())))


def word_of(text: str) -> str:
    """A word of a list for comparing: however it is spaced and whatever its case."""
    return " ".join(text.casefold().split())


def read_row(
    cells: list[str], faults: Iterable[Fault], mapping: Mapping[str, int], meanings: Meanings | None = None
) -> Reading:
    """Judge one row. Faults of columns that nobody uses are overlooked; `meanings` are those given to its list."""
    meanings = meanings or {}
    problems = _problems_of_faults(faults, mapping)
    values: dict[str, str] = {}
    for column, raw in cells_by_column(cells, mapping).items():
        values[column] = _clean(column, raw, problems)
    if not values["external_id"]:
        problems.append(Problem(ProblemCode.MISSING_ID, "external_id"))
    if not any(values[column] for column in ("full_name", "given_name", "family_name", "kunya")):
        problems.append(Problem(ProblemCode.MISSING_NAME, "full_name"))
    written = {column: values[column] for column in MEANT_COLUMNS}
    facility_code = meanings.get("facility", {}).get(word_of(values["facility"]), "")
    _judge_dates(values, problems)
    _judge_vocabularies(values, problems, meanings)
    reading = Reading(values, tuple(dict.fromkeys(problems)), written, facility_code)
    return reading if reading.is_rejected else replace(reading, problems=(*reading.problems, *_of_the_name(reading)))


def _of_the_name(reading: Reading) -> list[Problem]:
    """What is to be said of the name: that it is none, or that it tells nobody apart."""
    name = reading.name()
    if not (name.tokens or name.kunya_tokens):
        return [Problem(ProblemCode.MISSING_NAME, "full_name")]
    if any(reading.values[column] for column in _TELLING):
        return []
    return [Problem(ProblemCode.NAME_ONLY if name.tokens else ProblemCode.KUNYA_ONLY, "full_name")]


def _problems_of_faults(faults: Iterable[Fault], mapping: Mapping[str, int]) -> list[Problem]:
    columns = {place: column for column, place in mapping.items()}
    return [
        Problem(ProblemCode(fault.code), columns.get(fault.column, "") if fault.column is not None else "")
        for fault in faults
        if fault.column is None or fault.column in columns
    ]


def _clean(column: str, raw: str, problems: list[Problem]) -> str:
    """The cell in NFC on one line. What cannot be read gives an empty value and a problem."""
    try:
        text = clean_text(raw.translate(_BREAKS).translate(_HARMLESS))
    except ValidationError:
        problems.append(Problem(ProblemCode.UNREADABLE, column))
        return ""
    if column in ("external_id", *_DATES):
        text = latin_digits(text)
    if len(text) > (MAX_EXTERNAL_ID if column == "external_id" else MAX_CELL):
        problems.append(Problem(ProblemCode.TOO_LONG, column))
    return text


def _judge_dates(values: dict[str, str], problems: list[Problem]) -> None:
    """Bring dates to EDTF; what cannot be read stays as written. An impossible order is kept and said."""
    for column in _DATES:
        if not values[column]:
            continue
        read = read_written(values[column])
        if read is None:
            problems.append(Problem(ProblemCode.UNKNOWN_DATE, column))
            continue
        values[column], is_swapped = read
        if is_swapped:
            problems.append(Problem(ProblemCode.SWAPPED_DATE, column))
    birth, event = (read_date_or_none(values[column]) for column in _DATES)
    day = today()
    if birth and (birth.earliest > day or (event and event.latest < birth.earliest)):
        problems.append(Problem(ProblemCode.IMPOSSIBLE_ORDER, "birth_date"))
    if event and event.earliest > day:
        problems.append(Problem(ProblemCode.IMPOSSIBLE_ORDER, "event_date"))


def _judge_vocabularies(values: dict[str, str], problems: list[Problem], meanings: Meanings) -> None:
    """Bring known words to their code; unknown ones stay as written, with a warning. What staff said goes first."""
    for column, known, code in (
        ("sex", _sex, ProblemCode.UNKNOWN_SEX),
        ("legal_status", _status, ProblemCode.UNKNOWN_STATUS),
        ("nationality", _country, ProblemCode.UNKNOWN_COUNTRY),
    ):
        if not values[column]:
            continue
        meaning = meanings.get(column, {}).get(word_of(values[column])) or known(values[column])
        if meaning:
            values[column] = meaning
        else:
            problems.append(Problem(code, column))


def _sex(text: str) -> str | None:
    return _SEX_OF.get(text.casefold())


def _status(text: str) -> str | None:
    status = text.casefold().replace(" ", "_")
    return status if status in _STATUSES else None


def _country(text: str) -> str | None:
    return text.upper() if text.upper() in countries() else None
