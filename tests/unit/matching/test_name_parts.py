"""The parts of two names side by side: what is said of them, and which letters are marked."""

from __future__ import annotations

import pytest

from portal.matching.name_parts import token_cells
from portal.names import Name, parse

SILENT = ("left is silent", "right is silent")


def cells(left: str, right: str, mothers: tuple[str, str] = ("", "")) -> list:
    names = [parse(text, mother=mother) for text, mother in zip((left, right), mothers, strict=True)]
    return token_cells([names[0]], [names[1]], SILENT)


def marked(part) -> str:
    return "".join(f"[{text}]" if is_marked else text for text, is_marked in part.pieces)


def test_letters_are_marked_within_a_part_and_the_text_stays_whole() -> None:
    given, father, *_rest = cells("Mihemed سليمان", "Muhammad سلمان")
    assert (marked(given.left), marked(given.right)) == ("M[i]h[e]m[e]d", "M[u]h[a]mm[a]d")
    assert given.letters == (("i", "u"), ("e", "a")), "each once"
    assert (marked(father.left), father.right.pieces) == ("سل[ي]مان", ())
    assert "".join(text for text, _is_marked in given.left.pieces) == given.left.text == "Mihemed"


@pytest.mark.parametrize(
    ("left", "right"), [("آزاد محمد", "Azad Mihemed"), ("آزاد", "حسين"), ("آزاد محمد", "محمد آزاد"), ("آزاد", "")]
)
def test_nothing_is_marked_where_the_sounds_agree_or_two_names_stand(left, right) -> None:
    assert not any(part.pieces for cell in cells(left, right) for part in (cell.left, cell.right))


def test_a_lam_and_its_alif_are_marked_as_the_one_sign_that_they_are() -> None:
    given = cells("خلاف محمد", "خلف محمد")[0]
    assert marked(given.left) == "خ[لا]ف" and given.letters == (("ا", ""),)


def test_who_is_silent_is_said() -> None:
    mothers = cells("آزاد محمد", "آزاد", ("", "كلستان"))
    assert (mothers[1].finding, mothers[-1].finding) == (SILENT[1], SILENT[0])
    assert token_cells([], [Name()], SILENT) == []
