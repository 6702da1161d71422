"""Two names part by part, as a reader compares them: what answers what, and how alike it is (floor 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.names import CHAIN, CLOSE, SAME, Aligned, Comparison, Name, Role, compare, differences, transliterate

from .words import FIELDS

Words = str | Promise
Texts = tuple[str, str]
Silent = tuple[Words, Words]
Place = tuple[int, int]

_LAM, _ALIFS = "ل", tuple("اأإآٱ")


@dataclass(frozen=True)
class Marked:
    """One side's text of a part, and its pieces with what is to be marked; no pieces where nothing is."""

    text: str
    pieces: tuple[tuple[str, bool], ...] = ()

    @cached_property
    def latin(self) -> str:
        """Our reading in Latin letters; empty where it is already written so."""
        reading = transliterate(self.text, "Latn") if self.text else ""
        return "" if reading == self.text else reading


@dataclass(frozen=True)
class TokenCell:
    """One part of a name on both sides, what the comparison found, and the letters that differ, left and right."""

    label: Words
    left: Marked
    right: Marked
    finding: Words
    mark: str = ""
    letters: tuple[tuple[str, str], ...] = ()


def token_cells(left: Sequence[Name], right: Sequence[Name], silent: Silent) -> list[TokenCell]:
    """Parts of the two names that fit best, side by side; `silent` says that the left or the right gives none."""
    if not left or not right:
        return []
    found, one, other = max(((compare(a, b), a, b) for a in left for b in right), key=lambda option: option[0].score)
    return [*(_cell(role, found, one, other, silent) for role in CHAIN), _mother_cell(one, other, silent)]


def _cell(role: Role, found: Comparison, one: Name, other: Name, silent: Silent) -> TokenCell:
    left, right = one.token(role), other.token(role)
    answer = next((pair for pair in found.aligned if left is not None and pair.left is left), None)
    texts = (left.text if left else "", right.text if right else "")
    alike, same_place = (answer.similarity, answer.right is right) if answer else (0.0, False)
    finding = _finding(texts, alike, silent, same_place=same_place)
    return _token_cell(role, texts, finding, answer if same_place else None)


def _mother_cell(one: Name, other: Name, silent: Silent) -> TokenCell:
    texts, answer = (one.mother, other.mother), None
    if one.mother_tokens and other.mother_tokens:
        mothers = (Name(tokens=one.mother_tokens[:1]), Name(tokens=other.mother_tokens[:1]))
        answer = next(iter(compare(*mothers).aligned), None)
    finding = _finding(texts, answer.similarity if answer else 0.0, silent)
    is_whole = answer is not None and (answer.left.text, answer.right.text) == texts
    return _token_cell("mother", texts, finding, answer if is_whole else None)


def _token_cell(field_name: str, texts: Texts, finding: tuple[Words, str], answer: Aligned | None) -> TokenCell:
    """`answer` where the two texts are of two parts that may be one name, letter by letter."""
    left, right = texts
    is_near = answer is not None and answer.similarity >= CLOSE
    found = differences(answer.left, answer.right) if answer and is_near else ()
    letters = tuple((left[slice(*one.left)], right[slice(*one.right)]) for one in found)
    sides = (_marked(left, [one.left for one in found]), _marked(right, [one.right for one in found]))
    return TokenCell(FIELDS[field_name], *sides, *finding, letters=tuple(dict.fromkeys(letters)))


def _marked(text: str, places: Sequence[Place]) -> Marked:
    pieces, at = [], 0
    for start, end in places:
        start, end = _whole(text, start, end)
        if end > max(start, at):
            pieces += [(text[at:start], False), (text[max(start, at) : end], True)]
            at = end
    return Marked(text, (*(piece for piece in pieces if piece[0]), (text[at:], False)) if pieces else ())


def _whole(text: str, start: int, end: int) -> Place:
    """A lam and the alif after it are one sign: where one of them is marked, both are."""
    if start < end and text[start] in _ALIFS and text[:start].endswith(_LAM):
        start -= 1
    if start < end and text[end - 1] == _LAM and text[end : end + 1] in _ALIFS:
        end += 1
    return start, end


def _finding(texts: Texts, similarity: float, silent: Silent, *, same_place: bool = True) -> tuple[Words, str]:
    """The words under a column and its mark: same, near or off."""
    left, right = texts
    if not left:
        return (silent[0] if right else _("Neither side gives one")), ""
    if similarity >= CLOSE and not same_place:
        return _("Stands in another place of the name"), "near"
    if not right:
        return silent[1], ""
    if similarity >= SAME:
        return _("Same after spelling"), "same"
    if similarity >= CLOSE:
        return _("Resembles. May be two names."), "near"
    return _("Different"), "off"
