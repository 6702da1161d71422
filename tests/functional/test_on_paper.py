"""What a browser prints: what is read stays, what is pressed goes, and a source's address follows in words."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.functional.site import Site

pytestmark = pytest.mark.browser

_SOURCE = """
import json
from portal.proceedings.models import Proceeding
proceeding = Proceeding.objects.filter(is_public=True, facts__isnull=False).first()
fact = proceeding.facts.first()
fact.source_url = "https://court.example/press/12"
fact.save()
print(json.dumps(proceeding.slug))
"""


def printed(page: Page, folder: Path) -> str:
    path = folder / "printed.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_a_proceeding_on_paper(page: Page, site: Site, tmp_path: Path, language: str):
    slug = site.ask(_SOURCE)
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"/{language}/proceedings/{slug}/")
    expect(page.locator("h1")).to_be_visible()
    for pressed in (".exit", ".subbar", "main .btn", ".footer"):
        expect(page.locator(pressed).first).to_be_hidden()
    # A dark screen does not make a dark sheet.
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    # The name stands where a line begins.
    brand, sheet = page.locator(".brand").bounding_box(), page.viewport_size
    assert brand is not None and sheet is not None
    middle = brand["x"] + brand["width"] / 2
    assert (middle > sheet["width"] / 2) == (language in {"ar", "ckb"})
    assert "https://court.example/press/12" in "".join(printed(page, tmp_path).split())


def test_a_form_s_questions_and_the_home_page_ask_for_nothing_to_print(page: Page, site: Site):
    for address, count in (("/en/", 0), ("/en/register/1/", 0), ("/en/return/", 1)):
        page.goto(address)
        assert page.locator("link[media=print]").count() == count, address
