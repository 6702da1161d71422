"""What somebody typed into the search, read into names, years, a place and numbers (floor 6). Nothing of it is kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal.confidential.blind import token
from portal.core.languages import latin_digits
from portal.core.references import read_reference
from portal.linkage import Place, known_place, locate
from portal.names import Name, parse, word_keys

_YEAR = r"(?:19|20)\d{2}"
_YEARS = re.compile(rf"(?<!\d)({_YEAR})(?:\s*[-–—]\s*({_YEAR}))?(?!\d)")
_NUMBER = re.compile(r"\d")
# More words narrow no further, and each costs a question to the index.
_MOST_WORDS = 6


@dataclass(frozen=True)
class Word:
    """One word as blind tokens: an owner that has any of them in one of the fields may have the word."""

    fields: tuple[str, ...]
    tokens: frozenset[int]


@dataclass(frozen=True)
class SearchQuery:
    """Who is searched for: a name in any script, the mother's name, years, a place, and what may be a number."""

    text: str
    name: Name
    mother: Name
    years: tuple[date, date] | None
    place: Place | None

    @property
    def number(self) -> str:
        """The text where it may be a reference or the number of a document or record, else nothing."""
        return self.text if _NUMBER.search(self.text) or read_reference(self.text) else ""

    def words(self) -> list[Word]:
        """The words by which records are narrowed."""
        words = [_word(("any", "mother"), [one.word]) for one in self.name.tokens]
        words += [_word(("kunya",), [one.word]) for one in self.name.kunya_tokens]
        words += [_word(("mother",), [one.word]) for one in self.mother.tokens]
        return [word for word in words if word.tokens][:_MOST_WORDS]


def read_query(
    *, text: str, mother: str = "", place: str = "", first_year: int | None = None, last_year: int | None = None
) -> SearchQuery:
    """Read the box and the fields beside it; a field of its own counts before what is typed in the box."""
    text = latin_digits(text).strip()
    typed = _YEARS.search(text)
    rest = (text[: typed.start()] + " " + text[typed.end() :]).split() if typed else text.split()
    if typed and not (first_year or last_year):
        first_year, last_year = int(typed[1]), int(typed[2] or typed[1])
    where = locate(place) if place else None
    if not place and len(rest) > 1 and (where := known_place(rest[-1])):
        rest = rest[:-1]
    return SearchQuery(text, parse(" ".join(rest)), parse(mother), _years(first_year, last_year), where)


def _years(first: int | None, last: int | None) -> tuple[date, date] | None:
    if not (first or last):
        return None
    low, high = sorted((first or 1900, last or 2100))
    return date(low, 1, 1), date(high, 12, 31)


def _word(fields: tuple[str, ...], written: Iterable[str]) -> Word:
    keys = {key for word in written for key in word_keys(word)}
    return Word(fields, frozenset(token(field, key) for field in fields for key in keys))
