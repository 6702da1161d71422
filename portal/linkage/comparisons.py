"""One small pure function per comparison: two values in, an integer level out. Floor 1.

``MISSING`` means that one side says nothing, which is no evidence. The names of the levels stand in
:mod:`portal.linkage.tables.weights`; the greater the level, the stronger the agreement.
"""

from datetime import date, timedelta

from portal.linkage.places import locate
from portal.linkage.records import DateRange, Sex
from portal.names import CLOSE, SAME, Comparison, Name, Role, Token, WordLikeness, fold

MISSING = -1
DIFFERENT, RESEMBLES, ELSEWHERE, SPELLING, SAME_TEXT = 0, 1, 2, 3, 4

_LAST_PLACES = frozenset({"grandfather", "family"})
_ABOUT = timedelta(days=45)


def word(left: str, right: str, words: WordLikeness) -> int:
    """Two single names: the same text, the same after spelling, resembling, different."""
    if not left or not right:
        return MISSING
    if fold(left) == fold(right):
        return SAME_TEXT
    alike = words.of(left, right)
    return SPELLING if alike >= SAME else RESEMBLES if alike >= CLOSE else DIFFERENT


def role(compared: Comparison, a: Name, b: Name, wanted: Role) -> tuple[int, Token | None, Token | None]:
    """One place of the chain: its level and the two parts it rests on.

    A part that is answered from another place (swapped, or a generation left out) is ``ELSEWHERE``; grandfather and
    family count as one place, since a name of three parts does not say which the third is.
    """
    left, right = a.token(wanted), b.token(wanted)
    if left is None:
        return MISSING, None, right
    answer = next((pair for pair in compared.aligned if pair.left is left), None)
    if answer and answer.similarity >= CLOSE and not left.initial and not answer.right.initial:
        same_place = answer.same_role or {wanted, answer.right.role} <= _LAST_PLACES or _short(a, b, wanted)
        if not same_place:
            return (ELSEWHERE if answer.similarity >= SAME else MISSING), left, answer.right
        same_text = left.folded == answer.right.folded
        level = SAME_TEXT if same_text else SPELLING if answer.similarity >= SAME else RESEMBLES
        return level, left, answer.right
    if right is None or left.initial or right.initial or _is_answered(compared, right):
        return MISSING, left, right
    return DIFFERENT, left, right


def _short(a: Name, b: Name, wanted: Role) -> bool:
    """In a name of two parts the second may be the father or the family."""
    return wanted != "given" and min(len(a.tokens), len(b.tokens)) == 2


def _is_answered(compared: Comparison, token: Token) -> bool:
    return any(pair.right is token and pair.similarity >= CLOSE for pair in compared.aligned)


def sibling(compared: Comparison, levels: dict[str, int], mother_level: int) -> int:
    """1 if both given names are present and different while father and another relative agree; else MISSING."""
    if "name.given.conflict" not in compared.reasons:
        return MISSING
    relatives = sum(levels.get(place, MISSING) >= ELSEWHERE for place in ("father", "grandfather", "family"))
    return 1 if relatives + (mother_level >= SPELLING) >= 2 else MISSING


def sex(left: Sex, right: Sex) -> int:
    """1 same, 0 different; unknown is missing."""
    return MISSING if "unknown" in (left, right) else int(left == right)


def nationality(left: str, right: str) -> int:
    """1 same, 0 different (codes or words, folded)."""
    return MISSING if not fold(left) or not fold(right) else int(fold(left) == fold(right))


def place(left: str, right: str, words: WordLikeness) -> int:
    """3 same place, 2 same governorate, 1 sounds alike, 0 different."""
    if not fold(left) or not fold(right):
        return MISSING
    one, other = locate(left), locate(right)
    if one and other:
        return 3 if one == other else 2 if one.governorate == other.governorate else 0
    return 1 if words.of("".join(left.split()), "".join(right.split())) >= CLOSE else 0


def is_exact_day(span: DateRange) -> bool:
    """One day, and not 1 January or 1 July: registries write those when only the year is known."""
    first, last = span
    return first == last and (first.month, first.day) not in ((1, 1), (7, 1))


def widened(span: DateRange) -> DateRange:
    """The range in order; 1 January and 1 July become their whole year."""
    first, last = min(span), max(span)
    if first == last and not is_exact_day((first, last)):
        return date(first.year, 1, 1), date(first.year, 12, 31)
    return first, last


def birth(left: DateRange | None, right: DateRange | None) -> int:
    """6 same day, 5 day and month exchanged, 4 ranges overlap, 3 within 1 year, 2 within 3, 1 within 10, 0 farther."""
    if left is None or right is None:
        return MISSING
    one, other = widened(left), widened(right)
    if is_exact_day(one) and is_exact_day(other):
        if one == other:
            return 6
        if one[0].year == other[0].year and (one[0].month, one[0].day) == (other[0].day, other[0].month):
            return 5
    if max(one[0], other[0]) <= min(one[1], other[1]):
        return 4
    apart = max(one[0].year, other[0].year) - min(one[1].year, other[1].year)
    return 3 if apart <= 1 else 2 if apart <= 3 else 1 if apart <= 10 else 0


def event_order(left: DateRange | None, right: DateRange | None) -> int:
    """Disappearance (left) against capture (right): 2 about the same time, 1 capture later, 0 capture before."""
    if left is None or right is None:
        return MISSING
    one, other = (min(left), max(left)), (min(right), max(right))
    gap_after, gap_before = (other[0] - one[1]), (one[0] - other[1])
    if gap_after <= _ABOUT and gap_before <= _ABOUT:
        return 2
    return 1 if gap_before <= timedelta(0) else 0
