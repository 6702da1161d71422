"""Two names side by side: which part answers which, how alike they sound, and why the score is what it is. Floor 0."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from portal.names.distance import WordPair, similarities
from portal.names.structure import Name, Token

SAME = 0.88
"""From here two words are spellings of one name."""
CLOSE = 0.72
"""From here two words may be one name with a slip of the pen; Mahmoud and Mohamed stand between the two."""

_INITIAL = 0.6
_LONGER_SHARE = 0.3
_CROSSED = 0.97
_GIVEN_CONFLICT = 0.75
_SINGLE = 0.9
_CREDIT = ((0.5, CLOSE, 0.85, SAME, 1.0), (0.0, 0.2, 0.45, 0.85, 1.0))
_CACHE_LIMIT = 2_000_000


@dataclass(frozen=True, slots=True)
class Aligned:
    """One part of the left name and the part of the right name that answers it."""

    left: Token
    right: Token
    similarity: float

    @property
    def same_role(self) -> bool:
        """Whether both stand in the same place of the chain."""
        return self.left.role == self.right.role and self.left.role != "other"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Score in [0, 1], the alignment, the parts left alone on each side, and reasons as stable codes."""

    score: float
    aligned: tuple[Aligned, ...] = ()
    left_only: tuple[Token, ...] = ()
    right_only: tuple[Token, ...] = ()
    reasons: tuple[str, ...] = ()


class WordLikeness:
    """Remembers the likeness of word pairs, and computes many at once when told beforehand."""

    def __init__(self) -> None:
        self._known: dict[WordPair, float] = {}

    def prepare(self, pairs: Iterable[WordPair]) -> None:
        """Compute all pairs not known yet, in one batch. Order within a pair does not matter."""
        wanted = dict.fromkeys(pair if pair[0] <= pair[1] else (pair[1], pair[0]) for pair in pairs)
        missing = [pair for pair in wanted if pair not in self._known]
        if len(self._known) + len(missing) > _CACHE_LIMIT:
            self._known.clear()
            missing = list(wanted)
        self._known.update(zip(missing, similarities(missing).tolist(), strict=True))

    def of(self, left: str, right: str) -> float:
        """Likeness of two words in [0, 1]."""
        pair = (left, right) if left <= right else (right, left)
        if pair not in self._known:
            self.prepare([pair])
        return self._known[pair]


def compare(a: Name, b: Name, *, words: WordLikeness | None = None) -> Comparison:
    """Compare two chains of names. Symmetric in its score; tolerant of order, missing parts and initials.

    A difference of given names lowers the score, since brothers share everything else. Two names without anything to
    compare score 0 with the reason ``name.nothing_to_compare``.
    """
    if not a.tokens or not b.tokens:
        return Comparison(0.0, left_only=a.tokens, right_only=b.tokens, reasons=("name.nothing_to_compare",))
    words = words or WordLikeness()
    aligned = _align(a.tokens, b.tokens, words)
    taken_left, taken_right = {id(pair.left) for pair in aligned}, {id(pair.right) for pair in aligned}
    left_only = tuple(token for token in a.tokens if id(token) not in taken_left)
    right_only = tuple(token for token in b.tokens if id(token) not in taken_right)
    reasons = tuple(_reasons(a, b, aligned, left_only, right_only))
    score = _score(aligned, left_only, right_only, reasons)
    return Comparison(score, tuple(aligned), left_only, right_only, reasons)


def token_similarity(left: Token, right: Token, words: WordLikeness) -> float:
    """Likeness of two parts; an initial answers any name that opens with its sound, weakly."""
    if left.initial != right.initial:
        short, long = (left, right) if left.initial else (right, left)
        return _INITIAL if words.of(short.word, long.word[:1]) >= SAME else 0.0
    return words.of(left.word, right.word)


def _align(left: tuple[Token, ...], right: tuple[Token, ...], words: WordLikeness) -> list[Aligned]:
    """Pair off the most alike parts first; the same place in the chain decides between equals."""
    words.prepare((one.word, other.word) for one in left for other in right)
    options = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            alike = token_similarity(one, other, words)
            if alike >= _INITIAL:
                bonus = 0.1 * (one.role == other.role) - 0.01 * abs(i - j)
                options.append((-alike - bonus, i, j, alike))
    options.sort(key=lambda option: (option[0], option[1] + option[2], abs(option[1] - option[2]), option[1]))
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen = []
    for _, i, j, alike in options:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            chosen.append((i, j, alike))
    return [Aligned(left[i], right[j], alike) for i, j, alike in sorted(chosen)]


def _reasons(
    a: Name, b: Name, aligned: list[Aligned], left_only: tuple[Token, ...], right_only: tuple[Token, ...]
) -> Iterable[str]:
    if given_conflict(a, b, aligned):
        yield "name.given.conflict"
    if _is_crossed(aligned, b.tokens):
        yield "name.order.changed"
    if left_only and right_only:
        yield "name.part.different"
    elif left_only or right_only:
        yield "name.part.missing"
    if any(pair.left.initial or pair.right.initial for pair in aligned):
        yield "name.initial_only"
    if len(a.tokens) == 1 or len(b.tokens) == 1:
        yield "name.single"


def given_conflict(a: Name, b: Name, aligned: Iterable[Aligned]) -> bool:
    """Both given names are present and neither answers any part of the other name: brothers, not one person."""
    given_a, given_b = a.token("given"), b.token("given")
    if given_a is None or given_b is None or given_a.initial or given_b.initial:
        return False
    matched = [pair for pair in aligned if pair.similarity >= CLOSE]
    return not any(pair.left is given_a or pair.right is given_b for pair in matched)


def _is_crossed(aligned: list[Aligned], right: tuple[Token, ...]) -> bool:
    places = [next(at for at, token in enumerate(right) if token is pair.right) for pair in aligned]
    return places != sorted(places)


def _credit(similarity: float) -> float:
    """What an answered part counts: spellings of one name almost fully, a mere resemblance (Mahmoud) little."""
    return float(np.interp(similarity, *_CREDIT))


def _weight(token: Token) -> float:
    return 0.3 if token.initial else min(1.0, 0.7 + 0.05 * len(token.folded))


def _score(
    aligned: list[Aligned], left_only: tuple[Token, ...], right_only: tuple[Token, ...], reasons: tuple[str, ...]
) -> float:
    gained = whole = 0.0
    for pair in aligned:
        weight = (_weight(pair.left) + _weight(pair.right)) / 2
        gained += weight * _credit(pair.similarity)
        whole += weight
    alone = sorted((sum(map(_weight, left_only)), sum(map(_weight, right_only))))
    whole += alone[0] + _LONGER_SHARE * (alone[1] - alone[0])
    if not whole:
        return 0.0
    score = gained / whole
    score *= _CROSSED if "name.order.changed" in reasons else 1.0
    score *= _GIVEN_CONFLICT if "name.given.conflict" in reasons else 1.0
    both_single = "name.single" in reasons and not (left_only or right_only)
    score *= _SINGLE if "name.single" in reasons and not both_single else 1.0
    return min(1.0, max(0.0, score))
