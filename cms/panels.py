"""Panels for texts in four languages: one tab a language, each written in its own direction."""

from collections.abc import Sequence

from django.utils.functional import Promise
from modeltranslation.utils import build_localized_fieldname
from wagtail.admin.panels import FieldPanel, ObjectList, Panel, TabbedInterface

from portal.core.languages import LANGUAGES


def in_four_languages(*, heading: str | Promise, common: Sequence[Panel], fields: Sequence[str]) -> TabbedInterface:
    """Return an edit handler with the panels that need no translation first, then a tab for each language."""
    tabs = [ObjectList(list(common), heading=heading)]
    for code, entry in LANGUAGES.items():
        direction = {"lang": entry.html, "dir": entry.direction}
        panels = [FieldPanel(build_localized_fieldname(field, code), attrs=dict(direction)) for field in fields]
        tabs.append(ObjectList(panels, heading=entry.native))
    return TabbedInterface(tabs)
