"""Two names part by part, as a reader compares them: what answers what, and how alike it is (floor 6)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.names import CHAIN, CLOSE, SAME, Comparison, Name, compare, transliterate

from .words import FIELDS

Words = str | Promise
Texts = tuple[str, str]
Silent = tuple[Words, Words]


@dataclass(frozen=True)
class TokenCell:
    """One part of a name on both sides and what the comparison found."""

    label: Words
    left: str
    right: str
    left_latin: str
    right_latin: str
    finding: Words
    mark: str = ""


def token_cells(left: Sequence[Name], right: Sequence[Name], silent: Silent) -> list[TokenCell]:
    """Parts of the two names that fit best, side by side; `silent` says that the left or the right gives none."""
    if not left or not right:
        return []
    found, one, other = max(((compare(a, b), a, b) for a in left for b in right), key=lambda option: option[0].score)
    cells = [_cell(role, found, one, other, silent) for role in CHAIN]
    cells.append(_mother_cell(one, other, silent))
    return cells


def _cell(role, found: Comparison, one: Name, other: Name, silent: Silent) -> TokenCell:
    left, right = one.token(role), other.token(role)
    answer = next((pair for pair in found.aligned if left is not None and pair.left is left), None)
    texts = (left.text if left else "", right.text if right else "")
    alike, same_place = (answer.similarity, answer.right is right) if answer else (0.0, False)
    return _token_cell(role, texts, _finding(texts, alike, silent, same_place=same_place))


def _mother_cell(one: Name, other: Name, silent: Silent) -> TokenCell:
    texts = (one.mother, other.mother)
    similarity = 0.0
    if one.mother_tokens and other.mother_tokens:
        mothers = (Name(tokens=one.mother_tokens[:1]), Name(tokens=other.mother_tokens[:1]))
        aligned = compare(*mothers).aligned
        similarity = aligned[0].similarity if aligned else 0.0
    return _token_cell("mother", texts, _finding(texts, similarity, silent))


def _token_cell(field_name: str, texts: Texts, finding: tuple[Words, str]) -> TokenCell:
    left, right = texts
    return TokenCell(FIELDS[field_name], left, right, _latin(left), _latin(right), *finding)


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


def _latin(text: str) -> str:
    reading = transliterate(text, "Latn") if text else ""
    return "" if reading == text else reading
