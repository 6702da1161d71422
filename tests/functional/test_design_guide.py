"""What the components say to a screen reader and where the focus goes; their boxes are measured in test_boxes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


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
