"""An organization's caseworker fills in with a person, at 360 pixels, on pages in the person's language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.answers import pages
from tests.functional.registering import Sister, answer, come_back
from tests.functional.site import Site
from tests.functional.staff import Member, sign_in
from tests.functional.watching import Watch, fits

pytestmark = pytest.mark.browser

NEXT = "main form button[type=submit]:not([name])"
PERSON = "خەزاڵ"
_HELPER = """
import json
from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.organizations.models import MembershipRole
from portal.organizations.services import add_member
from tests.factories.organizations import make_organization
from tests.factories.staff import StaffFactory, secret_of
user = StaffFactory(username="journey-helper", role=Role.ORGANIZATION_CASEWORKER, language="ckb")
organization = make_organization(slug="journey-helping")
add_member(organization=organization, user=user, role=MembershipRole.CASEWORKER, actor=SYSTEM)
print(json.dumps([user.username, secret_of(user)]))
"""


def _testimony(page: Page) -> None:
    page.locator("input[name=person_name]").fill(PERSON)
    for name, value in {"authority": "own", "way": "in_person", "language": "ckb", "can_read": "no"}.items():
        page.locator(f"input[name={name}][value={value}]").check()
    page.locator("input[name=read_aloud_by]").fill("Berîvan Elî")
    page.locator("input[name=agrees]").check()
    page.locator("main form .btn").click()


def test_from_the_testimony_to_the_code_handed_over_r104(
    page: Page, another: Callable[..., Page], site: Site, watch: Watch, shot, barriers
):
    """R-104: with script, in Sorani; the person's name stands on each page, and the code opens her page elsewhere."""
    helper = Member(*site.ask(_HELPER))
    sign_in(page, helper, to="/helping/")
    page.locator("a[href='/helping/new/']").click()
    fits(page, "ckb")
    assert barriers(page) == []
    shot(page, "helping-testimony-ckb")
    _testimony(page)
    expect(page).to_have_url(re.compile(r"/ckb/register/1/$"))

    def look(name: str) -> None:
        expect(page.locator("main")).to_contain_text(PERSON)
        if name in {"question-4", "check"}:
            fits(page, "ckb")
            assert barriers(page) == [], name
            shot(page, f"helping-{name}-ckb")

    sister = Sister(person="ئازاد ئەحمەد")
    for number in pages(sister.kind):
        expect(page).to_have_url(re.compile(rf"/ckb/register/{number}/$"))
        look(f"question-{number}")
        answer(page, sister, number)
        page.locator(NEXT).first.click()
    expect(page).to_have_url(re.compile(r"/ckb/register/9/$"))
    look("check")
    page.locator(NEXT).first.click()
    code = page.locator("main .panel .ref--big").inner_text().strip()
    fits(page, "ckb")
    assert barriers(page) == []
    shot(page, "helping-handed-ckb")
    hers = another()
    come_back(hers, "ckb", code)
    expect(hers).to_have_url(re.compile(r"/ckb/me/$"))
    page.goto("/ckb/me/")
    expect(page).to_have_url(re.compile(r"/ckb/return/$"))
    assert watch.complaints == []
