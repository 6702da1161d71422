"""Further names, a date in another calendar and a district of the list: on a small screen, and without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.answers import KIND, NAME, PARTS, WHEN, WHERE, following, pages
from tests.functional.registering import SEND, Sister, answer, send, take_code
from tests.functional.site import Site

pytestmark = pytest.mark.browser
NAMES = "button[name=names]"


def _walk_to_parts(page: Page, language: str, sister: Sister) -> None:
    page.goto(f"/{language}/register/{KIND}/")
    for number in pages(sister.kind):
        if number == PARTS:
            break
        answer(page, sister, number)
        send(page)
        if number == KIND:
            take_code(page)
            page.locator("main .btns a.btn").first.click()
    expect(page).to_have_url(re.compile(rf"/register/{PARTS}/$"))


@pytest.mark.parametrize(("language", "script"), [("ar", True), ("en", False)])
def test_names_are_added_and_the_place_and_date_chosen(site: Site, another, barriers, shot, language, script):
    page = another(java_script_enabled=script)
    look = (lambda name: None) if not script else (lambda name: shot(page, f"{language}-{name}"))
    _walk_to_parts(page, language, Sister(person="آزاد محمد سليمان"))
    look("parts")
    page.locator(NAMES).click()
    for full in ("Azad Mihemed Silêman", "أبو دجانة الشامي"):
        expect(page).to_have_url(re.compile(r"/register/names/$"))
        page.locator("input[name=full]").fill(full)
        page.locator("select[name=kind]").select_option("war")
        page.locator("main form:not(:has([name=remove])) button[type=submit]").click()
        expect(page).to_have_url(re.compile(r"/register/names/\d+/$"))
        expect(page.locator("input[name=full]")).to_have_value(full)
        look("name")
        page.locator("input[name=tribe]").fill("شمر")
        page.locator("main form button[type=submit]").click()
    expect(page.locator("main dl.answers > div")).to_have_count(2)
    look("names")
    page.locator("button[name=remove]").first.click()
    expect(page.locator("main dl.answers > div")).to_have_count(1)
    if script:
        assert barriers(page) == []
    page.locator("main .btns > a.btn").last.click()
    expect(page).to_have_url(re.compile(rf"/register/{WHEN}/$"))
    page.locator("input[name=how][value=date]").check()
    page.locator("select[name=month]").select_option("h9")
    page.locator("input[name=year]").fill("١٤٣٥")
    look("when")
    if script:
        assert barriers(page) == []
    page.locator(SEND).click()
    expect(page).to_have_url(re.compile(rf"/register/{WHERE}/$"))
    page.locator("input[name=how][value=SY]").check()
    page.locator(SEND).click()
    page.locator("select[name=place_sy]").select_option("sy-ha-qamishli")
    page.locator("select[name=controlled_by]").select_option("isis")
    look("where")
    if script:
        assert barriers(page) == []
    page.locator(SEND).click()
    expect(page).to_have_url(re.compile(rf"/register/{following(WHERE)}/$"))
    page.goto(f"/{language}/register/9/")
    expect(page.locator("main")).to_contain_text("أبو دجانة الشامي")
    expect(page.locator("main")).to_contain_text("١٤٣٥" if language == "ar" else "1435")
    look("check-of-names-and-places")


def test_the_pages_in_english_for_wide_screens(site: Site, another, shot):
    page = another()
    _walk_to_parts(page, "en", Sister(person="Azad Muhammad Sulayman"))
    shot(page, "en-parts")
    page.goto("/en/register/names/")
    shot(page, "en-names")
    for number in (NAME, WHEN, WHERE):
        page.goto(f"/en/register/{number}/")
        shot(page, f"en-page-{number}")
        expect(page.locator("main h1")).to_be_visible()
