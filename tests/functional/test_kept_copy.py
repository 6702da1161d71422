"""The copy of the guides on a telephone: only when asked for, nothing but the guides, and gone with the quick exit."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Error, Page, expect

from tests.functional.site import Site
from tests.functional.watching import LANGUAGES, Watch, fits

pytestmark = pytest.mark.browser

HELP, GUIDES = "/{}/help/", "/{}/help/offline/"


def kept(page: Page) -> dict[str, Any]:
    """What the browser keeps for the portal: names of copies, the addresses in them, how far the workers reach."""
    return page.evaluate(
        """async () => ({
            names: await caches.keys(),
            addresses: (await Promise.all((await caches.keys()).map(
                async name => (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)
            ))).flat(),
            reaches: (await navigator.serviceWorker.getRegistrations()).map(each => new URL(each.scope).pathname),
        })"""
    )


def keep(page: Page, language: str) -> None:
    """Press the button on the help page and wait until it says that the copy is there."""
    page.goto(HELP.format(language))
    page.locator("[data-keep-do]").click()
    expect(page.locator("[data-keep-kept]")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guides_open_without_a_connection(page: Page, watch: Watch, language: str) -> None:
    page.goto(HELP.format(language))
    expect(page.locator("[data-keep-do]")).to_be_visible()
    assert kept(page) == {"names": [], "addresses": [], "reaches": []}, "something is kept before anybody asked"
    keep(page, language)
    now = kept(page)
    assert now["reaches"] == [GUIDES.format(language)]
    assert len(now["names"]) == 1
    assert GUIDES.format(language) in now["addresses"]
    assert [one for one in now["addresses"] if one != GUIDES.format(language) and not one.startswith("/static/")] == []

    page.context.set_offline(True)
    page.goto(GUIDES.format(language))
    expect(page.locator("h2[id^=guide-]")).to_have_count(4)
    assert page.evaluate("getComputedStyle(document.querySelector('.wrap')).maxInlineSize") != "none", (
        "without its style"
    )
    expect(page.locator("[data-keep-kept]")).to_be_visible()
    fits(page, language)
    for path in ("", "help/", "register/", "return/", "guides/"):
        with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
            page.goto(f"/{language}/{path}")
    page.context.set_offline(False)
    assert watch.complaints == []


def test_no_other_page_is_touched_by_the_worker(page: Page) -> None:
    keep(page, "en")
    for path in (
        "/en/",
        "/en/help/",
        "/en/register/1/",
        "/en/return/",
        "/en/me/",
        "/staff/login/",
        "/ar/help/offline/",
    ):
        page.goto(path)
        assert page.evaluate("navigator.serviceWorker.controller") is None, path
    page.goto("/en/help/offline/")
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")


@pytest.mark.parametrize("leaves_from", ["/en/help/", "/en/help/offline/", "/en/register/1/"])
def test_the_quick_exit_takes_the_copy_along(page: Page, leaves_from: str) -> None:
    keep(page, "en")
    page.goto(leaves_from)
    # The moment after which it leaves all the same never comes: a busy machine may need longer than that.
    page.evaluate("window.setTimeout = () => 0")
    page.locator("[data-quick-exit]").click()
    expect(page.locator("h1")).to_have_text("Elsewhere")
    page.goto("/en/")
    assert kept(page) == {"names": [], "addresses": [], "reaches": []}


def test_the_exit_does_not_wait_for_a_browser_that_hangs(page: Page) -> None:
    page.add_init_script("caches.keys = () => new Promise(() => {})")
    page.goto("/en/help/")
    page.locator("[data-quick-exit]").click()
    expect(page.locator("h1")).to_have_text("Elsewhere")


def test_the_copy_is_removed_by_its_button(page: Page) -> None:
    keep(page, "ku")
    page.locator("[data-keep-remove]").click()
    expect(page.locator("[data-keep-do]")).to_be_visible()
    assert kept(page) == {"names": [], "addresses": [], "reaches": []}
    expect(page.locator("[data-keep-offer]")).to_be_focused()


def test_a_copy_that_breaks_off_is_said_and_leaves_nothing(page: Page) -> None:
    page.goto("/en/help/")
    page.context.set_offline(True)
    page.locator("[data-keep-do]").click()
    expect(page.locator("[data-keep-failed]")).to_be_visible()
    page.context.set_offline(False)
    assert kept(page) == {"names": [], "addresses": [], "reaches": []}
    page.locator("[data-keep-again]").click()
    expect(page.locator("[data-keep-kept]")).to_be_visible()


def test_a_changed_guide_replaces_the_copy(page: Page, site: Site) -> None:
    keep(page, "en")
    before = kept(page)["names"]
    code = (
        "from cms.models import GuidePage; import json; "
        "page = GuidePage.objects.get(slug='money', locale__language_code='en'); "
        "page.summary = 'A sentence that is new.'; page.save_revision().publish(); print(json.dumps(1))"
    )
    assert site.ask(code) == 1
    page.goto("/en/help/offline/")
    page.evaluate(
        "async () => { const one = await navigator.serviceWorker.getRegistration(); await one.update(); "
        "while (one.installing || one.waiting) await new Promise(done => setTimeout(done, 50)); }"
    )
    page.wait_for_function("async before => !(await caches.keys()).includes(before)", arg=before[0])
    page.context.set_offline(True)
    page.goto("/en/help/offline/")
    expect(page.get_by_text("A sentence that is new.")).to_be_visible()
    assert len(kept(page)["names"]) == 1


def test_without_script_the_page_can_be_saved_or_printed(another) -> None:
    page = another(java_script_enabled=False)
    page.goto("/en/help/")
    expect(page.locator("[data-keep]")).to_be_hidden()
    page.get_by_role("link", name="All guides on one page, to save or to print").click()
    expect(page.locator("h2[id^=guide-]")).to_have_count(4)
    expect(page.locator("[data-keep]")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guides_have_no_barriers(page: Page, barriers, language: str) -> None:
    for path in ("guides/", "guides/held-in-iraq/", "help/", "help/offline/"):
        page.goto(f"/{language}/{path}")
        fits(page, language)
        assert barriers(page) == [], path
