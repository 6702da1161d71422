"""What can be wrong with a row of a list: codes, which of them reject it, and their words (floor 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ProblemCode(StrEnum):
    """Stored with the row; translated when shown."""

    MISSING_ID = "missing_id"
    MISSING_NAME = "missing_name"
    DUPLICATE_ID = "duplicate_id"
    UNREADABLE = "unreadable"
    TOO_LONG = "too_long"
    FORMULA = "formula"
    RAGGED = "ragged"
    BROKEN_QUOTE = "broken_quote"
    UNKNOWN_DATE = "unknown_date"
    UNKNOWN_SEX = "unknown_sex"
    UNKNOWN_STATUS = "unknown_status"
    UNKNOWN_COUNTRY = "unknown_country"
    ROUNDED = "rounded"
    SWAPPED_DATE = "swapped_date"
    IMPOSSIBLE_ORDER = "impossible_order"
    NAME_ONLY = "name_only"
    KUNYA_ONLY = "kunya_only"


# These keep the row; the value stays as it was written.
WARNINGS = frozenset(
    {
        ProblemCode.UNKNOWN_DATE,
        ProblemCode.UNKNOWN_SEX,
        ProblemCode.UNKNOWN_STATUS,
        ProblemCode.UNKNOWN_COUNTRY,
        ProblemCode.SWAPPED_DATE,
        ProblemCode.IMPOSSIBLE_ORDER,
        ProblemCode.NAME_ONLY,
        ProblemCode.KUNYA_ONLY,
    }
)

PROBLEM_TEXTS: dict[str, str | Promise] = {
    ProblemCode.MISSING_ID: _("The number of the record is missing."),
    ProblemCode.MISSING_NAME: _("The name is missing."),
    ProblemCode.DUPLICATE_ID: _("An earlier row of this file has the same record number."),
    ProblemCode.UNREADABLE: _("Some signs cannot be read or change the direction of reading."),
    ProblemCode.TOO_LONG: _("The text is too long."),
    ProblemCode.FORMULA: _("The cell holds a formula. Please put the value in its place."),
    ProblemCode.RAGGED: _("The row has more or fewer cells than the heading."),
    ProblemCode.BROKEN_QUOTE: _("A quotation mark is opened and not closed."),
    ProblemCode.UNKNOWN_DATE: _("The date is not written as we know it. It is kept as it stands."),
    ProblemCode.UNKNOWN_SEX: _("The sex is not written as we know it. It is kept as it stands."),
    ProblemCode.UNKNOWN_STATUS: _("The legal status is not written as we know it. It is kept as it stands."),
    ProblemCode.UNKNOWN_COUNTRY: _("The nationality is not a country code of two letters. It is kept as it stands."),
    ProblemCode.ROUNDED: _(
        "The spreadsheet has rounded this long number. Please make the column text and write the number again."
    ),
    ProblemCode.SWAPPED_DATE: _("Day and month stand in each other’s place. Other dates may be swapped, too."),
    ProblemCode.IMPOSSIBLE_ORDER: _("These dates cannot follow each other. They are kept as they stand."),
    ProblemCode.NAME_ONLY: _("There is only a name. It may fit many people."),
    ProblemCode.KUNYA_ONLY: _("There is only a name with Abu or Umm. It may fit many people."),
}


@dataclass(frozen=True)
class Problem:
    """`column` is a canonical column, or empty where the whole row is meant."""

    code: str
    column: str = ""

    def as_json(self) -> dict[str, str]:
        """As kept beside the row: codes only, never a value."""
        return {"code": str(self.code), "column": self.column}


def rejects(problems: Iterable[Problem]) -> bool:
    """Say whether one of the problems keeps the row out."""
    return any(problem.code not in WARNINGS for problem in problems)
