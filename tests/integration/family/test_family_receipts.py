"""The receipt, read back from the PDF in all four languages."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.utils.translation import gettext, override
from weasyprint.urls import FatalURLFetchingError

from portal.core.languages import LANGUAGES
from portal.family.receipts import STYLES, OwnFilesFetcher, receipt_html, receipt_pdf
from tests.factories.registry import make_registration

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
needs_reader = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils reads the PDF back")
TOPIC = ["regist", "death", "missing", "تسجيل", "تۆمار", "tomar", "مفقود", "بێسەروشوێن", "winda", "rights"]


def read_back(data: bytes, folder: Path) -> str:
    (folder / "receipt.pdf").write_bytes(data)
    command = ["pdftotext", "-layout", str(folder / "receipt.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


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


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/x",
        "https://example.org/",
        "file:///etc/passwd",
        "font:../../secret",
        "font:other.woff2",
        "ftp://x/",
    ],
)
def test_nothing_but_our_own_fonts_is_fetched(address):
    with pytest.raises(FatalURLFetchingError):
        OwnFilesFetcher().fetch(address)


def test_data_addresses_are_answered():
    assert OwnFilesFetcher().fetch("data:text/plain,abc").read() == b"abc"


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
