"""The small sum is done while she reads: on a page that was opened, and on one that took another's place (R-50)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from portal.core.proof import fits
from tests.functional.registering import Sister, register

pytestmark = pytest.mark.browser


def test_the_telephone_does_the_sum_and_she_sends_without_waiting(page: Page, watch):
    """R-50: the script comes with the page that needs it, and its hash is the server's."""
    seen: list[str] = []

    def look(name: str) -> None:
        if name != "check":
            return
        for _ in ("in place of another", "opened"):
            answer = page.locator("[data-proof-answer]")
            expect(answer).not_to_have_value("")
            seen.append(answer.input_value())
            assert fits(page.locator("input[name=sum_task]").input_value(), seen[-1])
            expect(page.get_by_role("textbox")).to_have_count(0)
            page.reload()

    register(page, "en", Sister(person="Azad Sum"), look)
    assert len(seen) == 2 and watch.complaints == []
