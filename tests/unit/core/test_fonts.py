"""What is copied out of a paper are the letters that were written, also where two are drawn as one."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from portal.core.fonts import with_letters_apart
from portal.core.pdf import paper_pdf

FONT = Path(settings.NODE_MODULES_DIR) / "@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff2"
needs_reader = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils reads the PDF back")
# Lam and alef in every form, at the beginning and behind a letter, in both alphabets; and الله, which is drawn as one.
WORDS = {
    "ar": "لا كلا إسلام الأمل بلأ الإمام الآلام عبد الله والله ولأن علاء سلامة",
    "ckb": "لا ئالا سڵاو ڵاو هەڵا گوڵاو لای عەبدوڵڵا",
    "ku": "Şêrîn Çiçek Xelîl",
    "en": "office affluent O'Neill",
}


def copied(text: str, language: str, weight: str, folder: Path) -> str:
    """The text as a reader of PDFs gives it, without the signs it adds for direction."""
    html = f'<html lang="{language}"><title>x</title><body dir="auto"><p style="font-weight:{weight}">{text}</p></body>'
    (folder / "paper.pdf").write_bytes(paper_pdf(html))
    done = subprocess.run(["pdftotext", str(folder / "paper.pdf"), "-"], check=True, capture_output=True)
    return re.sub(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "", done.stdout.decode()).strip()


@needs_reader
@pytest.mark.parametrize("weight", ["400", "700"])
@pytest.mark.parametrize("language", WORDS)
def test_letters_drawn_as_one_are_copied_in_their_order(language, weight, tmp_path):
    assert copied(WORDS[language], language, weight, tmp_path).split() == WORDS[language].split()


def test_the_shape_is_as_wide_as_before():
    before, after = TTFont(FONT), TTFont(BytesIO(with_letters_apart(FONT)))
    silent = [name for name in after.getGlyphOrder() if name.endswith(".silent")]
    assert silent
    for first in silent:
        shape = first.removesuffix(".silent")
        drawn = shape.partition(".of.")[0]
        assert after["glyf"][shape] == before["glyf"][drawn]
        assert after["hmtx"][shape][0] + after["hmtx"][first][0] == before["hmtx"][drawn][0]


def test_marks_of_both_letters_stand_where_the_shape_carries_them():
    """Of all twelve shapes, above and below: the places of the lam are counted from the silent glyph to the right."""
    font, compared = TTFont(BytesIO(with_letters_apart(FONT))), 0
    for lookup in font["GPOS"].table.LookupList.Lookup:
        whole = [getattr(subtable, "ExtSubTable", subtable) for subtable in lookup.SubTable]
        for marks in (subtable for subtable in whole if subtable.LookupType == 5):
            places = dict(zip(marks.LigatureCoverage.glyphs, marks.LigatureArray.LigatureAttach, strict=True))
            for silent in (name for name in places if name.endswith(".silent")):
                own = silent.removesuffix(".silent")
                (lam,), (alef,) = places[silent].ComponentRecord, places[own].ComponentRecord
                drawn = places[own.partition(".of.")[0]].ComponentRecord
                width = font["hmtx"][own][0]
                assert [_at(lam, moved=width), _at(alef)] == [_at(letter) for letter in drawn]
                compared += 1
    assert compared == 2 * 12


def _at(letter, moved: int = 0) -> list[tuple[int, int] | None]:
    return [(place.XCoordinate + moved, place.YCoordinate) if place else None for place in letter.LigatureAnchor]


def test_a_font_without_such_rules_stays_as_it_is():
    latin = FONT.with_name("vazirmatn-latin-400-normal.woff2")
    before, after = TTFont(latin), TTFont(BytesIO(with_letters_apart(latin)))
    assert after.getGlyphOrder() == before.getGlyphOrder()
