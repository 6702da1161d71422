"""She adds a passkey and opens her page with it, on Chromium's own virtual device; without script the page says so."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.functional.registering import sign_out
from tests.functional.site import Site
from tests.functional.watching import fits

pytestmark = pytest.mark.browser

_HOLDER = """
import json
from portal.accounts.services.holders import replace_return_code
from portal.audit.actors import SYSTEM
from tests.factories.registry import make_registration
print(json.dumps(replace_return_code(holder=make_registration(language={language!r}).holder, actor=SYSTEM)))
"""
_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_passkey_opens_her_page(page: Page, site: Site, shot, barriers, another: Callable[..., Page], language: str):
    """Passkeys belong to a name, not to a number: the site is reached as localhost."""

    def look(name: str) -> None:
        fits(page, language)
        shot(page, f"{name}-{language}")
        assert barriers(page) == [], name

    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": _DEVICE})
    page.goto(site.url.replace("127.0.0.1", "localhost") + f"/{language}/return/")
    page.locator("input[name=code]").fill(site.ask(_HOLDER.format(language=language)))
    page.locator("main form .btn[type=submit]").first.click()
    page.locator("main a[href$='/me/ways/']").click()
    look("ways")
    page.locator("main a[href$='/me/ways/name/']").click()
    page.locator("main summary").click()
    look("ways-name")
    page.go_back()
    page.locator("main a[href$='/me/ways/passkey/']").click()
    look("ways-passkey")
    page.locator("main form .btn").click()
    expect(page.locator("main .note--done")).to_be_visible()
    page.locator("main a[href$='/me/']").first.click()
    reference = page.locator("main .ref--big").first.inner_text()
    sign_out(page, language)
    page.goto(site.url.replace("127.0.0.1", "localhost") + f"/{language}/return/")
    page.locator("main summary").click()
    look("return-other-ways")
    page.locator("form[data-passkey] .btn").click()
    expect(page).to_have_url(re.compile(r"/me/$"))
    expect(page.locator("main .ref--big").first).to_have_text(reference)
    plain = another(java_script_enabled=False)
    plain.goto(f"/{language}/return/")
    plain.locator("main summary").click()
    plain.locator("form[data-passkey] .btn").click()
    expect(plain.locator(".summary")).to_be_visible()
