"""A paper loads our own fonts and mark and nothing else, and counts its pages in the reader's language."""

import shutil
import subprocess

import pytest
from weasyprint.urls import FatalURLFetchingError

from portal.core.languages import LANGUAGES
from portal.core.pdf import OwnFilesFetcher, paper_html, paper_pdf

needs_reader = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils reads the PDF back")
LAST_PAGE = {"ar": "الصفحة ٣ من ٣", "ckb": "پەڕەی ٣ لە ٣", "ku": "Rûpel 3 ji 3", "en": "Page 3 of 3"}


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/x",
        "https://example.org/",
        "file:///etc/passwd",
        "own:../../secret",
        "own:other.woff2",
        "own:",
        "font:mark.svg",
        "mark.svg",
        "ftp://x/",
    ],
)
def test_nothing_but_our_own_files_is_fetched(address):
    with pytest.raises(FatalURLFetchingError):
        OwnFilesFetcher().fetch(address)


def test_data_addresses_and_our_mark_are_answered():
    assert OwnFilesFetcher().fetch("data:text/plain,abc").read() == b"abc"
    assert b"<svg" in OwnFilesFetcher().fetch("own:mark.svg").read()


def test_a_paper_that_asks_for_more_is_not_made():
    with pytest.raises(FatalURLFetchingError):
        paper_pdf('<html lang="en"><title>T</title><img src="http://127.0.0.1:1/x.png" alt=""></html>')


@needs_reader
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_says_its_number(code, tmp_path):
    html = paper_html("layouts/pdf.html", {}, language=LANGUAGES[code])
    long = html.replace(
        "</body>", '<p>1</p><p style="break-before: page">2</p><p style="break-before: page">3</p></body>'
    )
    (tmp_path / "paper.pdf").write_bytes(paper_pdf(long))
    command = ["pdftotext", "-layout", "-f", "3", "-l", "3", str(tmp_path / "paper.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    # The reader of text writes marks of direction around what it turns round, and spaces where they come out.
    plain = "".join(sign for sign in text if sign not in "\u202a\u202b\u202c\u200e\u200f")
    assert "".join(LAST_PAGE[code].split()) in "".join(plain.split())
