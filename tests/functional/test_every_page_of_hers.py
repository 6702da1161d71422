"""Every page that a link of her page leads to, in four languages: it fits, and axe finds no barrier on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.functional import boxes
from tests.functional.registering import come_back
from tests.functional.site import Site
from tests.functional.watching import LANGUAGES

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
# Papers are files, and these end the visit.
_ELSEWHERE = re.compile(r"/(receipt|leave|sign-out)/")


def reachable(page: Page, language: str) -> Iterator[str]:
    """Open each page once; the same page about another row or question of the same kind is one page."""
    waiting, seen = [f"/{language}/me/"], set()
    while waiting:
        address = waiting.pop(0)
        kind = re.sub(r"SR-[0-9A-Z-]+|[0-9a-f-]{36}", "·", address)
        if kind in seen:
            continue
        seen.add(kind)
        answered = page.goto(address)
        assert answered is not None and answered.status == 200, (address, answered and answered.status)
        yield address
        links = page.locator("main a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        own = [link.split("#")[0].split("?")[0] for link in links if link and link.startswith(f"/{language}/me/")]
        waiting += [link for link in dict.fromkeys(own) if not _ELSEWHERE.search(link)]


@pytest.mark.long
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_page_of_hers_fits_and_has_no_barrier(page: Page, site: Site, language: str) -> None:
    """The families of the demonstration whose codes are printed, by turns."""
    codes = re.findall(r"^  (?:ar|ckb|ku|en) +([0-9]{16}) ", site.sign_ins, re.MULTILINE)
    come_back(page, language, codes[list(LANGUAGES).index(language) % len(codes)])
    found, count = [], 0
    for address in reachable(page, language):
        count += 1
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": boxes.HEIGHT})
            found += [f"{address} [{width}] {fault}" for fault in boxes.faults_now(page)]
        found += boxes.barriers(page)
    assert found == []
    assert count >= 20
