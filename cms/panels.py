"""Panels for texts in four languages: one tab a language, each written in its own direction."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from modeltranslation.utils import build_localized_fieldname
from wagtail.admin.panels import FieldPanel, ObjectList, Panel, TabbedInterface

from portal.core.languages import LANGUAGES, Language

Label = str | Promise


class PanelInLanguage(FieldPanel):
    """A field whose text is in one language: `lang` and `dir` stand on the text, not on its label."""

    def __init__(self, field_name: str, *, language: Language, **kwargs: Any):
        super().__init__(field_name, **kwargs)
        self.language = language

    def clone_kwargs(self) -> dict:
        """Keep the language when Wagtail binds a copy to the model."""
        return {**super().clone_kwargs(), "language": self.language}

    class BoundPanel(FieldPanel.BoundPanel):
        """Marks the text's own element."""

        def __init__(self, **kwargs: Any):
            super().__init__(**kwargs)
            if self.bound_field is not None:
                language = self.panel.language
                self.bound_field.field.widget.attrs.update(lang=language.html, dir=language.direction)


def in_four_languages(*, heading: Label, common: Sequence[Panel], fields: Mapping[str, Label]) -> TabbedInterface:
    """Return an edit handler with the panels that need no translation first, then a tab for each language.

    `fields` are the translated fields with their labels: the tab says which language it is, the label need not.
    """
    tabs = [ObjectList(list(common), heading=heading)]
    for code, language in LANGUAGES.items():
        panels = [
            PanelInLanguage(build_localized_fieldname(field, code), heading=label, language=language)
            for field, label in fields.items()
        ]
        tabs.append(ObjectList(panels, heading=language.native))
    return TabbedInterface(tabs)
