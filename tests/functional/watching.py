"""What a page does besides what is seen: whom it asks, how much it fetches, whether it fits a narrow screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, expect

LANGUAGES = {"ar": ("ar", "rtl"), "ckb": ("ckb", "rtl"), "ku": ("ku-Latn", "ltr"), "en": ("en", "ltr")}
NARROW = 360


@dataclass
class Watch:
    """Attach it to a context before the first page. `hosts` are all that were asked, `complaints` what pages said."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def attach(self, context: BrowserContext) -> Watch:
        context.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        context.on("console", self._listen)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        return self

    def _listen(self, message) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(message.text)


_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(one => { const box = one.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; })
    .map(one => one.tagName + "." + one.className).slice(0, 8)"""


def fits(page: Page, language: str) -> None:
    """The page speaks the language in the right direction and does not scroll sideways at 360 pixels."""
    page.wait_for_load_state()
    tag, direction = LANGUAGES[language]
    expect(page.locator("html")).to_have_attribute("lang", tag)
    expect(page.locator("html")).to_have_attribute("dir", direction)
    before = page.viewport_size
    page.set_viewport_size({"width": NARROW, "height": 800})
    width = page.evaluate("document.documentElement.scrollWidth")
    wide = page.evaluate(_WIDE) if width > NARROW else []
    if before is not None:
        page.set_viewport_size(before)
    assert width <= NARROW, f"{page.url} is {width} pixels wide: {wide}"


def kept_on_device(page: Page) -> str:
    """Everything the page's script could read again later: storage, databases, cookies, caches, the window's name."""
    return page.evaluate(
        """async () => JSON.stringify([
            {...localStorage}, {...sessionStorage}, document.cookie, window.name, history.state,
            await indexedDB.databases(), await caches.keys(),
        ])"""
    )


@dataclass
class Transfer:
    """What one page cost: bytes on the wire, headers included, and requests."""

    bytes: int
    requests: int


def transfer(page: Page, address: str) -> Transfer:
    """Open an address with an empty cache and measure it."""
    session = page.context.new_cdp_session(page)
    sizes: dict[str, int] = {}
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(address, wait_until="networkidle")
    session.detach()
    return Transfer(bytes=int(sum(sizes.values())), requests=len(sizes))
