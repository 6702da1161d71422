"""Which records are worth comparing with one: everything it shares, weighed by rarity, and the best of it. Floor 1.

A record has features: its names (in any place of the chain), its mother's, its kunya, years and day of birth, places. A
query adds, for each feature of a row that answers one of its own, the bits that such an agreement is worth: less for a
spelling that only resembles, for a frequent name, for a neighbouring year. No single feature decides, so that one slip
of the pen, a swapped or a missing part does not lose the pair.
"""

from collections.abc import Iterator

import numpy as np

from portal.linkage.columns import FACT, MAX_PARTS, NAME, Columns
from portal.linkage.growing import Rows
from portal.linkage.neighbours import Neighbours
from portal.linkage.postings import Postings
from portal.linkage.vocabulary import UNKNOWN, Population

POOL = 2_000
"""Rows that share most with a query, among which facts that only contradict then choose."""
MAX_CANDIDATES = 250
"""Rows that are compared in full for one query."""
BUDGET = 600_000
"""Entries of the index that one query may visit, the rarest features first."""

NAMES, MOTHERS, KUNYAS, YEARS, DAYS, BIRTH_PLACES, EVENT_PLACES = range(7)
_KINDS = 7
_MOST_BITS = 12.0
_LONGEST_YEARS = 5
_FIRST_YEAR = 1800
_YEAR_BITS = (4.0, 2.5, 1.0)
_DAY_BITS = 5.0
_CREDIT = ((0.6, 0.72, 0.8, 0.88, 1.0), (0.1, 0.45, 0.7, 0.92, 1.0))
_SHARE_OF_BITS = {MOTHERS: 0.9, KUNYAS: 0.5, BIRTH_PLACES: 0.8, EVENT_PLACES: 0.5}
_PLACES = (
    (BIRTH_PLACES, FACT.birth_place, Population.BIRTH_PLACE),
    (EVENT_PLACES, FACT.event_place, Population.EVENT_PLACE),
)


class Features:
    """Numbers of features, counted from 0: one table per kind, from the kind's own numbers to features."""

    def __init__(self) -> None:
        self._tables = [Rows(np.int32) for _ in range(_KINDS)]
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def numbers(self, kind: int, values: np.ndarray) -> np.ndarray:
        """The feature of each value, made where it is new."""
        table = self._tables[kind]
        table.pad(int(values.max(initial=-1)) + 1, UNKNOWN)
        view = table.view()
        new = np.unique(values[view[values] == UNKNOWN])
        view[new] = np.arange(self._count, self._count + len(new), dtype=np.int32)
        self._count += len(new)
        return view[values]

    def find(self, kind: int, values: np.ndarray) -> np.ndarray:
        """Features of values, UNKNOWN where no row has it."""
        view = self._tables[kind].view()
        found = np.full(len(values), UNKNOWN, dtype=np.int32)
        inside = values < len(view)
        found[inside] = view[values[inside]]
        return found


class Index:
    """The features of one side's rows. `extend` as rows come; `query` says what to look up for another side's row."""

    def __init__(self, columns: Columns, neighbours: Neighbours) -> None:
        self._columns = columns
        self._neighbours = neighbours
        self._features = Features()
        self._alike: dict[tuple[int, int], tuple[np.ndarray, np.ndarray]] = {}
        self._alike_of: tuple[int, ...] = ()
        self.postings = Postings()

    def extend(self, start: int) -> None:
        """Enter the rows of the columns from ``start`` on."""
        features, rows = [], []
        for kind, (values, owners) in enumerate(_own(self._columns, start)):
            both = np.unique(values.astype(np.int64) << 32 | owners)
            features.append(self._features.numbers(kind, both >> 32))
            rows.append((both & 0xFFFFFFFF).astype(np.int32))
        self.postings.extend(np.concatenate(features), np.concatenate(rows))

    def query(self, columns: Columns, row: int) -> tuple[np.ndarray, np.ndarray]:
        """Features (int32) and gains in bits (float32) for a row of other columns, the rarest features first."""
        found = list(self._gains(columns, row))
        if not found:
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        features, gains = (np.concatenate(part) for part in zip(*found, strict=True))
        known = features != UNKNOWN
        features, gains = features[known], gains[known]
        # A feature that answers two of the query's counts once, at its best.
        order = np.lexsort((-gains, features))
        features, gains = features[order], gains[order]
        first = np.ones(len(features), dtype=bool)
        first[1:] = features[1:] != features[:-1]
        features, gains = features[first], gains[first]
        order = np.argsort(self.postings.sizes()[features], kind="stable")
        return features[order], gains[order].astype(np.float32)

    def _gains(self, columns: Columns, row: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        fact = columns.facts[row]
        words = columns.vocabulary.lexicon.arrays()
        for word in _words(columns, fact):
            if not words.initial[word]:
                yield self._sounding(NAMES, word)
        for kunya in {name[NAME.kunya] for name in _names(columns, fact)} - {UNKNOWN}:
            yield self._sounding(KUNYAS, kunya)
        if fact[FACT.mother] != UNKNOWN:
            yield self._sounding(MOTHERS, int(fact[FACT.mother]))
        years = list(_years_around(fact))
        if years:
            yield self._exactly(YEARS, [year for year, _ in years], [bits for _, bits in years])
        if fact[FACT.birth_day]:
            yield self._exactly(DAYS, [_day(fact)], [_DAY_BITS])
        for kind, column, population in _PLACES:
            if fact[column] != UNKNOWN:
                share = columns.vocabulary.shares(population, fact[column : column + 1])
                bits = np.minimum(_MOST_BITS, -np.log2(share)) * _SHARE_OF_BITS[kind]
                yield self._exactly(kind, [fact[column]], bits)

    def _exactly(self, kind: int, values, bits) -> tuple[np.ndarray, np.ndarray]:
        return self._features.find(kind, np.asarray(values, dtype=np.int64)), np.asarray(bits, dtype=np.float64)

    def _sounding(self, kind: int, word: int) -> tuple[np.ndarray, np.ndarray]:
        """Every word of this kind that sounds like ``word``, worth what its rarity and likeness say."""
        vocabulary = self._columns.vocabulary
        state = (len(vocabulary.lexicon), len(self._features), vocabulary.settled)
        if state != self._alike_of:
            self._alike.clear()
            self._alike_of = state
        if (kind, word) not in self._alike:
            ids, alike = self._neighbours.of(word)
            features = self._features.find(kind, ids)
            known = features != UNKNOWN
            keys = vocabulary.keys_of_words()[ids[known]]
            bits = np.minimum(_MOST_BITS, -np.log2(self._shares(kind, keys))) * _SHARE_OF_BITS.get(kind, 1.0)
            self._alike[kind, word] = features[known], bits * np.interp(alike[known], *_CREDIT)
        return self._alike[kind, word]

    def _shares(self, kind: int, keys: np.ndarray) -> np.ndarray:
        vocabulary = self._columns.vocabulary
        if kind == NAMES:
            # A list does not say for certain what is a family name: the more frequent reading counts.
            return np.maximum(vocabulary.shares(Population.NAME, keys), vocabulary.shares(Population.FAMILY, keys))
        return vocabulary.shares(Population.MOTHER if kind == MOTHERS else Population.KUNYA, keys)


def _names(columns: Columns, fact: np.ndarray) -> list[list[int]]:
    first = fact[FACT.first_name]
    return columns.names[first : first + fact[FACT.names]].tolist()


def _words(columns: Columns, fact: np.ndarray) -> set[int]:
    return {word for name in _names(columns, fact) for word in name[NAME.parts : NAME.parts + name[NAME.size]]}


def _own(columns: Columns, start: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """For each kind in turn the values, and the rows that have them, of all rows from ``start`` on."""
    facts = columns.facts[start:]
    rows = np.arange(start, start + len(facts), dtype=np.int64)
    names = columns.names[facts[0, FACT.first_name] :] if len(facts) else columns.names[:0]
    owners = np.repeat(rows, facts[:, FACT.names])
    parts = names[:, NAME.parts : NAME.parts + MAX_PARTS]
    initial = columns.vocabulary.lexicon.arrays().initial
    used = parts != UNKNOWN
    used[used] = initial[parts[used]] == 0
    yield parts[used], np.broadcast_to(owners[:, None], parts.shape)[used]
    yield _known(facts[:, FACT.mother], rows)
    yield _known(names[:, NAME.kunya], owners)
    yield _years(facts, rows)
    has_day = facts[:, FACT.birth_day] > 0
    yield _day(facts[has_day].T), rows[has_day]
    for _, column, _population in _PLACES:
        yield _known(facts[:, column], rows)


def _known(values: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    known = values != UNKNOWN
    return values[known], rows[known]


def _years(facts: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every year in which the person may be born, where that are few."""
    first, last = facts[:, FACT.birth_first_year], facts[:, FACT.birth_last_year]
    years = first[:, None] + np.arange(_LONGEST_YEARS + 1)
    few = (first >= _FIRST_YEAR) & (last - first <= _LONGEST_YEARS)
    used = few[:, None] & (years <= last[:, None])
    return years[used] - _FIRST_YEAR, np.broadcast_to(rows[:, None], years.shape)[used]


def _years_around(fact: np.ndarray) -> Iterator[tuple[int, float]]:
    """Years in which the person may be born, with bits: full inside the range told, less beside it."""
    first, last = int(fact[FACT.birth_first_year]), int(fact[FACT.birth_last_year])
    if not first or last - first > _LONGEST_YEARS:
        return
    for year in range(first - len(_YEAR_BITS) + 1, last + len(_YEAR_BITS)):
        if year >= _FIRST_YEAR:
            yield year - _FIRST_YEAR, _YEAR_BITS[max(first - year, year - last, 0)]


def _day(fact: np.ndarray) -> np.ndarray:
    """A day of birth as a number; years before 1800 are nobody's who is sought."""
    years = np.maximum(0, fact[FACT.birth_first_year].astype(np.int64) - _FIRST_YEAR)
    return years * 400 + fact[FACT.birth_month] * 32 + fact[FACT.birth_day]
