"""The records of one side as rows of small numbers, which the compiled comparisons read. Floor 1.

Two blocks of int32: one row per record (facts), one row per name, alias or reading of a name (names). Nothing else of a
record is kept: whoever shows a pair opens the records themselves.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import numpy as np

from portal.linkage.dates import is_exact_day, widened
from portal.linkage.growing import Rows
from portal.linkage.records import DateRange, Record
from portal.linkage.vocabulary import UNKNOWN, Population, Vocabulary
from portal.names import Name, Role, Token

MAX_PARTS = 8
"""Parts of a name that are compared; of a longer name the first seven and the last."""
MAX_NAMES = 8
"""Names and aliases of a record that are compared, the reading with the family first included."""

ROLES: dict[Role, int] = {"given": 0, "father": 1, "grandfather": 2, "family": 3, "other": 4}
_SEXES = {"female": 0, "male": 1, "unknown": UNKNOWN}


class NameColumns(NamedTuple):
    """Positions within a row of names; ``parts`` and ``roles`` begin runs of :data:`MAX_PARTS` numbers."""

    size: int = 0
    kunya: int = 1
    family_first: int = 2
    parts: int = 3
    roles: int = 3 + MAX_PARTS


class FactColumns(NamedTuple):
    """Positions within a row of facts. Dates are ordinals of days, 0 where unknown."""

    first_name: int = 0
    names: int = 1
    mother: int = 2
    mother_family: int = 3
    sex: int = 4
    nationality: int = 5
    birth_first: int = 6
    birth_last: int = 7
    birth_first_year: int = 8
    birth_last_year: int = 9
    birth_month: int = 10
    birth_day: int = 11
    birth_place: int = 12
    birth_governorate: int = 13
    birth_word: int = 14
    event_place: int = 15
    event_governorate: int = 16
    event_word: int = 17
    event_first: int = 18
    event_last: int = 19


NAME, FACT = NameColumns(), FactColumns()
_NAME_WIDTH, _FACT_WIDTH = 3 + 2 * MAX_PARTS, len(FACT)


class Columns:
    """Grows by `append`; a row is never changed. Words and places are numbers of the shared vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._facts = Rows(np.int32, _FACT_WIDTH)
        self._names = Rows(np.int32, _NAME_WIDTH)

    def __len__(self) -> int:
        return len(self._facts)

    @property
    def facts(self) -> np.ndarray:
        """int32 [records, 20], by :class:`FactColumns`."""
        return self._facts.view()

    @property
    def names(self) -> np.ndarray:
        """int32 [names, 19], by :class:`NameColumns`."""
        return self._names.view()

    def append(self, record: Record) -> int:
        """Write one record; return its row."""
        first = len(self._names)
        rows = list(self._name_rows(record))[:MAX_NAMES]
        self._names.extend(rows)
        return self._facts.append(self._fact_row(record, first, len(rows)))

    def count(self, start: int) -> None:
        """Count the values of the rows from ``start`` on, by which the vocabulary knows what is frequent.

        Of several names the first counts.
        """
        vocabulary, facts = self.vocabulary, self.facts[start:]
        names = self.names[facts[facts[:, FACT.names] > 0, FACT.first_name]]
        parts, roles = (names[:, at : at + MAX_PARTS] for at in (NAME.parts, NAME.roles))
        is_family = roles == ROLES["family"]
        keys = vocabulary.keys_of_words()
        for population, words in (
            (Population.NAME, parts[~is_family]),
            (Population.FAMILY, parts[is_family]),
            (Population.MOTHER, facts[:, FACT.mother]),
            (Population.KUNYA, names[:, NAME.kunya]),
        ):
            vocabulary.count(population, keys[words[words != UNKNOWN]])
        for population, column in (
            (Population.BIRTH_PLACE, FACT.birth_place),
            (Population.EVENT_PLACE, FACT.event_place),
            (Population.NATIONALITY, FACT.nationality),
        ):
            vocabulary.count(population, facts[facts[:, column] != UNKNOWN, column])

    def _name_rows(self, record: Record) -> Iterator[list[int]]:
        for name in record.names:
            if not name:
                continue
            tokens = name.tokens if len(name.tokens) <= MAX_PARTS else (*name.tokens[: MAX_PARTS - 1], name.tokens[-1])
            roles = [ROLES[token.role] for token in tokens]
            yield self._name_row(name, tokens, roles, 0)
            if _may_begin_with_family(tokens):
                yield self._name_row(name, (*tokens[1:], tokens[0]), _chain_of(len(tokens)), 1)

    def _name_row(self, name: Name, tokens: tuple[Token, ...], roles: list[int], family_first: int) -> list[int]:
        words = [self.vocabulary.word(token.word) for token in tokens]
        kunya = self.vocabulary.word(name.kunya_tokens[0].word) if name.kunya_tokens else UNKNOWN
        unused = [UNKNOWN] * (MAX_PARTS - len(words))
        return [len(words), kunya, family_first, *words, *unused, *roles, *unused]

    def _fact_row(self, record: Record, first: int, count: int) -> list[int]:
        mother = record.mother_tokens
        mother_given = self.vocabulary.word(mother[0].word) if mother else UNKNOWN
        mother_family = self.vocabulary.word(mother[-1].word) if len(mother) > 1 else UNKNOWN
        return [
            first,
            count,
            mother_given,
            mother_family,
            _SEXES[record.sex],
            self.vocabulary.nationality(record.nationality),
            *_birth(record.birth),
            *self.vocabulary.place(record.birth_place),
            *self.vocabulary.place(record.event_place),
            *_span(record.event),
        ]


def _may_begin_with_family(tokens: tuple[Token, ...]) -> bool:
    """Lists often put the family first; without an article or a comma only the other side can tell."""
    return len(tokens) >= 3 and [token.role for token in tokens[:2]] == ["given", "father"]


def _chain_of(size: int) -> list[int]:
    return [*(at if at < ROLES["family"] else ROLES["other"] for at in range(size - 1)), ROLES["family"]]


def _span(span: DateRange | None) -> tuple[int, int]:
    return (0, 0) if span is None else (min(span).toordinal(), max(span).toordinal())


def _birth(span: DateRange | None) -> tuple[int, ...]:
    if span is None:
        return (0,) * 6
    first, last = widened(span)
    exact: date | None = first if is_exact_day((first, last)) else None
    month, day = (exact.month, exact.day) if exact else (0, 0)
    return first.toordinal(), last.toordinal(), first.year, last.year, month, day
