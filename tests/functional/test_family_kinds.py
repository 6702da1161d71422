"""The four kinds of registration at 360 pixels, in four languages, with script and without.

As a plain client they run in tests/integration/family/test_family_kinds.py, which looks at what is stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.answers import KINDS, LANGUAGES, NAME, PERSON, WHERE, pages
from tests.functional.registering import Sister, answer, register, send, take_code
from tests.functional.site import Site
from tests.functional.watching import Watch, fits, transfer

pytestmark = pytest.mark.browser

# The missing person of each language is walked with everything around it in test_family_journey.
OTHER_KINDS = ("detained", "deceased", "survivor")
PAGE_LIMIT = 35_000


def somebody(language: str, kind: str) -> Sister:
    return Sister(person=PERSON[language], kind=kind)


@pytest.mark.parametrize("kind", OTHER_KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_in_each_language(page: Page, watch: Watch, shot, barriers, language: str, kind: str):
    page.set_viewport_size({"width": 360, "height": 800})

    def look(name: str) -> None:
        fits(page, language)
        if name in {f"question-{WHERE}", "check", "done"}:
            shot(page, f"{kind}-{name}-{language}")
            assert barriers(page) == [], name

    visit = register(page, language, somebody(language, kind), look)
    page.goto(f"/{language}/me/")
    expect(page.locator("main")).to_contain_text(visit.reference)
    fits(page, language)
    assert watch.complaints == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script(another: Callable[..., Page], language: str, kind: str):
    page = another(java_script_enabled=False)
    page.set_viewport_size({"width": 360, "height": 800})
    visit = register(page, language, somebody(language, kind))
    page.goto(f"/{language}/me/")
    expect(page.locator("main")).to_contain_text(visit.reference)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_a_call_and_another_person(page: Page, site: Site, shot, barriers, language: str):
    """Any order through the list, typed words kept on the way, a call that keeps the draft, one taken together."""

    def look(name: str) -> None:
        fits(page, language)
        shot(page, f"{name}-{language}")
        assert barriers(page) == [], name

    person = somebody(language, "missing")
    page.goto(f"/{language}/register/1/")
    answer(page, person, 1)
    send(page)
    take_code(page)
    page.locator("main .btns a.btn").first.click()
    page.locator("main button[name=list]").click()
    expect(page).to_have_url(re.compile(rf"/{language}/register/list/$"))
    look("list")
    page.locator(f"main a[href='/{language}/register/6/']").last.click()
    page.locator("input[name=how][value=date]").check()
    page.locator("input[name=year]").fill("20")
    page.locator("main button[name=call]").click()
    expect(page).to_have_url(re.compile(rf"/{language}/register/call/$"))
    look("call")
    asked = "SELECT COUNT(*) FROM support_report WHERE kind = 'call'"
    before = site.rows(asked)[0][0]
    page.locator("input[name=phone]").fill("+963 900 000 041")
    page.locator("main form[data-step] button").click()
    expect(page).to_have_url(re.compile(rf"/{language}/register/call/asked/$"))
    look("call-asked")
    assert site.rows(asked) == [(before + 1,)]
    page.goto(f"/{language}/register/6/")
    expect(page.locator("input[name=year]")).to_have_value("20")
    for number in pages()[1:]:
        page.goto(f"/{language}/register/{number}/")
        answer(page, person, number)
        send(page)
        # Sent in the background: left before the answer is there, the page would take it along unanswered.
        expect(page).not_to_have_url(re.compile(rf"/register/{number}/$"))
    expect(page).to_have_url(re.compile(rf"/{language}/register/9/$"))
    send(page)
    expect(page).to_have_url(re.compile(rf"/{language}/register/done/$"))
    page.locator("main form[action*='/register/together/'] button").click()
    expect(page).to_have_url(re.compile(rf"/{language}/register/list/$"))
    look("list-together")
    page.goto(f"/{language}/register/{NAME}/")
    assert transfer(page, f"/{language}/register/{NAME}/").bytes <= PAGE_LIMIT
