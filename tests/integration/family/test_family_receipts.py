"""The receipt, read back from the PDF in all four languages."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.utils.translation import gettext, override

from portal.core.digits import LATIN, digits_chosen
from portal.core.languages import LANGUAGES
from portal.family.receipts import STYLES, receipt_html, receipt_pdf
from tests.factories.registry import make_registration

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.pages]
needs_reader = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils reads the PDF back")
TOPIC = ["regist", "death", "missing", "تسجيل", "تۆمار", "tomar", "مفقود", "بێسەروشوێن", "winda", "rights"]


def read_back(data: bytes, folder: Path) -> str:
    (folder / "receipt.pdf").write_bytes(data)
    command = ["pdftotext", "-layout", str(folder / "receipt.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def structure(node) -> list[str]:
    """The kinds of the structure tree's elements in reading order."""
    below = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else []
    children = below if isinstance(below, pikepdf.Array | list) else [below]
    own = [str(node.S)] if isinstance(node, pikepdf.Dictionary) and "/S" in node else []
    return own + [kind for child in children for kind in structure(child)]


@needs_reader
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_the_receipt_says_the_reference_in_every_language(code, style, tmp_path):
    registration = make_registration(language=code)
    text = read_back(receipt_pdf(registration, style=style, language=LANGUAGES[code]), tmp_path)
    assert registration.reference in text
    assert registration.submitted_at.strftime("%Y-%m-%d") in text
    assert "آزاد" not in text and "خزال" not in text
    if style == "discreet":
        assert [word for word in TOPIC if word in text.lower()] == []
        assert "Sanad" not in text and "سند" not in text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_a_demonstration_says_so_on_the_paper(code, style, settings):
    settings.DEMONSTRATION = True
    with override(code):
        words = gettext("Demonstration: invented people")
    assert words in receipt_html(make_registration(), style=style, language=LANGUAGES[code])
    settings.DEMONSTRATION = False
    assert words not in receipt_html(make_registration(), style=style, language=LANGUAGES[code])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_a_screen_reader_finds_language_title_and_order(code, style):
    with pikepdf.open(BytesIO(receipt_pdf(make_registration(), style=style, language=LANGUAGES[code]))) as paper:
        assert paper.Root.Lang == LANGUAGES[code].html
        assert paper.Root.MarkInfo.Marked and paper.Root.ViewerPreferences.DisplayDocTitle
        with override(code):
            assert paper.docinfo["/Title"] == gettext({"plain": "Receipt", "discreet": "Note"}[style])
        kinds = structure(paper.Root.StructTreeRoot)
        assert kinds.count("/H1") == 1 and "/Figure" not in kinds
        assert kinds.count("/P") == {"plain": 8, "discreet": 5}[style]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_discreet_file_tells_no_more_than_its_page(code, settings):
    data = receipt_pdf(make_registration(), style="discreet", language=LANGUAGES[code])
    with pikepdf.open(BytesIO(data)) as paper:
        # No author, no subject, no product, and no time at which she fetched it.
        assert set(paper.docinfo.keys()) == {"/Title", "/Producer"}
        told = str(paper.docinfo) + paper.Root.Metadata.read_bytes().decode()
    assert [word for word in (*TOPIC, *settings.PRODUCT_NAMES.values()) if word.lower() in told.lower()] == []


def test_only_the_plain_one_carries_the_name(settings):
    for code, name in settings.PRODUCT_NAMES.items():
        plain, discreet = (receipt_html(make_registration(), style=s, language=LANGUAGES[code]) for s in STYLES)
        assert f"<b>{name}</b>" in plain and name not in discreet


def test_she_downloads_it_from_her_page(client):
    from portal.accounts.services.holders import replace_return_code
    from portal.audit.actors import SYSTEM

    registration = make_registration(language="ku")
    client.post("/ku/return/", {"code": replace_return_code(holder=registration.holder, actor=SYSTEM)})
    for style in STYLES:
        answer = client.get(f"/ku/me/{registration.reference}/receipt/{style}/")
        assert answer.content.startswith(b"%PDF") and answer["Cache-Control"] == "no-store"
        assert answer["Content-Disposition"] == f'attachment; filename="{registration.reference}.pdf"'
    assert client.get(f"/ku/me/{registration.reference}/receipt/other/").status_code == 404


WRITTEN = {"ar": ("آذار", "٢٠٢٦"), "ckb": ("ئازار", "٢٠٢٦"), "ku": ("Adar", "2026 (3)"), "en": ("March", "2026")}


@needs_reader
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_the_paper_has_months_and_digits_of_its_language(clock, code, style, tmp_path):
    """Whatever the reader of the screen chose, the paper is read by others too."""
    registration = make_registration(language=code)
    with override("en"), digits_chosen(LATIN):
        text = read_back(receipt_pdf(registration, style=style, language=LANGUAGES[code]), tmp_path)
    month, year = WRITTEN[code]
    assert month in text and year in text
    assert "2026-03-14" in text and registration.reference in text
    if LANGUAGES[code].arabic_digits:
        outside = text.replace("2026-03-14", "").replace(registration.reference, "")
        assert not re.search(r"(?<![:0-9])[0-9]+(?![:0-9])", outside.replace("UTC", ""))
