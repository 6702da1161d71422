"""The running site, a real browser on it, a mail server that keeps what it is sent, and pictures of pages.

The journeys never touch the database of the test process: they see what a person sees, and `site.manage(...)`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.functional.elsewhere import Elsewhere
from tests.functional.mail import MailSink
from tests.functional.site import ROOT, Site, free_port
from tests.functional.watching import Watch
from tests.migrated import alone

SHOTS = ROOT / "test-results" / "shots"
# What is awaited comes at once on a quiet machine; a busy one gets its time before that is a failure.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)
# A gateway for text messages that nobody answers at: the pages offer them, and none leaves.
_SETTINGS = {"SMS_SENDER": "http", "SMS_GATEWAY_URL": "http://127.0.0.1:9/"}
WIDTHS = {360: 800, 1280: 900}
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
AXE_RUN = """tags => axe.run(document, {runOnly: tags, resultTypes: ["violations"]})
    .then(result => result.violations)"""
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, else one worker waits for the other at the end; the rest stays as shuffled.

    The second of two workers begins in the middle: with what needs no prepared site, while the first one prepares it.
    """
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    others, needs_none = [], []
    for item in items:
        (others if "prepared" in getattr(item, "fixturenames", ()) else needs_none).append(item)
    middle = min(len(items) // 2, len(others))
    items[:] = [*others[:middle], *needs_none, *others[middle:]]


@pytest.fixture(scope="session")
def mail() -> Iterator[MailSink]:
    """Every e-mail that the running site sends, of all journeys: ask for your own address."""
    sink = MailSink()
    sink.start()
    yield sink
    sink.stop()


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Elsewhere]:
    """Where the quick exit leads."""
    page = Elsewhere()
    page.start()
    yield page
    page.stop()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The data folder of a site that never ran, made once for all processes of this run as `make run` makes it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    data_dir = shared / "prepared" / "data"
    with alone(shared / "prepared.lock"):
        if not (data_dir / ".prepared").exists():
            Site(data_dir=data_dir, smtp_port=free_port()).prepare()
    return data_dir


@pytest.fixture(scope="session")
def site(
    prepared: Path, tmp_path_factory: pytest.TempPathFactory, mail: MailSink, elsewhere: Elsewhere
) -> Iterator[Site]:
    """The portal with its demonstration world: real web server, real worker, a data folder of its own."""
    data_dir = tmp_path_factory.mktemp("site") / "data"
    running = Site(data_dir=data_dir, smtp_port=mail.port, extra=_SETTINGS | {"QUICK_EXIT_URL": elsewhere.url})
    running.take_over(prepared)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def base_url(site: Site) -> str:
    """`page.goto("/ar/")` goes to the running site."""
    return site.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, not a browser fetched by the test tool; without the windows around pages, where it is there.

    Drawing windows that nobody sees takes a tenth of the time of all tests in the browser.
    """
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if chromium is None:
        pytest.fail("no chromium here. Run: scripts/debian-packages test", pytrace=False)
    return {
        **browser_type_launch_args,
        "executable_path": chromium,
        "args": CHROMIUM_ARGUMENTS,
        "timeout": 2 * PATIENCE,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A telephone in Baghdad, unless a test asks for something else."""
    viewport = {"width": 360, "height": WIDTHS[360]}
    return {**browser_context_args, "viewport": viewport, "timezone_id": "Asia/Baghdad"}


@pytest.fixture(autouse=True)
def fresh_limits(request: pytest.FixtureRequest) -> None:
    """Each journey is somebody else's: what the one before tried does not count against it."""
    if "site" in request.fixturenames:
        request.getfixturevalue("site").forget_attempts()


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """What is pressed is as patient as what is awaited."""
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def watch(context: BrowserContext) -> Watch:
    """What the pages of this journey's browser ask for and complain about."""
    return Watch().attach(context)


@pytest.fixture
def another(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Callable[..., Page]]:
    """`another()` is a page in another browser; arguments as for a context, for example java_script_enabled=False."""
    opened = []

    def make(**changes: Any) -> Page:
        opened.append(browser.new_context(**{**browser_context_args, **changes}))
        opened[-1].set_default_timeout(PATIENCE)
        return opened[-1].new_page()

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def shot() -> Callable[[Page, str], list[Path]]:
    """`shot(page, "register-ar-1")` keeps the whole page at 360 and 1280 pixels in test-results/shots/.

    Only where somebody wants to look at them (KEEP_SHOTS=1): taking them costs time.
    """

    def take(page: Page, name: str) -> list[Path]:
        if not os.environ.get("KEEP_SHOTS"):
            return []
        before = page.viewport_size
        taken = []
        SHOTS.mkdir(parents=True, exist_ok=True)
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("document.fonts.ready.then(() => true)")
            taken.append(SHOTS / f"{name}-{width}.png")
            page.screenshot(path=taken[-1], full_page=True)
        if before is not None:
            page.set_viewport_size(before)
        return taken

    return take


@pytest.fixture
def barriers() -> Callable[[Page], list[str]]:
    """`barriers(page)` lists what axe finds against WCAG 2.2 A and AA, one line per rule with the elements."""

    def find(page: Page) -> list[str]:
        page.wait_for_load_state()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
        found = page.evaluate(AXE_RUN, tags)
        return [f"{rule['id']}: {[node['target'] for node in rule['nodes']]}" for rule in found]

    return find
