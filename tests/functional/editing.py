"""An editor and a moderator at the editor's pages of the site."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.functional.site import Site


def section_of(site: Site, organization: str, language: str) -> int:
    """The key of an organization's section in one language."""
    statement = (
        "SELECT p.id FROM wagtailcore_page p JOIN wagtailcore_locale l ON l.id = p.locale_id "
        "WHERE p.slug = ? AND l.language_code = ?"
    )
    found = site.rows(statement, organization, language)
    return int(found[0][0])


def write_report(page: Page, section: int, *, proceeding: str, title: str, text: str) -> int:
    """Write a report in a section and keep it as a draft; returns its key."""
    page.goto(f"/cms/pages/add/cms/caseupdatepage/{section}/")
    page.locator("[name=title]").fill(title)
    page.locator("select[name=proceeding]").select_option(label=proceeding)
    _paragraph(page, text)
    return _save(page)


def translate_report(page: Page, report: int, site: Site, *, language: str, title: str, text: str) -> int:
    """Make the report's version in another language and write it; returns the key of that version."""
    page.goto(f"/cms/translation/submit/page/{report}/")
    locale = site.rows("SELECT id FROM wagtailcore_locale WHERE language_code = ?", language)[0][0]
    box = page.locator(f"input[name=locales][value='{locale}']")
    if not box.is_checked():
        box.check()
    page.locator("main form [type=submit]").first.click()
    expect(page).to_have_url(re.compile(r"/cms/pages/\d+/edit/"))
    page.locator("[name=title]").fill(title)
    page.locator("textarea[name^=body-]").first.fill(text)
    return _save(page)


def submit(page: Page, report: int) -> None:
    """Hand a draft to the moderators."""
    page.goto(f"/cms/pages/{report}/edit/")
    _menu(page).locator("button[name=action-submit]").click()
    expect(page.locator(".messages .success")).to_be_visible()


def approve(page: Page, report: int) -> None:
    """A moderator lets it appear."""
    page.goto(f"/cms/pages/{report}/edit/")
    _menu(page).locator("button[data-workflow-action-name=approve]").first.click()
    expect(page.locator(".messages .success")).to_be_visible()


def _paragraph(page: Page, text: str) -> None:
    page.locator("[data-streamblock-menu-outer] button, .c-sf-add-button").first.click()
    page.locator("[role=option], .w-combobox__option").filter(has_text=re.compile("Paragraph")).first.click()
    page.locator("textarea[name^=body-]").first.fill(text)


def _save(page: Page) -> int:
    page.locator("footer button.action-save, footer [type=submit].action-save").first.click()
    expect(page.locator(".messages .success")).to_be_visible()
    found = re.search(r"/cms/pages/(\d+)/edit/", page.url)
    assert found is not None, page.url
    return int(found.group(1))


def _menu(page: Page):
    """The menu of what can be done with a page, opened."""
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    return page.locator("[data-tippy-root], footer")
