"""From the raw cells of one row to what it says, with every problem found (floor 5; domain guide 5.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale
from django.core.exceptions import ValidationError

from portal.confidential.blind import fingerprint
from portal.core.dates import read_date
from portal.core.languages import latin_digits
from portal.core.tables import Fault
from portal.core.text import clean_text
from portal.names import Name, parse

from .columns import cells_by_column
from .enums import LegalStatus
from .problems import Problem, ProblemCode, rejects

MAX_CELL = 500
MAX_EXTERNAL_ID = 80
_DATES = ("birth_date", "event_date")
_CHAIN = ("given_name", "father_name", "grandfather_name", "family_name")
# Marks that programs leave behind and nobody sees; overrides and isolates are refused instead.
_HARMLESS = str.maketrans("", "", "\u200e\u200f\u061c")
_BREAKS = str.maketrans("\n\r\t", "   ")
_SEXES = {
    "female": ("female", "f", "woman", "girl", "أنثى", "انثى", "امرأة", "مێ", "ژن", "jin", "mê"),
    "male": ("male", "m", "man", "boy", "ذكر", "رجل", "نێر", "پیاو", "mêr", "nêr"),
    "unknown": ("unknown", "غير معروف", "نەزانراو", "nediyar"),
}
_SEX_OF = {word: sex for sex, words in _SEXES.items() for word in words}
# Codes of the reference data that are no country.
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


@dataclass(frozen=True)
class Reading:
    """`values` are cleaned cells by canonical column; `problems` say what to tell about them."""

    values: dict[str, str]
    problems: tuple[Problem, ...] = ()

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
        return written if written in LegalStatus.values else LegalStatus.UNKNOWN

    def content_fingerprint(self) -> bytes:
        """A keyed fingerprint by which an unchanged record is recognised."""
        return fingerprint("detainee", *(f"{column}={value}" for column, value in sorted(self.values.items())))


def read_row(cells: list[str], faults: Iterable[Fault], mapping: Mapping[str, int]) -> Reading:
    """Judge one row. Faults of columns that nobody uses are overlooked."""
    problems = _problems_of_faults(faults, mapping)
    values: dict[str, str] = {}
    for column, raw in cells_by_column(cells, mapping).items():
        values[column] = _clean(column, raw, problems)
    if not values["external_id"]:
        problems.append(Problem(ProblemCode.MISSING_ID, "external_id"))
    if not any(values[column] for column in ("full_name", "given_name", "family_name", "kunya")):
        problems.append(Problem(ProblemCode.MISSING_NAME, "full_name"))
    _judge_vocabularies(values, problems)
    unique = tuple(dict.fromkeys(problems))
    reading = Reading(values, unique)
    if not reading.is_rejected and not _has_name(reading):
        return Reading(values, (*unique, Problem(ProblemCode.MISSING_NAME, "full_name")))
    return reading


def _has_name(reading: Reading) -> bool:
    name = reading.name()
    return bool(name.tokens or name.kunya_tokens)


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


def _judge_vocabularies(values: dict[str, str], problems: list[Problem]) -> None:
    """Bring known words to their code; unknown ones stay as written, with a warning."""
    for column in _DATES:
        if values[column] and not _is_date(values[column]):
            problems.append(Problem(ProblemCode.UNKNOWN_DATE, column))
    if values["sex"]:
        known = _SEX_OF.get(values["sex"].casefold())
        values["sex"] = known or values["sex"]
        if known is None:
            problems.append(Problem(ProblemCode.UNKNOWN_SEX, "sex"))
    status = values["legal_status"].casefold().replace(" ", "_")
    if status in LegalStatus.values:
        values["legal_status"] = status
    elif status:
        problems.append(Problem(ProblemCode.UNKNOWN_STATUS, "legal_status"))
    country = values["nationality"].upper()
    if country in _countries():
        values["nationality"] = country
    elif country:
        problems.append(Problem(ProblemCode.UNKNOWN_COUNTRY, "nationality"))


def _is_date(text: str) -> bool:
    try:
        read_date(text)
    except ValueError:
        return False
    return True


@cache
def _countries() -> frozenset[str]:
    """ISO 3166-1 alpha-2, from the Unicode locale data."""
    codes = (str(code) for code in Locale.parse("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isascii() and code.isalpha()) - _NO_COUNTRY
