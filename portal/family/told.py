"""Everything she told us, in words, each answer with the way to change it (floor 7)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise

from portal.registry.answers import TRAINED
from portal.registry.enums import RegistrationState
from portal.registry.models import Registration
from portal.registry.services.amendments import AMENDABLE, newest_answers

from .steps import steps_of
from .summaries import sections


@dataclass(frozen=True)
class OwnRow:
    """One answer; `url` leads to the page on which it is changed."""

    label: str | Promise
    value: str | Promise
    style: str
    url: str


@dataclass(frozen=True)
class OwnSection:
    """A heading with its answers."""

    title: str | Promise
    rows: list[OwnRow]


@dataclass(frozen=True)
class Change:
    """An amendment: when, and which question."""

    at: datetime
    what: str | Promise


def own_sections(registration: Registration) -> list[OwnSection]:
    """Return her answers as they stand now."""
    return sections_of(registration, newest_answers(registration))


def sections_for_paper(registration: Registration) -> list[OwnSection]:
    """Return her answers for a paper that others may see: without whether a trained person may ask."""
    return sections_of(registration, newest_answers(registration), without={TRAINED})


def sections_of(
    registration: Registration, answers: dict[str, dict], *, without: Collection[str] = ()
) -> list[OwnSection]:
    """Return the answers of one time. Consent stands on pages of its own."""
    has_word = bool(registration.holder and registration.holder.safe_word)
    found = []
    for section in sections(answers, has_safe_word=has_word):
        rows = [
            OwnRow(row.label, row.value, row.style, amend_url(registration, row.question))
            for row in section.rows
            if row.question in AMENDABLE and row.question not in without
        ]
        if rows:
            found.append(OwnSection(section.title, rows))
    return found


def changes(registration: Registration) -> list[Change]:
    """Return her amendments, the newest first."""
    rows = registration.snapshots.exclude(question="").order_by("-number").values_list("created_at", "question")
    asked = {step.question: step.heading for step in steps_of(registration.kind)}
    return [Change(at, asked[question]) for at, question in rows if question in AMENDABLE and question in asked]


def may_amend(registration: Registration) -> bool:
    """Say whether answers can be changed: not on a closed registration."""
    return registration.state != RegistrationState.CLOSED


def amend_url(registration: Registration, question: str) -> str:
    """The page on which one answer is changed."""
    return reverse("family:amend", args=[registration.reference, question])
