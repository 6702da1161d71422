"""How long a question takes to be usable on a line of 35 kbit/s with 800 ms of delay, with nothing kept from before.

Every page of the form of a missing person in four languages: bytes and requests, and the seconds until the page stands
there with its style and its field can be typed into. The slow line is Chromium's own.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Browser, Page, sync_playwright

from tests.answers import LANGUAGES, PERSON, pages
from tests.functional.conftest import CHROMIUM_ARGUMENTS
from tests.functional.mail import MailSink
from tests.functional.registering import SEND, Sister, answer, send, take_code
from tests.functional.site import Site

BYTES_PER_SECOND = 35_000 / 8
DELAY_MS = 800
LIMIT_BYTES, LIMIT_SECONDS = 35_000, 12.0


def slow_visit(browser: Browser, page: Page, address: str) -> tuple[float, int, int]:
    """Open the address in a browser that kept nothing but her session; return seconds, bytes and requests."""
    fresh = browser.new_context(viewport={"width": 360, "height": 800})
    fresh.add_cookies(page.context.cookies())
    slow = fresh.new_page()
    session = fresh.new_cdp_session(slow)
    sizes: dict[str, int] = {}
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    session.send("Network.enable")
    line = {"latency": DELAY_MS, "downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
    session.send("Network.emulateNetworkConditions", {"offline": False, **line})
    began = time.monotonic()
    slow.goto(address, wait_until="domcontentloaded", timeout=120_000)
    slow.locator(SEND).wait_for(state="visible", timeout=120_000)
    seconds = time.monotonic() - began
    slow.wait_for_load_state("networkidle", timeout=120_000)
    fresh.close()
    return seconds, int(sum(sizes.values())), len(sizes)


def walk(browser: Browser, site: Site, language: str) -> list[tuple[int, float, int, int]]:
    """Answer every question on a quick line, and measure each on the slow one before it is answered."""
    page = browser.new_context(viewport={"width": 360, "height": 800}, base_url=site.url).new_page()
    page.goto(f"/{language}/register/1/")
    measured = []
    for number in pages():
        measured.append((number, *slow_visit(browser, page, f"{site.url}/{language}/register/{number}/")))
        page.goto(f"/{language}/register/{number}/")
        answer(page, Sister(person=PERSON[language]), number)
        send(page)
        if number == 1:
            take_code(page)
    page.context.close()
    return measured


def main() -> None:
    """Measure and print."""
    mail = MailSink()
    mail.start()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Site(data_dir=Path(folder) / "data", smtp_port=mail.port)
        site.prepare()
        site.start()
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        try:
            columns = f"{'':12} {'slowest s':>10} {'most bytes':>11} {'requests':>9}"
            print(f"{columns}   (aim: {LIMIT_SECONDS:.0f} s, {LIMIT_BYTES} bytes)")
            for language in LANGUAGES:
                found = walk(browser, site, language)
                number, seconds, *_ = max(found, key=lambda one: one[1])
                heaviest = max(found, key=lambda one: one[2])
                print(
                    f"{language:12} {seconds:10.1f} {heaviest[2]:11} {heaviest[3]:9}"
                    f"   slowest is page {number}, heaviest {heaviest[0]}",
                    flush=True,
                )
        finally:
            browser.close()
            site.stop()
            mail.stop()


if __name__ == "__main__":
    main()
