"""A day of the office, from two lists that contradict each other to the one sentence that the family reads.

A data steward imports, the machine proposes, two reviewers judge, a supervisor settles where they differ, another
approves. Each has a browser of her own, and each screen is measured. The day passes once in a language from the right
and once in one from the left; test_boxes.py measures the same screens in all four.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page, TimeoutError, expect

from portal.core.dates import today
from tests.functional.lists import choose_columns, confirm, counts, damaged, sample_rows, upload, write_list
from tests.functional.registering import Sister, Visit, proven, register
from tests.functional.site import Site
from tests.functional.staff import Member, hire, sign_in, speak
from tests.functional.watching import LANGUAGES, fits

pytestmark = pytest.mark.browser

SENTENCE = "We would like to speak with you. Choose when and how."
REASON = "the-reason-of-the-first-reader"
# Written in one script by the family and in another by the source: Arabic and Latin letters, Kurmanji and Sorani.
SOUGHT = {
    "ar": "هيثم عبدالقادر ياسين الدوري",
    "en": "Şêrzad Rostem Celal Bradostî",
}
LISTED = {
    "ar": "Haitham Abdulqadir Yasin al-Duri",
    "en": "شێرزاد ڕۆستەم جەلال برادۆستی",
}
PARTS = {
    "ar": {"mother": "نجلاء عبدالرحمن", "birth_year": "1987"},
    "en": {"mother": "Gulîzar Hemîd", "birth_year": "1987"},
}
MOTHERS = {"ar": "Najla Abdulrahman", "en": "گولیزار حەمید"}
ROWS = {"ar": 400, "en": 30}
UNLIKE = {"ar": "قيقبان", "en": "Wuxqolt"}


@pytest.fixture(scope="session")
def members(site: Site) -> dict[str, Member]:
    """A steward, two reviewers and two supervisors for each language."""
    roles = {
        "steward": "data_steward",
        "reader": "reviewer",
        "second": "reviewer",
        "asks": "supervisor",
        "approves": "supervisor",
    }
    return hire(
        site, *((f"{name}-{language}", role, language, "") for language in SOUGHT for name, role in roles.items())
    )


def planted(language: str) -> dict[str, str]:
    """The same person in the source's words."""
    empty = dict.fromkeys(sample_rows(1)[0], "")
    return empty | {
        "external_id": f"PLANTED-{language}",
        "full_name": LISTED[language],
        "mother_name": MOTHERS[language],
        "sex": "male",
        "birth_date": "1987",
        "nationality": "IQ",
        "event_place": "Mosul",
        "event_date": "2014-08",
        "facility": "a-place-she-must-not-read",
        "legal_status": "held_without_charge",
    }


def contradicting(language: str) -> dict[str, str]:
    """The same person in another source's words: spelled as the family does, with another year and another status."""
    said = {"full_name": SOUGHT[language], "birth_date": "1986", "legal_status": "charged", "event_date": "2014-09"}
    return planted(language) | said | {"external_id": f"OTHER-{language}"}


def sister_of(language: str, person: str) -> Sister:
    return Sister(person=person, parts=PARTS[language], place="الموصل", year="2014")


def import_list(page: Page, language: str, tmp_path, look: Callable[[Page, str], None]) -> None:
    """Dry run with reasons, import, the same again, and a corrected one."""
    whole = [*sample_rows(ROWS[language]), planted(language)]
    rows = [*whole, *damaged(whole[0])]
    source = f"Source {language}"
    file = write_list(tmp_path / f"list-{language}.csv", rows)
    upload(page, file, source=source, is_new=True)
    look(page, "columns")
    choose_columns(page)
    expected = {"rows": len(rows), "created": len(whole), "updated": 0, "unchanged": 0, "rejected": 3}
    assert counts(page) == expected
    reasons = page.locator("main table").first.locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert len(reasons) == 3 and len({reason.strip() for reason in reasons}) == 3
    look(page, "dry-run")
    confirm(page)
    assert counts(page) == expected
    look(page, "imported")

    upload(page, file, source=source, is_new=False)
    choose_columns(page)
    expected = {"rows": len(rows), "created": 0, "updated": 0, "unchanged": len(whole), "rejected": 3}
    assert counts(page) == expected
    confirm(page)

    corrected = [planted(language) | {"legal_status": "charged"}, *whole[:2]]
    upload(page, write_list(tmp_path / f"corrected-{language}.csv", corrected), source=source, is_new=False)
    choose_columns(page)
    assert counts(page) == {"rows": 3, "created": 0, "updated": 1, "unchanged": 2, "rejected": 0}
    confirm(page)

    contradicts = write_list(tmp_path / f"other-{language}.csv", [contradicting(language)])
    upload(page, contradicts, source=f"Other source {language}", is_new=True)
    choose_columns(page)
    assert counts(page) == {"rows": 1, "created": 1, "updated": 0, "unchanged": 0, "rejected": 0}
    confirm(page)


def proposed(page: Page, queue: str, *words: str) -> str:
    """Wait until the worker has proposed what these words stand in, and return its address."""
    row = page.locator("tbody tr")
    for word in words:
        row = row.filter(has_text=word)
    for _attempt in range(120):
        page.goto(queue)
        try:
            row.first.wait_for(timeout=1500)
        except TimeoutError:
            continue  # the worker has not come to it yet
        return row.locator("th a").get_attribute("href") or ""
    raise AssertionError(f"the worker proposed nothing with {words}")


def judge(page: Page, address: str, reason: str, verdict: str = "same") -> None:
    page.goto(address)
    page.locator("form.judge input[name=reason]").fill(reason)
    page.locator(f"form.judge button[value={verdict}]").click()
    expect(page.locator("main .note--done")).to_be_visible()


def normalised(page: Page, visit: Visit) -> str:
    """Her page as the server sends it, without the form's token and her reference."""
    text = page.request.get(page.url).text()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text).replace(visit.reference, "REFERENCE")


def read_first(reader: Page, member: Member, visit: Visit, language: str, look: Callable[[Page, str], None]) -> str:
    """Both records are proposed; one is read against the registration, then against the other. Returns the pair."""
    sign_in(reader, member)
    address = proposed(reader, "/office/pairs/", visit.reference, f"PLANTED-{language}")
    assert proposed(reader, "/office/pairs/", visit.reference, f"OTHER-{language}") != address
    look(reader, "pairs")
    reader.goto(address)
    look(reader, "pair")
    judge(reader, address, REASON)
    read_side_by_side(reader, language, look)
    return address


def read_blind(second: Page, member: Member, address: str) -> None:
    """The second reader does not see what the first one wrote: before judging, and while a supervisor is to decide."""
    sign_in(second, member)
    second.goto(address)
    assert REASON not in second.content()
    judge(second, address, "the year does not fit", "not_same")
    second.goto(address)
    expect(second.locator("main")).to_contain_text("the year does not fit")
    assert REASON not in second.content()


def settle(supervisor: Page, address: str) -> None:
    """Two readings differ: it waits for a supervisor, who reads both reasons and decides."""
    supervisor.goto("/office/pairs/?show=disputed")
    expect(supervisor.locator(f"tbody a[href='{address}']")).to_be_visible()
    supervisor.goto(address)
    expect(supervisor.locator("main")).to_contain_text(REASON)
    expect(supervisor.locator("main")).to_contain_text("the year does not fit")
    judge(supervisor, address, "the other list says 1987")


def read_side_by_side(reader: Page, language: str, look: Callable[[Page, str], None]) -> None:
    """Two lists name the person differently: judged to be one, each keeps its words, and both stand side by side."""
    own = f"PLANTED-{language}"
    duplicate = proposed(reader, "/office/duplicates/", own, f"OTHER-{language}")
    reader.goto(duplicate)
    look(reader, "duplicate")
    judge(reader, duplicate, "same mother, same place")
    reader.goto(duplicate)
    expect(reader.locator(".record .act")).to_have_count(2)

    reader.goto("/office/search/")
    reader.locator("input[name=q]").fill(SOUGHT[language])
    reader.locator("select[name=purpose]").select_option("comparing")
    look(reader, "search")
    reader.locator("form[action$='/search/'] .btn").click()
    reader.locator("main .rows a", has_text=own).first.click()
    for said in (LISTED[language], SOUGHT[language], f"Source {language}", f"Other source {language}"):
        expect(reader.locator("main")).to_contain_text(said)
    look(reader, "record")


def choose_a_talk(page: Page) -> None:
    """She answers the one sentence: by telephone, after six."""
    page.locator("input[name=kind][value=phone]").check()
    page.locator("input[name=value]").fill("+963 900 000 010")
    page.locator("input[name=when]").fill("after six")
    page.locator("main .state form .btn").click()
    expect(page.locator("main .note--done").first).to_be_visible()


def ask_to_tell(asks: Page, address: str) -> None:
    """The person found was asked; a supervisor asks for the decision and cannot approve it alone."""
    asks.goto(f"{address}telling/asked/")
    asks.locator("input[name=outcome][value=agrees]").check()
    asks.locator("select[name=way]").select_option("in_person")
    asks.locator("input[name=asked_by]").fill("A delegate")
    asks.locator("input[name=asked_on]").fill(f"{today() - timedelta(days=10)}")
    asks.locator("textarea[name=basis]").fill("asked alone")
    asks.locator("main form .btn").last.click()
    asks.locator("input[name=decision][value=tell]").check()
    asks.locator("input[name=shares][value=listed]").check()
    asks.locator("textarea[name=words]").fill("a-place-she-must-not-read")
    asks.locator("textarea[name=reason]").fill("two readings agree")
    asks.locator("form:has(input[name=decision]) .btn").click()
    expect(asks.locator("main")).to_contain_text("two readings agree")
    assert asks.locator("button[value=approve]").count() == 0


@pytest.mark.long
@pytest.mark.parametrize("language", list(SOUGHT))
def test_from_a_list_to_one_sentence(
    page: Page, another: Callable[..., Page], site: Site, members: dict[str, Member], shot, barriers, tmp_path, language
):
    def look(screen: Page, name: str) -> None:
        fits(screen, language)
        shot(screen, f"office-{name}-{language}")
        assert barriers(screen) == [], name

    visit = register(page, language, sister_of(language, SOUGHT[language]), proven(page))
    page.goto(f"/{language}/me/")
    twin_page = another()
    twin = register(twin_page, language, sister_of(language, UNLIKE[language]))
    twin_page.goto(f"/{language}/me/")

    steward = another()
    sign_in(steward, members[f"steward-{language}"])
    look(steward, "day")
    import_list(steward, language, tmp_path, look)

    address = read_first(another(), members[f"reader-{language}"], visit, language, look)
    read_blind(another(), members[f"second-{language}"], address)

    asks = another()
    sign_in(asks, members[f"asks-{language}"])
    settle(asks, address)
    ask_to_tell(asks, address)
    look(asks, "telling")

    page.reload()
    twin_page.reload()
    assert normalised(page, visit) == normalised(twin_page, twin)
    with translation.override(language):
        sentence, menu = gettext(SENTENCE), gettext("My page")
    assert sentence != SENTENCE or language == "en"
    assert sentence not in page.content()

    approves = another()
    sign_in(approves, members[f"approves-{language}"])
    approves.goto(f"{address}telling/")
    approves.locator("button[value=approve]").click()
    expect(approves.locator("main .note--done")).to_be_visible()

    page.reload()
    expect(page.locator("main h2").first).to_have_text(sentence)
    assert menu in page.content()
    for told in (f"PLANTED-{language}", LISTED[language], "a-place-she-must-not-read"):
        assert told not in page.content()
    fits(page, language)
    shot(page, f"me-talk-{language}")
    assert barriers(page) == []
    choose_a_talk(page)

    twin_page.reload()
    assert sentence not in twin_page.content()


def test_staff_screens_in_four_languages(page: Page, members: dict[str, Member], shot):
    """Each screen is looked at in each language; the choice of language keeps the screen."""
    sign_in(page, members["asks-en"])
    for address, name in (("/office/", "day"), ("/office/pairs/", "pairs"), ("/office/search/", "search")):
        page.goto(address)
        for language in LANGUAGES:
            speak(page, language)
            expect(page).to_have_url(re.compile(re.escape(address) + "$"))
            fits(page, language)
            shot(page, f"supervisor-{name}-{language}")
