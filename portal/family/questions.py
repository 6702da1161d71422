"""What a page of the form and a section of pages are (floor 7).

A page is declared once, with its words for each kind of registration; `for_kind` gives the page as one kind reads it.
Its number is its address and never changes: the order of the pages is that of the sections.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from portal.registry.answers import SILENT
from portal.registry.enums import RegistrationKind

from .forms.base import QuestionForm

Text = str | Promise
# The words for a missing person, and other words for a kind where they do not suit it.
Words = Text | dict[str, Text]
EVERY_KIND = frozenset(RegistrationKind.values)
OF_SOMEBODY_ELSE = EVERY_KIND - {RegistrationKind.SURVIVOR.value}


@dataclass(frozen=True)
class Step:
    """One page as one kind reads it: its address, its form, its heading, why it is asked, and whether it may wait."""

    number: int
    kind: str
    form: type[QuestionForm]
    heading: Text
    why: Text
    is_optional: bool

    @property
    def question(self) -> str:
        """The question's key in the draft."""
        return self.form.question

    @property
    def template(self) -> str:
        """The page's own template."""
        return f"family/steps/{self.question}.html"

    @property
    def url(self) -> str:
        """The page's address in the reader's language."""
        return reverse("family:step", args=[self.number])

    def make_form(self, data: Any = None, initial: dict | None = None) -> QuestionForm:
        """Return the page's form in the words of the kind. `initial` is what was answered before."""
        return self.form(data, initial=initial, kind=self.kind)

    def form_with(self, answer: dict | None, data: Any = None) -> QuestionForm:
        """Return the page's form with what was answered before, and with what is posted now."""
        return self.make_form(data, initial=self.form.initial_from(answer) if answer else {})

    def silence(self, posted: Mapping[str, Any], before: dict | None) -> dict | None:
        """Return the answer of "I do not know" or "I prefer not to say", where she pressed that button.

        Rows that she wrote are not put away by it: their page has the buttons only as long as there are none.
        """
        said = posted.get("silence")
        may_be = self.is_optional and not (before or {}).get("rows")
        return {"knowledge": said} if may_be and said in SILENT else None

    def kept(self, told: dict, before: dict | None) -> dict:
        """Return what is saved: an empty page leaves it at "I do not know" or "I prefer not to say" said before."""
        was_silent = (before or {}).get("knowledge") in SILENT
        return before if self.is_optional and was_silent and before and not told else told


@dataclass(frozen=True)
class Page:
    """One page as it is declared. `kinds` are those it is asked of."""

    number: int
    form: type[QuestionForm]
    heading: Words
    why: Words
    kinds: frozenset[str] = EVERY_KIND
    is_optional: bool = False

    def for_kind(self, kind: str) -> Step:
        """Return the page in the words of a kind."""
        heading, why = _said(self.heading, kind), _said(self.why, kind)
        return Step(self.number, kind, self.form, heading, why, self.is_optional)


@dataclass(frozen=True)
class Section:
    """Pages that belong together, under one title in the list of all questions."""

    title: Words
    pages: tuple[Page, ...]

    def title_for(self, kind: str) -> Text:
        """Return the title in the words of a kind."""
        return _said(self.title, kind)

    def steps_for(self, kind: str) -> tuple[Step, ...]:
        """Return the pages that are asked of a kind."""
        return tuple(page.for_kind(kind) for page in self.pages if kind in page.kinds)


def _said(words: Words, kind: str) -> Text:
    if isinstance(words, dict):
        return words.get(kind, words[RegistrationKind.MISSING])
    return words
