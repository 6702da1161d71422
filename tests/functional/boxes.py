"""Measures a page's boxes in the browser: what scrolls, leaves the window, is cut off, overlaps or is too small.

`boxes.js` does the measuring; here the window is made narrow and wide, the letters are doubled, and axe is asked.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.functional.site import ROOT
from tests.functional.watching import LANGUAGES

WIDTHS = (320, 360, 768, 1280)
DOUBLED_WIDTHS = (320, 1280)
HEIGHT = 800
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE_RUN = """([context, tags]) => axe.run(context, {runOnly: tags, resultTypes: ["violations"]})
    .then(result => result.violations)"""
MENU = "details.omenu"
MEASURE = (Path(__file__).parent / "boxes.js").read_text(encoding="utf-8")
SHOWN = 6


def faults_now(page: Page) -> list[str]:
    """Every fault of the page in its window as it is, once it is all there."""
    page.wait_for_load_state()
    return page.evaluate(f"() => {{ {MEASURE}; return measureBoxes(); }}")


def faults(page: Page, language: str, *, is_doubled: bool = True) -> list[str]:
    """Every fault at all widths, and with letters of double size; each line begins with where it was seen."""
    found = [f"{page.url} {fault}" for fault in _language_faults(page, language)]
    for width in WIDTHS:
        found += _at(page, width, f"{width}")
    if is_doubled:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        for width in DOUBLED_WIDTHS:
            found += _at(page, width, f"{width} doubled")
        page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def barriers(page: Page, *, scheme: str = "light", is_sampler: bool = False) -> list[str]:
    """What axe finds at 360 pixels in light or dark, one line per rule with the elements.

    A sampler shows the same component more than once, which good practice would not do on one page.
    """
    page.set_viewport_size({"width": 360, "height": HEIGHT})
    page.emulate_media(color_scheme=scheme)
    # Where errors took the focus the page has scrolled, and axe takes what the bar half covers for a small target.
    page.evaluate("scrollTo(0, 0)")
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    tags = AXE_TAGS if is_sampler else [*AXE_TAGS, "best-practice"]
    found = []
    if page.locator(MENU).count():
        # The menu opens over the page, and what it half covers then is no small target: each is asked about by itself.
        found = page.evaluate(AXE_RUN, [{"include": [[MENU]]}, AXE_TAGS])
        page.evaluate("menu => document.querySelector(menu).open = false", MENU)
    found += page.evaluate(AXE_RUN, [{"include": [["html"]]}, tags])
    page.emulate_media(color_scheme="light")
    return [f"{page.url} {scheme} {rule['id']}: {[node['target'] for node in rule['nodes'][:3]]}" for rule in found]


def _at(page: Page, width: int, words: str) -> list[str]:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    found = faults_now(page)
    more = [f"and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
    return [f"{page.url} [{words}] {fault}" for fault in found[:SHOWN] + more]


def _language_faults(page: Page, language: str) -> list[str]:
    told = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    return [] if tuple(told) == LANGUAGES[language] else [f"speaks {told}, not {LANGUAGES[language]}"]
