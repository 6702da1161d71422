"""The measuring of boxes finds each fault on a page made for it, and nothing on a sound one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.functional.boxes import faults_now

pytestmark = pytest.mark.browser

SOUND = """<header class="topbar"><a class="exit" href="#e">Leave</a><a class="brand" href="#b">Sanad</a></header>
<main><h1>A heading</h1><p>A sentence with <a href="#x">a link</a> inside.</p><p><a class="row" href="#y">Go on</a></p>
<label class="row"><input type="radio" name="r"><span>An answer</span></label>
<div class="scroll"><p class="wide">A table that scrolls in its own box</p></div>
<span class="hidden">For listeners</span></main>"""
STYLE = """* { box-sizing: border-box } body { margin: 0; font: 18px/1.5 sans-serif }
.row { display: flex; min-height: 44px }
.topbar { display: flex; flex-direction: row-reverse; justify-content: space-between }
.topbar a { min-height: 44px; min-width: 60px } .scroll { overflow: auto } .wide { width: 900px }
.hidden { position: absolute; clip-path: inset(50%); width: 3px; height: 3px; overflow: hidden }"""
BAD = {
    "page scrolls sideways": "<div style='width:500px;height:9px'></div>",
    "outside the window": "<p style='margin-left:-40px'>Begins outside</p>",
    "text cut off": "<p style='width:90px;overflow:hidden;white-space:nowrap'>A sentence that has no room here</p>",
    "words leave their box": "<p style='width:60px'>Donaudampfschiffe</p>",
    "small target": "<p><a href='#s'>Alone</a></p>",
    "overlap": "<p>One line</p><p style='margin-top:-45px'>Another line over it</p>",
    "text-align right": "<p style='text-align:right'>A fixed side</p>",
    "drawing points the wrong way": (
        "<svg class='icon--flip' style='transform:scaleX(-1)' width='20' height='20'></svg>"
    ),
    "slanted Arabic script": "<p lang='ar' dir='rtl' style='font-style:italic'>نص مائل</p>",
    "letters set apart": "<p lang='ar' dir='rtl' style='letter-spacing:2px'>حروف متباعدة</p>",
}


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page of no site, 360 pixels wide."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def measured(page: Page, more: str = "", *, direction: str = "ltr", style: str = STYLE) -> list[str]:
    page.set_content(f"<html lang=en dir={direction}><style>{style}</style><body>{SOUND}{more}</body></html>")
    return faults_now(page)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_sound_page_has_no_fault(blank: Page, direction: str) -> None:
    assert measured(blank, direction=direction) == []


@pytest.mark.parametrize("fault", list(BAD))
def test_each_fault_is_caught(blank: Page, fault: str) -> None:
    found = measured(blank, BAD[fault])
    assert any(line.startswith(fault) for line in found), found


@pytest.mark.parametrize("fault", ["name at the wrong side", "exit at the wrong side", "exit before the name"])
def test_a_frame_that_is_not_mirrored_is_caught(blank: Page, fault: str) -> None:
    fixed = STYLE + ".topbar { direction: ltr }"
    assert [line for line in measured(blank, direction="rtl", style=fixed) if line.startswith(fault)]


def test_an_icon_that_does_not_flip_is_caught(blank: Page) -> None:
    found = measured(blank, "<svg class='icon--flip' width='20' height='20'></svg>", direction="rtl")
    assert any(line.startswith("drawing points the wrong way") for line in found)
