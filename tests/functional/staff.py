"""Members of staff of a running site: made by its own services, signed in through its own pages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.factories.staff import PASSWORD, app_code
from tests.functional.site import Site


@dataclass(frozen=True)
class Member:
    """Somebody with an account and an authenticator app."""

    username: str
    secret: str


_SCRIPT = """
import json
from tests.factories.staff import StaffFactory, secret_of
from portal.audit.actors import SYSTEM
from portal.organizations.models import MembershipRole, Organization
from portal.organizations.services import add_member
made = {{}}
for name, role, language, organization in json.loads({wanted!r}):
    user = StaffFactory(username=name, first_name=name, role=role, language=language)
    if organization:
        found = Organization.objects.get(slug=organization)
        add_member(organization=found, user=user, role=MembershipRole.EDITOR, actor=SYSTEM)
    made[name] = secret_of(user)
print(json.dumps(made))
"""


def hire(site: Site, *wanted: tuple[str, str, str, str]) -> dict[str, Member]:
    """Make accounts: (user name, role, language, organization's slug or nothing). Returned by user name."""
    made = site.ask(_SCRIPT.format(wanted=json.dumps(wanted)))
    return {name: Member(name, secret) for name, secret in made.items()}


def sign_in(page: Page, member: Member, to: str = "/office/") -> None:
    """Password, then the six numbers of the app, through the pages; ends on the page that was asked for."""
    page.goto(to)
    expect(page).to_have_url(re.compile(r"/staff/login/"))
    page.locator("input[name=login]").fill(member.username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form .btn").first.click()
    expect(page).to_have_url(re.compile(r"/staff/2fa/authenticate/"))
    page.locator("input[name=code]").fill(app_code(member.secret))
    page.locator("main form .btn").first.click()
    expect(page).to_have_url(re.compile(re.escape(to) + "$"))


def speak(page: Page, language: str) -> None:
    """Choose the language of the staff pages with its button; the page stays."""
    page.locator(f".langs--buttons button[lang^={language}]").first.click()
    expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{language}"))
