"""Two names side by side: which part answers which, how alike they sound, and why the score is what it is. Floor 0."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from portal.names.costs import CLOSE, read_costs
from portal.names.distance import WordPair
from portal.names.lexicon import Lexicon, kernels
from portal.names.structure import CHAIN, Name, Token

_ROLE = {role: number for number, role in enumerate((*CHAIN, "other"))}
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
    """Remembers words and the likeness of word pairs, and computes many at once when told beforehand."""

    def __init__(self) -> None:
        self.lexicon = Lexicon()
        self._known: dict[WordPair, float] = {}

    def prepare(self, pairs: Iterable[WordPair]) -> None:
        """Compute all pairs not known yet, in one batch. Order within a pair does not matter."""
        wanted = dict.fromkeys(pair if pair[0] <= pair[1] else (pair[1], pair[0]) for pair in pairs)
        missing = [pair for pair in wanted if pair not in self._known]
        if len(self._known) + len(missing) > _CACHE_LIMIT:
            self._known.clear()
            missing = list(wanted)
        if len(self.lexicon) > _CACHE_LIMIT:
            self.lexicon = Lexicon()
        add = self.lexicon.add
        alike = self.lexicon.similarities([add(one) for one, _ in missing], [add(other) for _, other in missing])
        self._known.update(zip(missing, alike.tolist(), strict=True))

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
    answers, alike, score = _align(a.tokens, b.tokens, words.lexicon if words else Lexicon())
    pairs = [(at, answer) for at, answer in enumerate(answers) if answer >= 0]
    aligned = tuple(Aligned(a.tokens[at], b.tokens[answer], alike[at]) for at, answer in pairs)
    left_only = tuple(token for token, answer in zip(a.tokens, answers, strict=True) if answer < 0)
    right_only = tuple(token for at, token in enumerate(b.tokens) if at not in answers)
    crossed = [answer for _, answer in pairs] != sorted(answer for _, answer in pairs)
    reasons = tuple(_reasons(a, b, aligned, left_only, right_only, crossed=crossed))
    return Comparison(score, aligned, left_only, right_only, reasons)


def _align(left: tuple[Token, ...], right: tuple[Token, ...], lexicon: Lexicon) -> tuple[list[int], list[float], float]:
    (a_ids, a_roles), (b_ids, b_roles) = numbered(left, lexicon), numbered(right, lexicon)
    answers, alike = np.empty(len(left), dtype=np.int8), np.empty(len(left), dtype=np.float32)
    rows = lexicon.arrays()
    kernels().align(read_costs(), rows, a_ids, a_roles, b_ids, b_roles, answers, alike)
    score = kernels().weigh(rows, a_ids, a_roles, b_ids, b_roles, answers, alike)
    return answers.tolist(), alike.tolist(), score


def numbered(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[np.ndarray, np.ndarray]:
    """The words of a name and their roles as the kernels take them."""
    ids = np.array([lexicon.add(token.word) for token in tokens], dtype=np.int32)
    return ids, np.array([_ROLE[token.role] for token in tokens], dtype=np.int8)


def _reasons(
    a: Name,
    b: Name,
    aligned: tuple[Aligned, ...],
    left_only: tuple[Token, ...],
    right_only: tuple[Token, ...],
    *,
    crossed: bool,
) -> Iterable[str]:
    if _given_conflict(a, b, aligned):
        yield "name.given.conflict"
    if crossed:
        yield "name.order.changed"
    if left_only and right_only:
        yield "name.part.different"
    elif left_only or right_only:
        yield "name.part.missing"
    if any(pair.left.initial or pair.right.initial for pair in aligned):
        yield "name.initial_only"
    if len(a.tokens) == 1 or len(b.tokens) == 1:
        yield "name.single"


def _given_conflict(a: Name, b: Name, aligned: tuple[Aligned, ...]) -> bool:
    """Both given names are present and neither answers any part of the other name: brothers, not one person."""
    given_a, given_b = a.token("given"), b.token("given")
    if given_a is None or given_b is None or given_a.initial or given_b.initial:
        return False
    matched = [pair for pair in aligned if pair.similarity >= CLOSE]
    return not any(pair.left.role == "given" or pair.right.role == "given" for pair in matched)
