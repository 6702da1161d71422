"""The office menu, weights as readers see them, and what to mind with a channel (floor 7)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import EDITOR_ROLES, HELPER_ROLES, OFFICE_ROLES
from portal.accounts.models import User
from portal.accounts.permissions import roles_of
from portal.core.templatetags.portal import date, person_name
from portal.core.text import masked
from portal.matching.drawing import signed
from portal.matching.permissions import READERS, SEARCHERS
from portal.notifications.care import cautions
from portal.office.permissions import (
    AUDIT,
    EXPORTS,
    EXTRACTS,
    FIGURES,
    FILES,
    LIST_READERS,
    PEOPLE,
    PLANTED,
    RECORD_CHECKS,
    REPORTS,
    TALKS,
    TEAMS,
)
from portal.registry.enums import Relationship

register = template.Library()
register.filter("signed", signed)
register.filter("masked", masked)
register.filter("relationship", lambda code: Relationship(code).label)
register.filter("enters_office", lambda user: bool(OFFICE_ROLES & roles_of(user)))
register.simple_tag(cautions, name="cautions_of")

_FAMILIES, _RECORDS, _PORTAL = _("Families"), _("Lists and comparisons"), _("The portal")


@dataclass(frozen=True)
class Entry:
    """One screen: the page's `current`, its name, the name of its address, who opens it, and what it belongs to."""

    key: str
    label: str | Promise
    url_name: str
    roles: frozenset[str]
    group: str | Promise = ""


# What people open many times a day comes first; an address that is not there is left out.
_ENTRIES = (
    Entry("day", _("Today"), "office:day", OFFICE_ROLES),
    Entry("helping", _("Filling in with families"), "helping:list", HELPER_ROLES, _FAMILIES),
    Entry("files", _("Files"), "office:files", FILES, _FAMILIES),
    Entry("pairs", _("Comparisons"), "office:pairs", frozenset(READERS), _RECORDS),
    Entry("talks", _("Talks"), "office:talks", TALKS, _FAMILIES),
    Entry("search", _("Search"), "office:search", frozenset(SEARCHERS), _RECORDS),
    Entry("lists", _("Lists"), "office:lists", LIST_READERS, _RECORDS),
    Entry("given", _("Given to others"), "office:given", FILES, _FAMILIES),
    Entry("reports", _("Reports"), "office:reports", REPORTS, _FAMILIES),
    Entry("figures", _("Figures"), "office:figures", FIGURES, _PORTAL),
    Entry("checks", _("Records called wrong"), "office:record-checks", RECORD_CHECKS, _RECORDS),
    Entry("exports", _("Exports of matches"), "office:exports", EXPORTS, _RECORDS),
    Entry("extracts", _("Exports of registrations"), "office:extracts", EXTRACTS, _FAMILIES),
    Entry("people", _("People"), "office:people", PEOPLE, _PORTAL),
    Entry("teams", _("Teams"), "office:teams", TEAMS, _PORTAL),
    Entry("organizations", _("Organizations"), "office:organizations", PEOPLE, _PORTAL),
    Entry("recipients", _("Recipients"), "office:recipients", PEOPLE, _PORTAL),
    Entry("recordings", _("Audio"), "office:recordings", PEOPLE, _PORTAL),
    Entry("official", _("Official channels"), "office:official", PEOPLE, _PORTAL),
    Entry("audit", _("Log"), "office:audit", AUDIT, _PORTAL),
    # A supervisor comes to them from the first page.
    Entry("alerts", _("Alerts"), "office:alerts", PLANTED, _PORTAL),
    Entry("cms", _("Publishing"), "wagtailadmin_home", EDITOR_ROLES, _PORTAL),
)
# More do not stand in one line beside the languages; and a menu of one more would be a poor menu.
_IN_LINE, _LETTERS_IN_LINE, _FEWEST_OTHERS = 6, 52, 2


@register.simple_tag
def who_when(who: User | None, at: datetime | None) -> SafeString:
    """Who did something and on which day, as the value of a label; nothing for nobody."""
    return format_html("{} · {}", person_name(who.shown_name), date(at)) if who else SafeString()


@register.simple_tag(takes_context=True)
def office_menu(context: dict) -> dict:
    """Return the screens of this person: those in the line, the others, and all of them, by what they belong to."""
    roles = roles_of(getattr(context.get("request"), "user", None))
    entries = [
        {"key": entry.key, "label": entry.label, "url": url, "group": entry.group}
        for entry in _ENTRIES
        if roles & entry.roles and (url := _url(entry.url_name))
    ]
    most = _fitting(entries)
    others = entries[most:]
    here = next((one["label"] for one in others if one["key"] == context.get("current")), "")
    return {"line": entries[:most], "others": _grouped(others), "here": here, "all": _grouped(entries)}


def _fitting(entries: list[dict]) -> int:
    """How many of the entries stand in one line: all, or as many as there is room for beside the menu of the others."""
    letters = list(accumulate(len(str(entry["label"])) for entry in entries))
    fitting = sum(total <= _LETTERS_IN_LINE for total in letters[:_IN_LINE])
    return fitting if fitting == len(entries) else min(fitting, len(entries) - _FEWEST_OTHERS)


def _grouped(entries: list[dict]) -> list[tuple[str | Promise, list[dict]]]:
    """The entries by group, in the order of the groups; what belongs to none stands first."""
    groups = ("", _FAMILIES, _RECORDS, _PORTAL)
    found = [(group, [one for one in entries if one["group"] == group]) for group in groups]
    return [(group, members) for group, members in found if members]


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
