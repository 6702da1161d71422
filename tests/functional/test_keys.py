"""Keys do what the hints beside them say, keep silent while somebody writes, and can be turned off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.functional.site import Site
from tests.functional.staff import Member, hire, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def members(site: Site) -> Iterator[Member]:
    """A reviewer for each test: a code of the app opens the door once."""
    hired = hire(site, *((f"keys-reader-{number}", "reviewer", "en", "") for number in range(8)))
    return iter(hired.values())


@pytest.fixture
def reader(members: Iterator[Member], another: Callable[..., Page]) -> Page:
    """A reviewer at a desk, before the first possible match that nobody has read: the word of a second is final."""
    page = another(viewport={"width": 1280, "height": 900})
    sign_in(page, next(members))
    page.goto("/office/pairs/")
    page.locator("tbody tr", has_text="Waits for a first reading").locator("th a").first.click()
    expect(page.locator("form.judge")).to_be_visible()
    _listens(page)
    return page


def _listens(page: Page) -> None:
    """Wait for what the script shows once it listens: before that a key is pressed for nobody."""
    expect(page.locator(".keys")).to_be_visible()


def _take_back(page: Page) -> None:
    """Take back what was judged last, so that the next reader finds the pair as it was."""
    page.locator(".queue__last a").click()
    page.locator("form[action$=withdraw\\/] button").click()
    expect(page.locator("form.judge")).to_be_visible()


def test_keys_do_what_their_hints_say(reader: Page) -> None:
    """Every hint on the page is tried: on, back, the reason, a verdict without and with a reason."""
    page, first = reader, reader.url
    page.locator(".keys summary").click()
    hints = page.locator(".keys kbd").all_inner_texts()
    assert hints == ["J", "K", "1", "6", "T", "S", "N", "U"]

    page.keyboard.press("j")
    expect(page).not_to_have_url(first)
    _listens(page)
    page.keyboard.press("k")
    expect(page).to_have_url(first)
    _listens(page)

    reason = page.locator("input[name=reason]")
    page.locator("h1").click()
    page.keyboard.press("t")
    expect(reason).to_be_focused()
    page.keyboard.type("jsnut/1")
    expect(reason).to_have_value("jsnut/1")
    expect(page).to_have_url(first)

    page.locator("h1").click()
    for held in ("Control", "Alt", "Meta", "Shift"):
        page.evaluate(
            "held => document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', code: 'KeyJ', bubbles: true,"
            " ctrlKey: held === 'Control', altKey: held === 'Alt', metaKey: held === 'Meta',"
            " shiftKey: held === 'Shift'}))",
            held,
        )
    expect(page).to_have_url(first)

    page.keyboard.press("u")
    expect(page.locator("main .note--done")).to_be_visible()
    _take_back(page)


def test_a_clear_pair_is_decided_with_two_keys(reader: Page) -> None:
    """Why, and the verdict: at most three keys, and the next one is there. A slip is caught, and nothing is saved."""
    page, first = reader, reader.url
    page.keyboard.press("3")
    page.keyboard.press("s")
    expect(page.locator(".judge .errors, .judge .field__error").first).to_be_visible()
    expect(page.locator("input[name=ground][value=other_parent]")).to_be_checked()
    page.goto(first)
    page.keyboard.press("1")
    page.keyboard.press("s")
    expect(page.locator("main .note--done")).to_be_visible()
    expect(page).not_to_have_url(first)
    _take_back(page)


def test_keys_follow_the_place_on_an_arabic_keyboard(reader: Page) -> None:
    """With an Arabic layout the key that carries J writes another letter, and still leads on."""
    first = reader.url
    reader.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code: 'KeyJ', bubbles: true}))"
    )
    expect(reader).not_to_have_url(first)


def test_keys_can_be_turned_off_and_stay_off(reader: Page) -> None:
    """Who speaks to the computer, or touches keys by accident, turns them off once."""
    reader.locator(".keys summary").click()
    reader.locator("[data-keys-toggle]").click()
    reader.reload()
    first = reader.url
    reader.keyboard.press("j")
    reader.locator(".keys summary").click()
    expect(reader.locator("[data-keys-toggle]")).to_have_text("Turn the keys on")
    expect(reader).to_have_url(first)
    reader.locator("[data-keys-toggle]").click()
    reader.locator("h1").click()
    reader.keyboard.press("j")
    expect(reader).not_to_have_url(first)


def test_slash_enters_the_search(reader: Page) -> None:
    reader.goto("/office/search/")
    reader.keyboard.press("/")
    expect(reader.locator("input[name=q]")).to_be_focused()
    expect(reader.locator("input[name=q]")).to_have_value("")


def test_everything_works_without_script(reader: Page, another: Callable[..., Page]) -> None:
    """The hints promise nothing where no script runs."""
    page = another(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page.context.add_cookies(reader.context.cookies())
    page.goto(reader.url)
    expect(page.locator("form.judge button[value=same]")).to_be_visible()
    expect(page.locator("form.judge kbd").first).to_be_hidden()
    expect(page.locator(".keys")).to_be_hidden()


def test_the_menu_unfolds_on_a_telephone(reader: Page) -> None:
    """Every screen of the role stands in the folded menu, large enough for a thumb, without pushing the page."""
    reader.set_viewport_size({"width": 360, "height": 800})
    entries = reader.locator(".omenu a")
    expect(entries.first).to_be_hidden()
    reader.locator(".omenu summary").click()
    assert entries.count() >= 4
    for entry in entries.all():
        box = entry.bounding_box()
        assert box and box["height"] >= 44
    assert reader.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    reader.locator(".omenu a[href='/office/pairs/']").click()
    expect(reader).to_have_url(re.compile(r"/office/pairs/$"))
