"""Answers as rows: what was asked, what she said, and where it is changed (floor 7)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.registry.answers import SILENT, kind_of
from portal.registry.enums import Knowledge

from .steps import step_of, url_of

NOT_ANSWERED = _("Not answered")


@dataclass(frozen=True)
class Row:
    """One answer. `style` is text, name, reference, quiet (not said, not known, empty) or an answer yes, no, ask."""

    label: str | Promise
    value: str | Promise
    question: str
    style: str = "text"

    @property
    def url(self) -> str:
        """The page on which it is changed; its address is the same for every kind that is asked it."""
        return url_of(self.question)


@dataclass(frozen=True)
class Section:
    """A heading with its answers."""

    title: str
    rows: list[Row]


def row_of(label: str | Promise, value: str | Promise | None, question: str, style: str = "text") -> Row:
    """Return a row; without a value it says that nothing was answered."""
    return Row(label, value or NOT_ANSWERED, question, style if value else "quiet")


def heading_of(answers: dict, question: str) -> str | Promise:
    """Return the question as she was asked it."""
    step = step_of(question, kind_of(answers))
    return step.heading if step else ""


def known_or_not(
    answers: dict, question: str, value: str | Promise | None, label: str | Promise = "", style: str = "text"
) -> Row:
    """Return a row that keeps apart: answered, not known, not said, left open, and not asked yet."""
    label = label or heading_of(answers, question)
    if question not in answers:
        return Row(label, Knowledge.NOT_ASKED.label, question, "quiet")
    knowledge = answers[question].get("knowledge")
    if not value and knowledge in SILENT:
        return Row(label, Knowledge(knowledge).label, question, "quiet")
    return row_of(label, value, question, style)
