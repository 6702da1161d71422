"""R-95, R-30, R-37 against a real process: sent many times at once, registered once, and no word left in a file."""

from __future__ import annotations

import http.cookiejar
import sqlite3
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest

from tests.answers import posted
from tests.functional.site import Site
from tests.functional.walking import REFERENCE, Page, Walker
from tests.integration.whole_site.canaries import Canaries, found_in
from tests.vanishing import file_bytes

pytestmark = pytest.mark.browser

AT_ONCE = 20
POSTS = 100


def rows(site: Site, table: str = "registry_registration") -> int:
    """How many rows a table holds."""
    with closing(sqlite3.connect(site.data_dir / "portal.sqlite3", timeout=30)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - ours


def same_browser(walker: Walker) -> Walker:
    """Another tab: the same cookies, a connection of its own."""
    other = Walker(walker.base, walker.language)
    jar = http.cookiejar.CookieJar()
    for handler in walker.opener.handlers:
        if isinstance(handler, urllib.request.HTTPCookieProcessor):
            for cookie in handler.cookiejar:
                jar.set_cookie(cookie)
    other.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    return other


def reference_on(page: Page) -> str:
    found = REFERENCE.search(page.text)
    assert page.status == 200 and found, (page.status, page.url, page.text[:1500])
    return found.group()


def test_a_hundred_equal_posts_make_one_registration(site: Site) -> None:
    """Twenty connections at once, five times each; every answer names the same reference."""
    walker = Walker(site.url, "ar")
    check = walker.fill_in()
    before = rows(site)
    together = Barrier(AT_ONCE)

    def send_five_times(tab: Walker) -> list[str]:
        together.wait(timeout=60)
        return [reference_on(tab.post(check, {})) for _ in range(POSTS // AT_ONCE)]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(send_five_times, [same_browser(walker) for _ in range(AT_ONCE)]))
    references = {reference for answer in answers for reference in answer}
    assert len(references) == 1
    assert rows(site) == before + 1


def test_a_hundred_equal_reports_make_one(site: Site) -> None:
    """The form's own key makes a double click one report."""
    before = rows(site, "support_report")
    walker = Walker(site.url, "ku")
    page = walker.get("/ku/tell-us/money/")
    together = Barrier(10)

    def send(tab: Walker) -> int:
        together.wait(timeout=60)
        return tab.post(page, {"words": "Pere xwestin", "reach": ""}).status

    with ThreadPoolExecutor(10) as pool:
        assert set(pool.map(send, [same_browser(walker) for _ in range(10)])) == {200}
    assert rows(site, "support_report") == before + 1


def test_two_tabs_and_back_and_again(site: Site) -> None:
    """Double click, a second tab, back to the check and sent again: one registration, the same reference each time."""
    walker = Walker(site.url, "en")
    check = walker.fill_in()
    before = rows(site)
    tab = same_browser(walker)
    first, second = walker.post(check, {}), walker.post(check, {})
    third = tab.post(check, {})
    again = walker.get("/en/register/9/")
    references = {reference_on(page) for page in (first, second, third)}
    assert len(references) == 1 and rows(site) == before + 1
    assert again.status == 200 and "<form" in again.text
    # An old question sent again from the browser's history changes nothing and makes nothing.
    old = walker.post(Page(f"{site.url}/en/register/4/", 200, check.text), {"full": "Somebody Else"})
    assert old.status == 200 and rows(site) == before + 1


def test_what_she_typed_is_in_no_file_in_the_clear(site: Site) -> None:
    """Databases with their write-ahead logs, log, cache, media and temporary files of the running installation."""
    words = Canaries(95)
    walker = Walker(site.url, "ckb")
    for number, answers in posted(
        applicant={"kind": "relative", "name": words.name("ckb")},
        reach={"wish": "call", "phone": words.phone(), "hours": words.name("ar"), "safe_word": words.word("ckb")},
        relationship={"relationship": "sister", "words": words.name("ku")},
        name={"full": words.name("ckb")},
        parts={"given": words.word("ckb"), "mother": words.word("ckb")},
        when={"how": "roughly", "words": words.name("ar")},
        where={"how": "known", "words": words.name("ar")},
    ).items():
        page = walker.post(walker.get(f"/ckb/register/{number}/"), answers)
        assert page.status == 200, number
    walker.post(walker.get("/ckb/register/9/"), {})
    try:
        walker.opener.open(
            f"{site.url}/ckb/{urllib.parse.quote(words.word('ckb'))}/?q={urllib.parse.quote(words.name('ar'))}"
        )
    except urllib.error.HTTPError as error:
        assert error.code == 404
    # While somebody has a database open its write-ahead log stays where it is.
    with closing(sqlite3.connect(site.data_dir / "portal.sqlite3", timeout=30)) as beside:
        beside.execute("SELECT count(*) FROM django_session").fetchone()
        files = [file for file in [site.log, *site.data_dir.rglob("*")] if file.is_file()]
        assert any(file.name.endswith("-wal") for file in files), "the databases are not as they run"
        held = {str(file): found for file in files if (found := found_in(file_bytes(file), words.all))}
    assert held == {}
    assert len(words.all) > 15
