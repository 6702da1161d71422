"""If it is wrong or a trap: the ways out stand on every public page, and what is told arrives once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.functional.registering import QUESTIONS, Sister, register
from tests.functional.site import Site
from tests.functional.watching import Watch, fits

pytestmark = pytest.mark.browser

KINDS = ("money", "wrong_record", "not_missing", "help", "lost_code")
ADDRESSES = ("", "register/", "register/1/", "return/", "stop/", "proceedings/", "help/", "tell-us/money/")


def ways_out(page: Page, language: str) -> None:
    """Quick exit first, help, wrong record, asked for money: all there and all leading somewhere of ours."""
    first = page.locator("a[href], button, input:not([type=hidden])").first
    expect(first).to_have_attribute("data-quick-exit", "")
    expect(page.locator("a[data-quick-exit]")).to_be_visible()
    for path in ("help/", "tell-us/wrong_record/", "tell-us/money/"):
        expect(page.locator(f"footer a[href='/{language}/{path}']").first).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_the_ways_out_stand_on_every_public_page(page: Page, site: Site, watch: Watch, shot, barriers, language):
    for path in ADDRESSES:
        page.goto(f"/{language}/{path}")
        ways_out(page, language)
        fits(page, language)
    page.goto(f"/{language}/proceedings/")
    shot(page, f"proceedings-{language}")
    page.locator("main .rows a").first.click()
    expect(page).to_have_url(re.compile(rf"/{language}/proceedings/[a-z0-9-]+/$"))
    ways_out(page, language)
    fits(page, language)
    shot(page, f"proceeding-{language}")
    assert barriers(page) == []
    page.goto(f"/{language}/nothing-here/")
    ways_out(page, language)
    fits(page, language)
    page.goto(f"/{language}/help/")
    shot(page, f"help-{language}")
    assert barriers(page) == []
    assert watch.hosts == {site.url.removeprefix("http://")}
    assert watch.complaints == []


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_what_is_told_arrives_once(page: Page, site: Site, shot, barriers, language):
    count = "SELECT COUNT(*) FROM support_report"
    for number, kind in enumerate(KINDS):
        before = site.rows(count)[0][0]
        page.goto(f"/{language}/tell-us/{kind}/")
        fits(page, language)
        if number == 0:
            shot(page, f"tell-us-{language}")
            assert barriers(page) == []
        page.locator("textarea[name=words]").fill(f"{kind} {language} زنبق")
        page.locator("main form .btn").dblclick()
        expect(page).to_have_url(re.compile(rf"/{language}/tell-us/{kind}/sent/$"))
        fits(page, language)
        assert site.rows(count) == [(before + 1,)]
    shot(page, f"told-{language}")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_report_is_asked_for_again_without_script(another: Callable[..., Page], language):
    page = another(java_script_enabled=False)
    page.goto(f"/{language}/tell-us/money/")
    page.locator("input[name=reach]").fill("+963 900 000 020")
    page.locator("main form .btn").click()
    expect(page.locator(".summary[role=alert]")).to_be_visible()
    expect(page.locator("input[name=reach]")).to_have_value("+963 900 000 020")
    page.locator("textarea[name=words]").fill("زنبق")
    page.locator("main form .btn").click()
    expect(page).to_have_url(re.compile(r"/sent/$"))


def test_her_own_pages_have_the_ways_out_too(page: Page):
    seen = []

    def look(name: str) -> None:
        ways_out(page, "ckb")
        seen.append(name)

    register(page, "ckb", Sister(person="زەنبەق سلێمان"), look)
    page.goto("/ckb/me/")
    look("her page")
    assert len(seen) > len(QUESTIONS), "each question, the code, the check and what comes after"
