"""A sister registers her brother, keeps her code, comes back: in four languages, with script and without."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from portal.core.languages import arabic_digits
from tests.answers import KIND, PERSON, following, pages
from tests.functional.elsewhere import Elsewhere
from tests.functional.registering import Sister, Visit, answer, come_back, register, send, sign_out, take_code
from tests.functional.site import Site
from tests.functional.watching import Watch, fits, kept_on_device, transfer

pytestmark = pytest.mark.browser

BROTHERS = PERSON
APPLICANT = "Zumurrud-canary"
STEP_LIMIT, HOME_LIMIT, REQUEST_LIMIT = 35_000, 60_000, 8
SERIOUS_PAGES = {
    "start",
    "question-1",
    "question-2",
    "question-3",
    "question-6",
    "question-8",
    "question-10",
    "code",
    "check",
    "done",
}


def sister_of(language: str) -> Sister:
    return Sister(person=BROTHERS[language], name=APPLICANT)


def pdf_text(path: Path) -> str:
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout


def download(page: Page, style: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator(f"main a[href*='/receipt/{style}/']").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_she_registers_and_comes_back(page: Page, site: Site, watch: Watch, shot, barriers, tmp_path, language):
    def look(name: str) -> None:
        fits(page, language)
        shot(page, f"{name}-{language}")
        if name in SERIOUS_PAGES:
            assert barriers(page) == [], name

    page.goto(f"/{language}/")
    look("home")
    page.locator("main .door--first h2 a").click()
    expect(page).to_have_url(re.compile(rf"/{language}/register/$"))
    visit = register(page, language, sister_of(language), look)

    receipt = download(page, "plain", tmp_path)
    assert receipt.name == f"{visit.reference}.pdf"
    assert visit.reference in pdf_text(receipt)
    assert visit.code not in pdf_text(receipt)
    discreet = pdf_text(download(page, "discreet", tmp_path))
    assert visit.reference in discreet
    assert BROTHERS[language] not in discreet and APPLICANT not in discreet

    page.locator("main a.btn").click()
    expect(page).to_have_url(re.compile(rf"/{language}/me/$"))
    expect(page.locator("main")).to_contain_text(visit.reference)
    look("me")
    assert barriers(page) == []
    sign_out(page, language)
    look("stopped")

    come_back(page, language, "1234 5678 9012 3456")
    expect(page.locator(".field--error")).to_be_visible()
    look("return-wrong")
    come_back(page, language, arabic_digits(f"  {visit.code} "))
    expect(page).to_have_url(re.compile(rf"/{language}/me/$"))
    expect(page.locator("main")).to_contain_text(visit.reference)

    # neither storage nor cookies hold anything of hers; R-44: nobody else was asked for anything.
    kept = kept_on_device(page)
    cookies = page.context.cookies()
    for canary in (BROTHERS[language], APPLICANT, visit.code, visit.code.replace(" ", ""), visit.reference):
        assert canary not in kept
        assert canary not in str(cookies)
    assert all(cookie["httpOnly"] for cookie in cookies)
    assert watch.hosts == {site.url.removeprefix("http://")}
    assert watch.complaints == []


@pytest.mark.parametrize("language", ["ckb"])
def test_she_needs_no_script(another: Callable[..., Page], elsewhere: Elsewhere, tmp_path, language):
    page = another(java_script_enabled=False)
    page.goto(f"/{language}/")
    page.locator("main .door--first h2 a").click()
    visit = register(page, language, sister_of(language))
    assert visit.reference in pdf_text(download(page, "plain", tmp_path))
    sign_out(page, language)
    come_back(page, language, arabic_digits(visit.code.replace(" ", "")))
    expect(page.locator("main")).to_contain_text(visit.reference)
    page.locator("a[data-quick-exit]").click()
    expect(page).to_have_url(elsewhere.url)
    page.goto(f"/{language}/me/")
    expect(page).to_have_url(re.compile(rf"/{language}/return/$"))


def _leave(page: Page, how: str) -> None:
    page.wait_for_load_state()
    if how == "shift":
        # Three times within two seconds, however slow the machine is.
        page.clock.set_fixed_time(datetime.now(UTC))
        for _press in range(3):
            page.keyboard.press("Shift")
    else:
        page.locator("a[data-quick-exit]").click()


def _shows_nothing_of(page: Page, visit: Visit) -> None:
    """Whatever the browser shows now, it is not her page."""
    text = page.content()
    assert visit.reference not in text and APPLICANT not in text and BROTHERS["ar"] not in text


@pytest.mark.parametrize("how", ["click", "shift"])
def test_the_quick_exit_leaves_nothing_to_go_back_to(page: Page, elsewhere: Elsewhere, how: str):
    """R-40 by the link, R-41 by the Shift key three times."""
    visit = register(page, "ar", sister_of("ar"))
    page.locator("main a.btn").click()
    expect(page.locator("main")).to_contain_text(visit.reference)
    _leave(page, how)
    expect(page).to_have_url(elsewhere.url)
    assert set(elsewhere.referrers) == {""}
    for _time in range(4):
        page.go_back()
        _shows_nothing_of(page, visit)
    page.goto("/ar/me/")
    expect(page).to_have_url(re.compile(r"/ar/return/$"))


def test_a_page_in_the_browsers_memory_shows_nothing_after_signing_out(
    playwright, browser_type_launch_args, base_url: str
):
    """R-43, in a browser that keeps pages in memory."""
    arguments = {**browser_type_launch_args, "ignore_default_args": ["--disable-back-forward-cache"]}
    browser = playwright.chromium.launch(**arguments)
    try:
        page = browser.new_context(base_url=base_url).new_page()
        visit = register(page, "ar", sister_of("ar"))
        page.locator("main a.btn").click()
        expect(page.locator("main")).to_contain_text(visit.reference)
        sign_out(page, "ar")
        page.go_back()
        # The page comes back from memory, and asks for itself anew at once.
        expect(page).to_have_url(re.compile(r"/ar/return/$"))
        expect(page.locator("main")).to_be_visible()
        _shows_nothing_of(page, visit)
    finally:
        browser.close()


def test_the_questions_leave_one_entry_in_the_history(page: Page):
    page.goto("/en/")
    page.goto("/en/register/")
    before = page.evaluate("history.length")
    visit = register(page, "en", sister_of("en"))
    # The address was opened again by hand; all questions, the code and the check added nothing.
    assert page.evaluate("history.length") <= before + 1
    assert visit.reference


def test_she_stops_and_goes_on_where_she_stopped(page: Page, another: Callable[..., Page]):
    sister = sister_of("ku")
    page.goto("/ku/register/1/")
    answer(page, sister, 1)
    send(page)
    code = take_code(page)
    page.locator("main .btns a.btn").first.click()
    expect(page).to_have_url(re.compile(r"/ku/register/10/$"))
    answer(page, sister, 10)
    page.locator("main form[data-step] button[name=stop]").click()
    expect(page).to_have_url(re.compile(r"/ku/stop/$"))
    elsewhere = another(java_script_enabled=False)
    come_back(elsewhere, "ku", code)
    elsewhere.locator("main .state a.btn").click()
    expect(elsewhere).to_have_url(re.compile(r"/ku/register/2/$"))


def test_sending_twice_makes_one(page: Page, site: Site):
    """The last button pressed twice, as impatient fingers do, before any server can have answered the first time."""
    count = "SELECT COUNT(*) FROM registry_registration"
    before = site.rows(count)[0][0]
    page.goto("/en/register/")
    page.locator("main a[href='/en/register/1/']").click()
    for number in pages():
        answer(page, sister_of("en"), number)
        send(page)
        if number == KIND:
            take_code(page)
            page.locator("main .btns a.btn").first.click()
        expect(page).to_have_url(re.compile(rf"/register/{following(number)}/$"))
    page.wait_for_load_state()
    page.locator("main form[data-step] button[type=submit]").evaluate("one => { one.click(); one.click(); }")
    expect(page).to_have_url(re.compile(r"/register/done/$"))
    assert site.rows(count) == [(before + 1,)]


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_pages_are_light(another: Callable[..., Page], site: Site, language: str):
    page = another()
    watch = Watch().attach(page.context)
    home = transfer(page, f"/{language}/")
    assert home.bytes <= HOME_LIMIT, home
    assert home.requests <= REQUEST_LIMIT, home
    step = transfer(page, f"/{language}/register/1/")
    assert step.bytes <= STEP_LIMIT, step
    assert step.requests <= REQUEST_LIMIT, step
    answer(page, sister_of(language), 1)
    send(page)
    take_code(page)
    for number in (2, 3, 4, 5, 6, 7, 8, 10):
        step = transfer(page, f"/{language}/register/{number}/")
        assert step.bytes <= STEP_LIMIT, (number, step)
    assert watch.hosts == {site.url.removeprefix("http://")}
