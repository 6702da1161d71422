"""Every component in a real browser: nothing in the way of a screen reader or a narrow screen, in four languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from portal.operations.design.views import CHAPTERS
from tests.functional.watching import LANGUAGES, fits


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_component_is_a_barrier(site, page: Page, watch, barriers, language):
    for chapter in CHAPTERS:
        page.goto(f"/design/{language}/{chapter}/")
        fits(page, language)
        assert barriers(page) == [], chapter
    page.set_viewport_size({"width": 320, "height": 700})
    for chapter in ("words", "forms", "lists", "progress"):
        page.goto(f"/design/{language}/{chapter}/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, chapter
    assert watch.complaints == []


def test_the_list_of_errors_is_read_first_and_leads_to_the_fields(site, page: Page):
    page.goto("/design/en/errors/")
    summary = page.locator(".summary")
    expect(summary).to_be_focused()
    summary.get_by_role("link").first.press("Enter")
    field = page.locator("#j_words")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Please write a few words, in any language.")


def test_a_group_of_answers_says_its_question_hint_and_error(site, page: Page):
    page.goto("/design/en/forms/")
    group = page.get_by_role("group", name="When did you last have news of the person?").first
    expect(group).to_have_accessible_description("The year alone is enough. “I do not know” is a good answer too.")
    refused = page.get_by_role("group", name="I am").nth(2)
    expect(refused).to_have_accessible_description("Please answer this question.")
    day = page.locator("#i_i-day")
    expect(day).to_have_attribute("aria-invalid", "true")
    expect(day).to_have_accessible_description("This day is not in the calendar. Please look at day, month and year.")
