"""She sends a photo and a recording from her telephone: over a connection that breaks, and without script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.files_that_lie import LYING, mp3, noted_jpeg
from tests.functional.registering import Sister, register
from tests.functional.site import Site
from tests.functional.watching import fits
from tests.vanishing import file_bytes

pytestmark = pytest.mark.browser

BUTTON = "form[data-upload] button[type=submit]"


def her_files(page: Page, language: str, brother: str) -> str:
    """Register and walk to the page of files by its link; return her code."""
    code = register(page, language, Sister(person=brother)).code
    page.goto(f"/{language}/me/")
    page.locator("main a[href$='/files/']").click()
    expect(page.locator("form[data-upload]")).to_be_visible()
    page.wait_for_load_state()  # by then the script listens, where there is one
    return code


def choose(page: Page, path: Path, kind: str = "recording", words: str = "") -> None:
    page.locator(f"input[name=kind][value={kind}]").check()
    page.locator("textarea[name=words]").fill(words)
    page.locator("input[name=file]").set_input_files(path)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """1.25 MB, so three parts."""
    path = tmp_path / "voice.mp3"
    path.write_bytes(mp3(frames=3000))
    return path


def test_a_connection_that_breaks_loses_nothing_r99(page: Page, site: Site, recording: Path) -> None:
    """The second part fails twice, once before and once after it arrived; the script goes on by itself."""
    her_files(page, "ku", "Xelîl Şengalî Ferzo")
    failed: list[str] = []

    def break_twice(route: Route) -> None:
        if route.request.headers.get("upload-at") == "524288" and len(failed) < 2:
            failed.append("before" if not failed else "after")
            if failed[-1] == "after":
                route.fetch()
            route.abort("connectionfailed")
        else:
            route.continue_()

    page.route("**/part/", break_twice)
    choose(page, recording, words="Dengê wî")
    page.locator(BUTTON).click()
    expect(page.locator(".note--done")).to_be_visible()
    assert failed == ["before", "after"]
    expect(page.locator("main .rows")).to_contain_text("Dengê wî")
    assert site.rows("SELECT state FROM evidence_evidence ORDER BY started_at DESC LIMIT 1")[0][0] in {
        "waiting",
        "ready",
    }


def test_a_page_that_was_closed_goes_on_in_another_window(page: Page, site: Site, recording: Path) -> None:
    """Killed after the first part: the list says how much is here; the same file chosen again sends the rest only."""
    her_files(page, "en", "Qaidar Murad Sinjari")
    page.route(
        "**/part/", lambda route: route.continue_() if route.request.headers["upload-at"] == "0" else route.abort()
    )
    choose(page, recording)
    with page.expect_event("requestfailed", lambda request: request.url.endswith("/part/")):
        page.locator(BUTTON).click()
    # Left before it is closed: a part still held back here would be sent by the closing itself.
    page.goto("about:blank")
    other = page.context.new_page()
    page.close()
    other.goto("/en/me/")
    other.locator("main a[href$='/files/']").click()
    expect(other.locator("main")).to_contain_text("41 percent is here")
    other.wait_for_load_state()
    sent: list[str] = []
    other.on(
        "request",
        lambda request: sent.append(request.headers.get("upload-at", "")) if "/part/" in request.url else None,
    )
    choose(other, recording)
    other.locator(BUTTON).click()
    expect(other.locator(".note--done")).to_be_visible()
    assert sent == ["524288", "1048576"]


def test_what_is_wrong_is_said_and_what_was_typed_stays(page: Page, site: Site, tmp_path: Path) -> None:
    """In Arabic, with script: the focus is on the list, and the right file then goes through."""
    her_files(page, "ar", "فيصل نواف الشمري")
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(LYING["script.pdf"][0])
    choose(page, paper, kind="paper", words="قرار المحكمة")
    page.locator(BUTTON).click()
    summary = page.locator(".summary[role=alert]")
    expect(summary).to_be_focused()
    expect(page.locator("textarea[name=words]")).to_have_value("قرار المحكمة")
    expect(page.locator("input[name=kind][value=paper]")).to_be_checked()
    fits(page, "ar")
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(noted_jpeg())
    page.locator("input[name=file]").set_input_files(photo)
    page.locator(BUTTON).click()
    expect(page.locator(".note--done")).to_be_visible()


def test_the_same_without_script_r99(browser: Browser, site: Site, tmp_path: Path) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    her_files(page, "ckb", "هێرش عەلی بارزان")
    wrong, right = tmp_path / "a.txt", tmp_path / "photo.jpg"
    wrong.write_bytes(b"")
    right.write_bytes(noted_jpeg())
    choose(page, wrong, words="وشەکانم")
    page.locator(BUTTON).click()
    expect(page.locator(".summary[role=alert]")).to_be_visible()
    expect(page.locator("textarea[name=words]")).to_have_value("وشەکانم")
    page.locator("input[name=file]").set_input_files(right)
    page.locator(BUTTON).click()
    expect(page).to_have_url(re.compile(r"/files/$"))
    expect(page.locator(".note--done")).to_be_visible()
    context.close()
    stored = b"".join(file_bytes(path) for path in (site.data_dir / "sealed").rglob("*") if path.is_file())
    assert stored and noted_jpeg()[:12] not in stored
