"""She says how she may be reached and what she wants to be told, and closes her page under threat; on a telephone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.functional.registering import come_back
from tests.functional.site import Site
from tests.functional.staff import hire, sign_in, speak
from tests.functional.watching import fits

pytestmark = pytest.mark.browser

PIN, SECOND = "4711", "112233"
_HOLDER = """
import json
from portal.accounts.services.holders import set_safe_word
from portal.audit.actors import SYSTEM
from tests.factories.registry import make_registration
from portal.accounts.services.holders import replace_return_code
holder = make_registration(language={language!r}).holder
set_safe_word(holder=holder, safe_word="pomegranate", actor=SYSTEM)
print(json.dumps(replace_return_code(holder=holder, actor=SYSTEM)))
"""
# In one transaction: the worker hears of the message only when nothing is left of it to send.
_UNDELIVERED = """
from django.db import transaction
from portal.audit.actors import SYSTEM
from portal.notifications.models import Delivery
from tests.factories.channels import give_news, make_channel
with transaction.atomic():
    delivery = give_news(make_channel("email", "reader@example.org").holder)
    Delivery.objects.filter(pk=delivery.pk).update(state="given_up", problem="bounced")
print(1)
"""


def _save(page: Page) -> None:
    page.locator("main form .btn[type=submit]").first.click()


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_she_chooses_how_we_reach_her(page: Page, site: Site, shot, barriers, language: str):
    def look(name: str) -> None:
        fits(page, language)
        shot(page, f"{name}-{language}")
        assert barriers(page) == [], name

    come_back(page, language, site.ask(_HOLDER.format(language=language)))
    page.locator("main a[href$='/me/reach/']").click()
    look("reach")
    page.locator("main a[href$='/reach/sms/']").click()
    page.locator("input[name=value]").fill("+963 900 000 044")
    page.locator("input[name=wording][value=greeting]").check()
    page.locator("select[name=hour_from]").select_option("18")
    page.locator("select[name=hour_to]").select_option("22")
    page.locator("input[name=days][value='5']").check()
    _save(page)
    expect(page.locator("main .field--error")).to_have_count(1)
    expect(page.locator("select[name=hour_from]")).to_have_value("18")
    look("reach-sms-refused")
    page.locator("select[name=zone]").select_option("Asia/Damascus")
    _save(page)
    expect(page).to_have_url(re.compile(r"/me/reach/$"))
    expect(page.locator("main")).to_contain_text("+963 900 000 044")
    page.locator("main a[href$='/reach/told/']").click()
    page.locator("input[name=every][value=month]").check()
    look("reach-told")
    _save(page)
    look("reach-chosen")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_second_pin_shows_an_empty_page(
    page: Page, site: Site, shot, barriers, another: Callable[..., Page], language: str
):
    """R-47, without script and with it."""
    code = site.ask(_HOLDER.format(language=language))
    come_back(page, language, code)
    reference = page.locator("main .ref--big").first.inner_text()
    page.locator("main a[href$='/me/pin/']").click()
    fits(page, language)
    shot(page, f"pin-{language}")
    assert barriers(page) == []
    page.locator("input[name=pin]").fill(PIN)
    page.locator("input[name=duress_pin]").fill(SECOND)
    _save(page)
    expect(page).to_have_url(re.compile(r"/me/$"))
    forced = another(java_script_enabled=False)
    forced.goto(f"/{language}/return/")
    forced.locator("input[name=code]").fill(code)
    forced.locator("#id_pin").fill(SECOND)
    _save(forced)
    expect(forced).to_have_url(re.compile(r"/me/$"))
    assert reference not in forced.content()
    page.reload()
    expect(page).to_have_url(re.compile(r"/return/$"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_operator_lists_what_is_really_ours(page: Page, site: Site, shot, barriers, another, language: str):
    site.ask(_UNDELIVERED)
    names = {role: f"{role[:6]}-reach-{language}" for role in ("administrator", "caseworker")}
    members = hire(site, *((name, role, language, "") for role, name in names.items()))
    sign_in(page, members[names["administrator"]], "/office/official/")
    page.locator("select[name=kind]").select_option("phone")
    page.locator("input[name=value]").fill("+964 700 000 000")
    page.locator("main form .btn").last.click()
    expect(page.locator("main .rows")).to_contain_text("+964 700 000 000")
    shot(page, f"office-official-{language}")
    assert barriers(page) == []
    family = another()
    family.goto(f"/{language}/tell-us/money/")
    expect(family.locator("main")).to_contain_text("+964 700 000 000")
    fits(family, language)
    shot(family, f"money-{language}")
    assert barriers(family) == []
    worker = another()
    sign_in(worker, members[names["caseworker"]], "/office/undelivered/")
    speak(worker, language)
    expect(worker.locator("main .rows li").first).to_be_visible()
    shot(worker, f"office-undelivered-{language}")
    assert barriers(worker) == []
