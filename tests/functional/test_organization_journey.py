"""An organization reports; a sister follows, is told once without content, and stops with one click."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page, expect

from tests.functional.editing import approve, section_of, submit, translate_report, write_report
from tests.functional.mail import MailSink
from tests.functional.registering import Sister, register
from tests.functional.site import Site
from tests.functional.staff import Member, hire, sign_in
from tests.functional.watching import LANGUAGES, fits

pytestmark = pytest.mark.browser

SLUG = "journey-organization"
TITLE = "Hearing in the yellow hall"
ARABIC_TITLE = "جلسة في القاعة الصفراء"
_ORGANIZATION = f"""
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding
from cms.services.sections import ensure_section
organization = make_organization(slug="{SLUG}")
ensure_section(organization=organization)
proceeding = make_proceeding(slug="journey-proceeding", title={{"en": "Trial of the journey", "ar": "محاكمة الرحلة",
    "ckb": "دادگاییکردنی گەشت", "ku": "Darizandina rêwîtiyê"}})
print("true")
"""
PROCEEDING = "journey-proceeding"
TITLES = {"en": "Trial of the journey", "ar": "محاكمة الرحلة", "ckb": "دادگاییکردنی گەشت", "ku": "Darizandina rêwîtiyê"}


@pytest.fixture(scope="session")
def members(site: Site) -> dict[str, Member]:
    """An editor of the organization and a moderator."""
    site.ask(_ORGANIZATION)
    return hire(
        site,
        ("journey-editor", "organization_editor", "en", SLUG),
        ("journey-moderator", "moderator", "en", ""),
    )


def follow(page: Page, language: str) -> str:
    """Register with an e-mail address and follow the proceeding; returns the address."""
    address = f"zumurrud-{language}@example.org"
    register(page, language, Sister(person="Qentûros Mihemed", name="Zumurrud", email=address))
    page.goto(f"/{language}/proceedings/{PROCEEDING}/")
    page.locator(f"form[action$='/follow/{PROCEEDING}/'] button").click()
    expect(page).to_have_url(re.compile(rf"/{language}/me/$"))
    expect(page.locator("ul[aria-labelledby=follows] li")).to_have_count(1)
    return address


def says_only_that_there_is_news(message, language: str) -> None:
    with translation.override(language):
        sentence = gettext("There is news. Please sign in.")
    # A long subject is folded on the wire, which reads as a space before it.
    assert message["Subject"].strip() == sentence
    assert message.get_body(("plain",)).get_content().strip() == sentence
    assert message.get_body(("html",)).get_content().count(sentence) == 2
    whole = message.as_string().lower()
    assert "http" not in whole and "zumurrud\n" not in whole and TITLE.lower() not in whole


@pytest.mark.long
def test_an_organization_reports_and_she_is_told_once(
    site: Site, mail: MailSink, members: dict[str, Member], another: Callable[..., Page], shot
):
    sisters = {language: another() for language in LANGUAGES}
    addresses = {language: follow(page, language) for language, page in sisters.items()}

    editor = another(viewport={"width": 1280, "height": 900})
    sign_in(editor, members["journey-editor"], to="/cms/")
    shot(editor, "cms-home")
    report = write_report(
        editor, section_of(site, SLUG, "en"), proceeding=TITLES["en"], title=TITLE, text="Two witnesses spoke."
    )
    shot(editor, "cms-report")
    arabic = translate_report(editor, report, site, language="ar", title=ARABIC_TITLE, text="تكلّم شاهدان.")
    for draft in (report, arabic):
        submit(editor, draft)

    visitor = another()
    visitor.goto(f"/en/proceedings/{PROCEEDING}/")
    assert TITLE not in visitor.content()

    moderator = another(viewport={"width": 1280, "height": 900})
    sign_in(moderator, members["journey-moderator"], to="/cms/")
    for draft in (report, arabic):
        approve(moderator, draft)

    seen = {"en": TITLE, "ar": ARABIC_TITLE, "ckb": ARABIC_TITLE, "ku": ARABIC_TITLE}
    for language, title in seen.items():
        visitor.goto(f"/{language}/proceedings/{PROCEEDING}/")
        expect(visitor.locator("article.update h3")).to_have_text(title)
        fits(visitor, language)
        shot(visitor, f"update-{language}")

    for language, page in sisters.items():
        messages = mail.wait_for(addresses[language])
        assert len(messages) == 1
        says_only_that_there_is_news(messages[0], language)
        page.reload()
        entries = page.locator("[aria-labelledby=news] li")
        expect(entries).to_have_count(1)
        expect(entries).to_contain_text(seen[language])
        fits(page, language)
        shot(page, f"me-news-{language}")

    for language in ("ar", "ckb", "ku"):
        page = sisters[language]
        page.locator(f"form[action$='/unfollow/{PROCEEDING}/'] button").click()
        expect(page.locator("ul[aria-labelledby=follows] li")).to_have_count(0)

    later = write_report(
        editor, section_of(site, SLUG, "en"), proceeding=TITLES["en"], title="A later day", text="The court rose."
    )
    submit(editor, later)
    approve(moderator, later)
    # Who still follows is told; when that has arrived, whoever stopped would have been told as well.
    assert len(mail.wait_for(addresses["en"], count=2)) == 2
    for language in ("ar", "ckb", "ku"):
        assert len(mail.to(addresses[language])) == 1
        sisters[language].reload()
        expect(sisters[language].locator("[aria-labelledby=news] li")).to_have_count(1)


def test_an_editor_reaches_nothing_but_the_own_section(page: Page, site: Site, members: dict[str, Member]):
    sign_in(page, members["journey-editor"], to="/cms/")
    statement = (
        "SELECT p.id FROM wagtailcore_page p JOIN cms_organizationpage o ON o.page_ptr_id = p.id "
        "WHERE p.slug <> ? LIMIT 1"
    )
    others = site.rows(statement, SLUG)
    assert others, "the demonstration has other organizations"
    for path in (
        f"pages/{others[0][0]}/",
        f"pages/add/cms/caseupdatepage/{others[0][0]}/",
        f"pages/{others[0][0]}/edit/",
    ):
        answer = page.goto(f"/cms/{path}")
        assert answer is not None
        assert answer.status in {403, 404} or page.url.rstrip("/").endswith("/cms"), (path, answer.status, page.url)
    answer = page.goto("/office/")
    assert answer is not None and answer.status == 403
