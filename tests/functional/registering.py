"""A sister at her telephone: she answers question by question, in a real browser, with script or without."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.answers import APPLICANT, CONSENT, KIND, NAME, PARTS, REACH, RELATIONSHIP, TRAINED, WHEN, WHERE, pages

REFERENCE = re.compile(r"SR-[2-9A-Z]{4}-[2-9A-Z]{4}")
QUESTIONS = pages()
SEND = "main form[data-step] button[type=submit]:not([name])"


@dataclass(frozen=True)
class Sister:
    """Her answers. `radios` by question, `texts` by question; a field that a page does not have is not filled in."""

    person: str
    kind: str = "missing"
    name: str = "Xezal"
    email: str = ""
    given: str = ""
    father: str = ""
    year: str = "2014"
    place: str = "الحسكة"
    contact: str = "yes"
    parts: dict[str, str] = field(default_factory=dict)

    def texts(self, number: int) -> dict[str, str]:
        by_number = {
            APPLICANT: {"name": self.name},
            REACH: {"email": self.email} if self.email else {},
            NAME: {"full": self.person},
            PARTS: self.parts,
            WHEN: {"year": self.year},
            WHERE: {"words": self.place},
        }
        return by_number.get(number, {})

    def radios(self, number: int) -> dict[str, str]:
        by_number = {
            KIND: {"kind": self.kind},
            APPLICANT: {} if self.kind == "survivor" else {"kind": "relative"},
            REACH: {"wish": "email" if self.email else "code"},
            WHEN: {"how": "date"},
            WHERE: {"how": "known"},
            TRAINED: {"answer": "later"},
            CONSENT: {"contact": self.contact, "compare": "yes", "trials": "yes"},
        }
        return by_number.get(number, {})


@dataclass
class Visit:
    """What she holds afterwards."""

    code: str
    reference: str


def answer(page: Page, sister: Sister, number: int) -> None:
    """Fill in one question; nothing is sent."""
    for name, value in sister.radios(number).items():
        page.locator(f"input[name={name}][value={value}]").check()
    if number == RELATIONSHIP:
        page.locator("select[name=relationship]").select_option("sister")
    for name, value in sister.texts(number).items():
        page.locator(f"input[name={name}]").fill(value)


def send(page: Page) -> None:
    """Press the main button of a question; where scripts run, the one that sends it in the background is there by then.

    The answer is not waited for: whoever goes on looks for what the next page shows.
    """
    page.wait_for_load_state()
    page.locator(SEND).click()


def take_code(page: Page) -> str:
    """The code, from the page that shows it once."""
    shown = page.locator("main .ref--big")
    expect(shown).to_be_visible()
    expect(shown).to_have_text(re.compile(r"^\s*(\d{4}\s){3}\d{4}\s*$"))
    return shown.inner_text().strip()


def register(page: Page, language: str, sister: Sister, look: Callable[[str], None] = lambda name: None) -> Visit:
    """Walk from the page before the first question to the confirmation. `look` is called on each page, by its name."""
    page.goto(f"/{language}/register/")
    look("start")
    page.locator(f"main a[href='/{language}/register/{KIND}/']").click()
    code = ""
    for number in pages(sister.kind):
        expect(page).to_have_url(re.compile(rf"/{language}/register/{number}/$"))
        expect(page.locator(SEND)).to_be_visible()
        assert page.locator("main input:checked").count() == 0, "something was ticked before she chose"
        look(f"question-{number}")
        answer(page, sister, number)
        send(page)
        if number == KIND:
            code = take_code(page)
            look("code")
            page.locator("main .btns a.btn").first.click()
    expect(page).to_have_url(re.compile(rf"/{language}/register/9/$"))
    expect(page.locator("main")).to_contain_text(sister.person)
    look("check")
    send(page)
    expect(page).to_have_url(re.compile(rf"/{language}/register/done/$"))
    found = REFERENCE.search(page.locator("main .ref--big").inner_text())
    assert found is not None
    look("done")
    return Visit(code=code, reference=found.group())


def proven(page: Page) -> Callable[[str], None]:
    """A `look` that lets the telephone end its sum first: what comes in a hurry and without it waits for people."""

    def look(name: str) -> None:
        if name == "check":
            expect(page.locator("[data-proof-answer]")).not_to_have_value("")

    return look


def come_back(page: Page, language: str, code: str) -> None:
    """Type the code on the page for coming back, and press the button."""
    page.goto(f"/{language}/return/")
    page.locator("input[name=code]").fill(code)
    page.locator("main form .btn[type=submit]").first.click()


def sign_out(page: Page, language: str) -> None:
    """End the visit."""
    page.locator(f"main form[action='/{language}/sign-out/'] button").click()
    expect(page).to_have_url(re.compile(rf"/{language}/stop/$"))
