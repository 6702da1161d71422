"""Which pairs are worth comparing: an inverted index over many combinations of keys. Floor 1.

No single combination decides: two names in any order, a name with a year, a place, a mother or a kunya, an exact day of
birth. Rare keys count more, so that one slip of the pen, a swapped or a missing part does not lose the pair.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log2

from portal.linkage.comparisons import is_exact_day, widened
from portal.linkage.places import locate
from portal.linkage.records import DateRange, Record
from portal.names import word_keys

MAX_CANDIDATES = 150
"""Pairs kept for each left record."""
MIN_CANDIDATES = 10

_MAX_POSTING = 3000
_MAX_VARIANTS = 6
_MAX_TOKENS = 6
_LONGEST_YEARS = 5


def candidates(left: Sequence[Record], right: Sequence[Record]) -> list[tuple[int, int]]:
    """Positions (left, right) of pairs that share enough keys, best first for each left record. Deterministic."""
    index = Index(right)
    return [(at, found) for at, record in enumerate(left) for found in index.search(record)]


class Index:
    """Keys of one side's records, in memory only."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._size = max(2, len(records))
        self._postings: dict[str, list[int]] = defaultdict(list)
        for at, record in enumerate(records):
            for key in set(blocking_keys(record, year_slack=0)):
                self._postings[key].append(at)

    def search(self, record: Record, *, limit: int = MAX_CANDIDATES) -> list[int]:
        """Positions of at most ``limit`` records that share keys with ``record``, best first."""
        keys = sorted(set(blocking_keys(record, year_slack=1)))
        found = self._scored(key for key in keys if len(self._postings.get(key, ())) <= _MAX_POSTING)
        if len(found) < MIN_CANDIDATES:
            found = self._scored(keys)
        return sorted(found, key=lambda at: (-found[at], at))[:limit]

    def _scored(self, keys: Iterable[str]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for key in keys:
            posting = self._postings.get(key, ())
            rarity = log2(1 + self._size / max(1, len(posting)))
            for at in posting[:_MAX_POSTING]:
                scores[at] += rarity
        return scores


def blocking_keys(record: Record, *, year_slack: int) -> Iterator[str]:
    """All keys of a record. One side widens its years by ``year_slack``, the other does not."""
    years = [f"y{year}" for year in _years(record.birth, year_slack)]
    places = [f"{kind}{_place(text)}" for kind, text in (("b", record.birth_place), ("e", record.event_place)) if text]
    mothers = [f"m{key}" for token in record.mother_tokens[:1] for key in _variants(token.word)]
    if record.birth and is_exact_day(record.birth):
        yield f"d{record.birth[0].isoformat()}"
    yield from _joined(mothers, years + places)
    for name in record.names:
        words = [_variants(token.word) for token in name.tokens[:_MAX_TOKENS] if not token.initial]
        kunyas = [f"k{key}" for token in name.kunya_tokens[:1] for key in _variants(token.word)]
        single = [key for word in words for key in word]
        yield from single
        for one, other in combinations(words, 2):
            yield from ("+".join(sorted((a, b))) for a in one for b in other)
        yield from _joined(single, years + places + mothers + kunyas)
        yield from _joined(kunyas, years + places + mothers)


def _joined(ones: Iterable[str], others: Sequence[str]) -> Iterator[str]:
    return (f"{one}|{other}" for one in ones for other in others)


def _variants(word: str) -> list[str]:
    return sorted(word_keys(word))[:_MAX_VARIANTS]


def _years(span: DateRange | None, slack: int) -> range:
    if span is None:
        return range(0)
    first, last = (day.year for day in widened(span))
    return range(first - slack, last + slack + 1) if last - first <= _LONGEST_YEARS else range(0)


def _place(text: str) -> str:
    place = locate(text)
    return place.code if place else "+".join(sorted(word_keys(text)))[:24]
