"""`scripts/serve`: both processes run, stop together, and say what happened."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.functional.site import ROOT, STOP_WITHIN_SECONDS, Site

pytestmark = pytest.mark.browser


@pytest.fixture
def second_site(site: Site, tmp_path: Path) -> Iterator[Site]:
    """Another copy beside the first, with its own data folder and port."""
    copy = Site(data_dir=tmp_path / "data", smtp_port=site.smtp_port)
    copy.take_over(site.data_dir)
    copy.start()
    yield copy
    copy.stop()


def serve(site: Site, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start `scripts/serve` where it cannot start."""
    return subprocess.run(
        [sys.executable, "scripts/serve"],
        cwd=ROOT,
        env=site.environment | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def can_listen(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


@pytest.mark.parametrize(
    ("language", "tag", "direction"),
    [("ar", "ar", "rtl"), ("ckb", "ckb", "rtl"), ("ku", "ku-Latn", "ltr"), ("en", "en", "ltr")],
)
def test_the_home_page_opens_in_each_language(page: Page, language: str, tag: str, direction: str) -> None:
    page.goto(f"/{language}/")
    expect(page.locator("html")).to_have_attribute("lang", tag)
    expect(page.locator("html")).to_have_attribute("dir", direction)
    expect(page.locator("h1")).to_have_count(1)


def test_ctrl_c_stops_both_and_frees_the_port(second_site: Site) -> None:
    web, worker = second_site.pid("web"), second_site.pid("worker")
    assert second_site.stop() == 0
    assert can_listen(second_site.port)
    for pid in (web, worker):
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.parametrize("name", ["web", "worker"])
def test_when_one_dies_everything_stops_and_says_so(second_site: Site, name: str) -> None:
    os.kill(second_site.pid(name), signal.SIGKILL)
    assert second_site.process is not None
    assert second_site.process.wait(timeout=STOP_WITHIN_SECONDS) == 1
    assert f"the {name} ended by itself" in second_site.last_words()
    assert can_listen(second_site.port)


def test_a_taken_port_is_said_plainly(site: Site) -> None:
    done = serve(site)
    assert done.returncode == 1
    assert f"cannot listen on 127.0.0.1:{site.port}" in done.stderr


@pytest.mark.parametrize("port", ["0", "65536", "12345678901234567890", "http", "-1", "٨٠٠٠"])
def test_a_port_that_is_none_is_refused(site: Site, port: str) -> None:
    done = serve(site, PORT=port)
    assert done.returncode == 2
    assert "PORT must be a number from 1 to 65535" in done.stderr
