"""Every screen is measured: four widths, letters of double size, four languages; axe in light and dark.

One page load for a screen and a language; then the window changes. Long names, mixed scripts and titles that nobody
translated (see unruly.py) are on these screens.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, expect

from portal.operations.design.views import CHAPTERS
from tests.answers import BELIEF, CONSENT, HAPPENED, PARTIES, PARTS, STAYS
from tests.functional import boxes, unruly
from tests.functional.registering import QUESTIONS, Sister, answer, come_back, register, send, sign_out, take_code
from tests.functional.site import Site
from tests.functional.unruly import Unruly
from tests.functional.watching import LANGUAGES

pytestmark = pytest.mark.browser

in_each_language = pytest.mark.parametrize("language", list(LANGUAGES))

PUBLIC = (
    "/{}/",
    "/{}/proceedings/",
    f"/{{}}/proceedings/{unruly.PROCEEDING}/",
    "/{}/help/",
    "/{}/guides/",
    "/{}/tell-us/help/",
    "/{}/tell-us/money/",
    "/{}/tell-us/wrong_record/",
    "/{}/tell-us/lost_code/",
    "/{}/register/",
    "/{}/return/",
    "/{}/stop/",
    "/{}/nothing-here/",
)
STAFF = {
    "data_steward": ("/office/", "/office/lists/", "/office/lists/new/", "columns", "dry-run", "list"),
    "reviewer": (
        "/office/",
        "/office/pairs/",
        "pair",
        "pair history/",
        "pair incident/",
        "/office/duplicates/",
        "duplicate",
        "/office/search/",
        "/office/search/?q=Azad",
    ),
    "supervisor": (
        "/office/",
        "pair telling/",
        "pair telling/asked/",
        "/office/talks/",
        "/office/record-checks/new/",
        "extract",
        "/office/figures/",
        "/office/alerts/",
        "/office/hand-over/",
    ),
    "caseworker": (
        "/office/",
        "/office/tasks/",
        "/office/files/",
        "file",
        "file task/",
        "file note/",
        "/office/pairs/not-enough/",
        "/office/reports/",
        "report",
        "/office/extracts/new/",
    ),
    "administrator": (
        "/office/organizations/",
        "/office/people/",
        "person",
        "team",
    ),
    "auditor": ("/office/", "/office/audit/", "/staff/2fa/", "/staff/sessions/", "/staff/logout/"),
}
# The parts of the name, what happened, and what she agrees to: questions that may be left without any answer.
MAY_STAY_EMPTY = (PARTS, HAPPENED, PARTIES, STAYS, BELIEF, CONSENT)
# In the dark axe is asked in one language of a screen, and of a screen of staff or a component in two, one from the
# right and one from the left; the next screen has its turn in the others.
TURNS = {language: turn for turn, language in enumerate(LANGUAGES)}


@pytest.fixture(scope="session")
def world(site: Site) -> Unruly:
    return unruly.fill(site)


@dataclass
class Measuring:
    """`look()` measures the page as it stands; `found` is what was wrong on all of them."""

    page: Page
    language: str
    is_sampler: bool = False
    is_in_turn: bool = False
    found: list[str] = field(default_factory=list)
    seen: int = 0

    def __post_init__(self) -> None:
        self.page.context.on("request", self._note_fonts)

    def _note_fonts(self, request) -> None:
        if request.resource_type == "font":
            self.found.append(f"a font is asked for: {request.url}")

    def open(self, address: str, *, status: int = 200) -> None:
        answered = self.page.goto(address)
        assert answered is not None and answered.status == status, (address, answered and answered.status)
        self.look()

    def look(self, name: str = "") -> None:
        self.found += boxes.faults(self.page, self.language)
        turn = self.seen - TURNS[self.language]
        if turn % 2 == 0 or not self.is_in_turn:
            self.found += boxes.barriers(self.page, is_sampler=self.is_sampler)
        if turn % len(TURNS) == 0:
            self.found += boxes.barriers(self.page, scheme="dark", is_sampler=self.is_sampler)
        self.seen += 1
        self.page.set_viewport_size({"width": 360, "height": boxes.HEIGHT})

    def report(self) -> str:
        return "\n".join(self.found)


@pytest.fixture
def measuring(another: Callable[..., Page]) -> Callable[..., Measuring]:
    """`measuring("ar")` measures in a browser of its own; further arguments as for a context."""
    return lambda language, **changes: Measuring(another(reduced_motion="reduce", **changes), language)


@in_each_language
def test_public_pages(measuring, world: Unruly, language: str) -> None:
    run = measuring(language)
    for form in PUBLIC:
        address = form.format(language)
        run.open(address, status=404 if "nothing-here" in address else 200)
    for name in ("organization", "update", "guide"):
        run.open(world.places[f"{name}-{language}"])
    assert not run.found, run.report()


@in_each_language
def test_every_component(measuring, site: Site, language: str) -> None:
    run = measuring(language)
    run.is_sampler = run.is_in_turn = True
    for chapter in CHAPTERS:
        run.open(f"/design/{language}/{chapter}/")
    assert not run.found, run.report()


@in_each_language
def test_the_way_of_a_family(measuring, world: Unruly, site: Site, language: str) -> None:
    run = measuring(language)
    page = run.page
    sister = Sister(person=unruly.MIXED, name=unruly.LONG_LATIN, place=unruly.LONG_ARABIC, parts={})
    visit = register(page, language, sister, run.look)

    page.goto(f"/{language}/proceedings/{unruly.PROCEEDING}/")
    page.locator(f"form[action$='/follow/{unruly.PROCEEDING}/'] button").click()
    expect(page).to_have_url(re.compile(rf"/{language}/me/$"))
    run.look()
    for name in ("agree/compare", "wish/pause", "wish/close"):
        run.open(f"/{language}/me/{visit.reference}/{name}/")
    page.goto(f"/{language}/me/")
    sign_out(page, language)
    come_back(page, language, "1234 5678 9012 3456")
    expect(page.locator(".field--error")).to_be_visible()
    run.look()
    assert not run.found, run.report()


@in_each_language
def test_a_family_that_is_asked_to_speak(measuring, site: Site, language: str) -> None:
    codes = re.findall(r"^  ar +([0-9]{16}) ", site.sign_ins, re.MULTILINE)
    assert codes, "the demonstration prints the code of a family that was told"
    run = measuring(language)
    come_back(run.page, language, codes[0])
    expect(run.page.locator("main .state form")).to_be_visible()
    run.look()
    assert not run.found, run.report()


@in_each_language
def test_questions_with_errors(measuring, site: Site, language: str) -> None:
    run = measuring(language)
    page = run.page
    sister = Sister(person=unruly.LONG_ARABIC)
    page.goto(f"/{language}/register/1/")
    for number in QUESTIONS:
        expect(page).to_have_url(re.compile(rf"/register/{number}/$"))
        send(page)
        if number not in MAY_STAY_EMPTY:
            expect(page.locator(".summary")).to_be_visible()
            run.look()
            answer(page, sister, number)
            send(page)
        if number == 1:
            take_code(page)
            page.locator("main .btns a.btn").first.click()
    assert not run.found, run.report()


@in_each_language
@pytest.mark.parametrize("role", list(STAFF))
def test_staff_screens(measuring, world: Unruly, base_url: str, role: str, language: str) -> None:
    run = measuring(language)
    run.is_in_turn = True
    cookies = {"sessionid": world.sessions[role], "django_language": language}
    run.page.context.add_cookies([{"name": name, "value": value, "url": base_url} for name, value in cookies.items()])
    for name in STAFF[role]:
        place, _space, rest = name.partition(" ")
        run.open(world.places.get(place, place) + rest)
    assert not run.found, run.report()


@in_each_language
def test_the_door_of_the_office(measuring, site: Site, base_url: str, language: str) -> None:
    run = measuring(language)
    run.page.context.add_cookies([{"name": "django_language", "value": language, "url": base_url}])
    run.open("/staff/login/")
    run.page.locator("input[name=login]").fill(unruly.LONG_LATIN)
    run.page.locator("input[name=password]").fill("wrong")
    run.page.locator("main form .btn").first.click()
    expect(run.page.locator("main .summary, main .field__error").first).to_be_visible()
    run.look()
    assert not run.found, run.report()


@in_each_language
def test_public_pages_without_script(measuring, world: Unruly, language: str) -> None:
    run = measuring(language, java_script_enabled=False)
    for form in PUBLIC[:4]:
        run.page.goto(form.format(language))
        run.found += boxes.faults(run.page, language, is_doubled=False)
    assert not run.found, run.report()


@in_each_language
@pytest.mark.parametrize("mode", [{"forced_colors": "active"}, {"contrast": "more"}], ids=["forced", "contrast"])
def test_other_modes_in_the_dark(measuring, site: Site, mode: dict[str, str], language: str) -> None:
    """The frame holds, and what can be pressed is still seen to be: by an edge or a line under its words."""
    run = measuring(language, color_scheme="dark", **mode)
    for form in ("/{}/", "/{}/register/1/", "/{}/return/"):
        run.page.goto(form.format(language))
        run.found += boxes.faults(run.page, language, is_doubled=False)
        if "forced_colors" in mode:  # the colours are the reader's own
            run.found += run.page.evaluate(UNMARKED)
        else:
            run.found += boxes.barriers(run.page, scheme="dark")
    assert not run.found, run.report()


# Buttons and fields without an edge of their own: in forced colours a background says nothing.
UNMARKED = """() => [...document.querySelectorAll(".btn, .exit, .input, .choice, .choice input")]
    .filter(one => one.checkVisibility())
    .filter(one => { const style = getComputedStyle(one);
        return style.borderTopStyle === "none" || style.borderTopColor === style.backgroundColor; })
    .map(one => "no edge: " + one.className + " " + one.innerText)"""
