"""The office menu, weights as readers see them, and what to mind with a channel (floor 7)."""

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import EDITOR_ROLES, HELPER_ROLES, OFFICE_ROLES, Role
from portal.accounts.permissions import roles_of
from portal.core.text import masked
from portal.matching.drawing import signed
from portal.notifications.care import cautions
from portal.office.permissions import AUDIT, EXPORTS, FILES, PEOPLE, PLANTED, REPORTS, TALKS
from portal.registry.enums import Relationship

register = template.Library()
register.filter("signed", signed)
register.filter("masked", masked)
register.filter("relationship", lambda code: Relationship(code).label)
register.simple_tag(cautions, name="cautions_of")

# key (the page's `current`), label, name of the address, who sees it. An address that is not there is left out.
_ENTRIES = (
    ("day", _("Today"), "office:day", OFFICE_ROLES),
    ("helping", _("Filling in with families"), "helping:list", HELPER_ROLES),
    ("files", _("Files"), "office:files", FILES),
    ("given", _("Given to others"), "office:given", FILES),
    ("pairs", _("Comparisons"), "office:pairs", frozenset({Role.REVIEWER, Role.SUPERVISOR})),
    ("talks", _("Talks"), "office:talks", TALKS),
    (
        "search",
        _("Search"),
        "office:search",
        frozenset({Role.CASEWORKER, Role.REVIEWER, Role.SUPERVISOR, Role.DATA_STEWARD}),
    ),
    ("lists", _("Lists"), "office:lists", frozenset({Role.DATA_STEWARD, Role.SUPERVISOR})),
    ("exports", _("Exports"), "office:exports", EXPORTS),
    ("reports", _("Reports"), "office:reports", REPORTS),
    ("people", _("People"), "office:people", PEOPLE),
    ("organizations", _("Organizations"), "office:organizations", PEOPLE),
    ("recipients", _("Recipients"), "office:recipients", PEOPLE),
    ("recordings", _("Audio"), "office:recordings", PEOPLE),
    ("official", _("Official channels"), "office:official", PEOPLE),
    ("audit", _("Log"), "office:audit", AUDIT),
    # A supervisor comes to them from the first page.
    ("alerts", _("Alerts"), "office:alerts", PLANTED),
    ("cms", _("Publishing"), "wagtailadmin_home", EDITOR_ROLES),
)


@register.simple_tag(takes_context=True)
def office_menu(context: dict) -> list[dict]:
    """Return the entries for this person: key, label and address."""
    request = context.get("request")
    roles = roles_of(getattr(request, "user", None))
    entries = []
    for key, label, name, allowed in _ENTRIES:
        if roles & allowed:
            try:
                entries.append({"key": key, "label": label, "url": reverse(name)})
            except NoReverseMatch:
                continue
    return entries
