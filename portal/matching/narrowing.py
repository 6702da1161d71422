"""Which records may answer a search, by blind tokens alone: nothing is opened here (floor 6).

Records that have every word come first, then those that lack one. The rarest word is looked up, the others are only
asked about: a search by frequent names stops as soon as there are enough.
"""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from .query import Word

# Past this, a word is frequent, and how frequent it is makes no difference.
_FREQUENT = 20_000


def narrowed(index: QuerySet, owner: str, words: Sequence[Word], limit: int) -> list[UUID]:
    """Owners that may be the one searched for, at most `limit`: those with all words, then those that lack one."""
    if not words:
        return []
    rare_first = sorted(words, key=lambda word: _rows(index, word)[: _FREQUENT + 1].count())
    found = dict.fromkeys(_with_all(index, owner, rare_first, limit))
    if len(words) > 1:
        # The most frequent word says least: the records that lack it come before those that lack a rare one.
        for place in reversed(range(len(rare_first))):
            if len(found) >= limit:
                break
            rest = [*rare_first[:place], *rare_first[place + 1 :]]
            found |= dict.fromkeys(_with_all(index, owner, rest, limit))
    return list(found)[:limit]


def _rows(index: QuerySet, word: Word) -> QuerySet:
    return index.filter(version=settings.BLIND_INDEX_VERSION, field__in=word.fields, token__in=word.tokens)


def _with_all(index: QuerySet, owner: str, words: Sequence[Word], limit: int) -> list[UUID]:
    first, *others = words
    rows = _rows(index, first)
    for word in others:
        rows = rows.filter(Exists(_rows(index, word).filter(**{owner: OuterRef(owner)})))
    # An owner may have several of a word's tokens: a few more rows than owners.
    return list(dict.fromkeys(rows.values_list(owner, flat=True)[: limit * 4]))[:limit]
