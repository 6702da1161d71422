"""Her page after registering: she writes, changes an answer, takes papers, erases. With script and without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.functional.registering import Sister, Visit, come_back, register
from tests.functional.watching import fits

pytestmark = pytest.mark.browser

PLACES = {"ar": "تل حميس", "ckb": "تەل حەمیس", "ku": "Til Hemîs", "en": "Tall Hamis"}


SISTER = Sister(person="Qentûros Mihemed", name="Zumurrud")


def journey(page: Page, language: str, visit: Visit, look: Callable[[str], None]) -> None:
    """From her page to the end of it."""
    own = f"/{language}/me/{visit.reference}"
    page.goto(f"{own}/")
    look("me")
    page.locator("main a[href$='/messages/']").first.click()
    look("messages")
    page.locator("main textarea").fill(PLACES[language])
    page.locator("main form button.btn").click()
    expect(page.locator("main .msg--mine")).to_contain_text(PLACES[language])

    page.goto(f"{own}/told/")
    look("told")
    page.locator(f"main a[href='{own}/told/where/']").first.click()
    page.locator("main input[name=words]").fill(PLACES[language])
    page.locator("main form button.btn").first.click()
    expect(page).to_have_url(re.compile(rf"{own}/told/$"))
    expect(page.locator("main")).to_contain_text(PLACES[language])

    for address, button in (("papers", "input[value=certificate] + p button"), ("download", "button[value=json]")):
        page.goto(f"{own}/{address}/")
        look(address)
        with page.expect_download() as waiting:
            page.locator(f"main {button}").click()
        assert waiting.value.suggested_filename.startswith(visit.reference)
    page.goto(f"{own}/opened/")
    look("opened")

    page.goto(f"{own}/erase/")
    look("erase")
    page.locator("main a[href$='/erase/sure/']").click()
    page.locator("main form button.btn").click()
    expect(page.locator(".field--error")).to_be_visible()
    look("sure")
    page.locator("main input[type=checkbox]").check()
    page.locator("main form button.btn").click()
    expect(page.locator("main h1")).to_be_visible()
    look("erased")


def code_is_refused(page: Page, language: str, visit: Visit) -> bool:
    """Say whether the code opens nothing any more."""
    come_back(page, language, visit.code)
    expect(page.locator(".field--error")).to_be_visible()
    return page.url.endswith(f"/{language}/return/")


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_she_writes_changes_takes_and_erases(page: Page, shot, barriers, language):
    visit = register(page, language, SISTER)

    def look(name: str) -> None:
        fits(page, language)
        shot(page, f"hers-{name}-{language}")
        assert barriers(page) == [], name

    journey(page, language, visit, look)
    assert code_is_refused(page, language, visit)


def test_r99_all_of_it_needs_no_script(another: Callable[..., Page]):
    page = another(java_script_enabled=False)
    visit = register(page, "ku", SISTER)
    journey(page, "ku", visit, lambda name: None)
    assert code_is_refused(page, "ku", visit)
