"""Somebody who registers by plain HTTP, as a browser without script does: cookies, forms, redirects, new tries."""

from __future__ import annotations

import http.client
import http.cookiejar
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.answers import CHECK, KIND, REQUIRED, posted

REFERENCE = re.compile(r"SR-[2-9B-Z]{4}-[2-9B-Z]{4}")
RETRY_FOR_SECONDS = 240.0


class FormReader(HTMLParser):
    """Reads the forms inside `main`: action, hidden fields, ticked and typed values."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict] = []
        self._in_main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "main":
            self._in_main = True
        elif tag == "form" and self._in_main:
            self.forms.append({"action": values.get("action") or "", "data": {}})
        elif tag == "input" and self._in_main and self.forms and values.get("name"):
            if values.get("type") in {"radio", "checkbox"} and "checked" not in values:
                return
            self.forms[-1]["data"][values["name"]] = values.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._in_main = False


# What she answers, page by page; fields a page does not have are not sent.
ANSWERS = posted(
    applicant={"kind": "relative", "name": "Xezal"},
    reach={"wish": "code"},
    name={"full": "آزاد محمد سليمان"},
    parts={},
    when={"how": "date", "year": "2014", "month": "", "day": ""},
    where={"how": "known", "words": "الحسكة"},
    consent={"contact": "yes", "compare": "yes", "trials": "yes"},
)


@dataclass
class Page:
    """What came back: final address, status and text."""

    url: str
    status: int
    text: str

    def form(self, index: int = 0) -> dict:
        reader = FormReader()
        reader.feed(self.text)
        if not reader.forms:
            raise AssertionError(f"no form on {self.url} ({self.status})")
        return reader.forms[index]


@dataclass
class Walker:
    """One browser. Every request is tried again while the server is away, with the same content.

    With `session` it carries on a visit that was begun (see begun.py).
    """

    base: str
    language: str = "ar"
    session: str = ""
    seconds: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        jar = http.cookiejar.CookieJar()
        if self.session:
            jar.set_cookie(_cookie("sessionid", self.session, self.base))
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, path: str) -> Page:
        return self._ask(urllib.parse.urljoin(self.base, path), None)

    def post(self, page: Page, data: dict[str, str], *, index: int = 0) -> Page:
        """Send a form of a page with these values over what the page filled in."""
        form = page.form(index)
        target = urllib.parse.urljoin(page.url, form["action"] or page.url)
        return self._ask(target, {**form["data"], **data})

    def _ask(self, url: str, data: dict[str, str] | None) -> Page:
        body = urllib.parse.urlencode(data).encode() if data is not None else None
        deadline = time.monotonic() + RETRY_FOR_SECONDS
        while True:
            request = urllib.request.Request(url, data=body, headers={"Referer": url})  # noqa: S310
            started = time.monotonic()
            try:
                with self.opener.open(request, timeout=30) as answer:
                    self.seconds.append(time.monotonic() - started)
                    return Page(answer.url, answer.status, answer.read().decode())
            except urllib.error.HTTPError as error:
                if error.code != 503:
                    return Page(url, error.code, error.read().decode(errors="replace"))
            except (OSError, http.client.HTTPException):
                # Nobody there, or killed in the middle of the answer: what broke off is no answer.
                pass
            if time.monotonic() > deadline:
                raise AssertionError(f"no answer from {url} within {RETRY_FOR_SECONDS:.0f} s")
            time.sleep(0.3)

    def fill_in(self) -> Page:
        """Answer every question that needs an answer and return the page on which the answers are checked."""
        page = self.get(f"/{self.language}/register/{KIND}/")
        for number in REQUIRED:
            page = self._answer(page, number)
            if number == KIND and page.status == 200:  # her code; the next question is a link there
                page = self.get(f"/{self.language}/register/{REQUIRED[1]}/")
            if page.status != 200 or page.url.endswith(f"/register/{number}/"):
                raise AssertionError(f"after question {number}: {page.status} {page.url}\n{page.text[:2000]}")
        return self.check()

    def check(self) -> Page:
        """The page on which the answers are checked."""
        return self.get(f"/{self.language}/register/{CHECK}/")

    def _answer(self, page: Page, number: int) -> Page:
        """Send the answer to a question from any page of the form: its token holds for all of them."""
        token = {"csrfmiddlewaretoken": page.form()["data"]["csrfmiddlewaretoken"]}
        address = urllib.parse.urljoin(self.base, f"/{self.language}/register/{number}/")
        return self._ask(address, {**token, **ANSWERS[number]})

    def send(self, check: Page) -> str:
        """Send and return the reference of the confirmation."""
        page = self.post(check, {})
        found = REFERENCE.search(page.text)
        if page.status != 200 or not found:
            raise AssertionError(f"no reference on {page.url} ({page.status})\n{page.text[:2000]}")
        return found.group()


def _cookie(name: str, value: str, base: str) -> http.cookiejar.Cookie:
    """A cookie of the whole site until the browser closes."""
    host = urllib.parse.urlsplit(base).hostname or ""
    return http.cookiejar.Cookie(
        0, name, value, None, False, host, False, False, "/", True, False, None, True, None, None, {}
    )
