"""Which letters of two spellings answer each other, and which speak for two names. Floor 0.

The compiled kernel keeps three rows of its table, since it compares millions of words; here the whole table of two
words stands, to be walked back from its end. Both give the same evidence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from portal.names.coding import coded
from portal.names.costs import read_costs
from portal.names.sounding import positioned, symbols, written
from portal.names.structure import Token

Place = tuple[int, int]

# Short vowels and the like, which one spelling leaves out or writes otherwise, cost at most two bits.
_RARE = -2.5
# Within one script, what brings less is another letter (u and o, e and a); the same letter brings about two or more.
_OTHER = 0.5
_LIKE = 1.5


@dataclass(frozen=True, slots=True)
class Difference:
    """Letters that do not answer each other, as places in the texts of two tokens. One of the two may be empty."""

    left: Place
    right: Place


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of the best alignment: how many symbols of each word answer each other, and with what evidence."""

    left: int
    right: int
    evidence: float


def differences(left: Token, right: Token) -> tuple[Difference, ...]:
    """Where two spellings differ, in order: other letters, and letters that spellings of one name hardly leave out.

    Across scripts only what spellings of one name rarely show: no letter of one script looks like one of the other.
    Nothing where the letters of a text cannot be told from its sounds.
    """
    places, others = _places(left), _places(right)
    if not places or not others:
        return ()
    least = _OTHER if left.script == right.script else _RARE
    found: list[Difference] = []
    at, answer, one, other, is_open = 0, 0, (0, 0), (0, 0), False
    for step in steps(left.word, right.word):
        one = _joined(places, at, step.left, one[1])
        other = _joined(others, answer, step.right, other[1])
        at, answer = at + step.left, answer + step.right
        differs = step.evidence < (least if step.left and step.right else _RARE) or step.left + step.right == 4
        if differs and is_open:
            last = found.pop()
            found.append(Difference((last.left[0], one[1]), (last.right[0], other[1])))
        elif differs:
            found.append(Difference(one, other))
        is_open = differs
    return tuple(found)


def steps(left: str, right: str) -> list[Step]:
    """The best alignment of two words, edit by edit; their evidence adds up to that of the kernel."""
    (a, a_brief), (b, b_brief) = coded(left), coded(right)
    a, b = a.rstrip(b"\0"), b.rstrip(b"\0")
    best: dict[Place, tuple[float, Step]] = {(0, 0): (0.0, Step(0, 0, 0.0))}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            options = [
                (best[i - step.left, j - step.right][0] + step.evidence, step)
                for step in _edits(a[:i], b[:j], a_brief, b_brief)
            ]
            if options:
                best[i, j] = max(options, key=lambda option: option[0])
    walked: list[Step] = []
    i, j = len(a), len(b)
    while i or j:
        step = best[i, j][1]
        walked.append(step)
        i, j = i - step.left, j - step.right
    return walked[::-1]


def _edits(a: bytes, b: bytes, a_brief: int, b_brief: int) -> Iterator[Step]:
    """The edits with which an alignment of two beginnings may end, as the kernel knows them."""
    costs = read_costs()
    if a:
        yield Step(1, 0, float(costs.dropped[b_brief, a[-1]]))
    if b:
        yield Step(0, 1, float(costs.dropped[a_brief, b[-1]]))
    if not (a and b):
        return
    yield Step(1, 1, float(costs.substituted[a[-1], b[-1]]))
    if len(a) > 1 and (run := costs.runs[a[-2], a[-1]]):
        yield Step(2, 1, float(costs.merged[run, b[-1]]))
    if len(b) > 1 and (run := costs.runs[b[-2], b[-1]]):
        yield Step(1, 2, float(costs.merged[run, a[-1]]))
    if len(a) > 1 and len(b) > 1:
        crossed = (float(costs.substituted[a[-1], b[-2]]), float(costs.substituted[a[-2], b[-1]]))
        if min(crossed) > _LIKE:
            yield Step(2, 2, sum(crossed) + float(costs.swapped))


def _joined(places: list[Place], first: int, count: int, passed: int) -> Place:
    """From the first of some symbols to the last, past what was passed already; of none, the point there."""
    if not count:
        return passed, passed
    start = max(passed, places[first][0])
    return start, max(start, *(end for _start, end in places[first : first + count]))


def _places(token: Token) -> list[Place]:
    """Where each symbol of a word stands in the text of its token; nothing where that cannot be told."""
    letters = [(letter, at) for at, char in enumerate(token.text) if not char.isspace() for letter in written(char)]
    word, text = written(token.word), "".join(letter for letter, _at in letters)
    if not word or not text.endswith(word):
        return []
    where = [at for _letter, at in letters[-len(word) :]]
    units = [(symbol, (where[start], where[end - 1] + 1)) for symbol, start, end in positioned(word)]
    read = symbols(token.word)
    places: list[Place] = [(0, 0)] * len(read)
    matcher = SequenceMatcher(None, [symbol for symbol, _place in units], read, autojunk=False)
    for kind, first, after, at, end in matcher.get_opcodes():
        if kind == "insert":
            return []
        # What stands one for one keeps its own place; what was drawn together shares one.
        single = after - first == end - at
        for number in range(end - at):
            block = units[first + number : first + number + 1] if single else units[first:after]
            places[at + number] = (block[0][1][0], block[-1][1][1])
    return places
