"""How far a registration is that was not sent: each question, and whether it was answered (floor 7)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.registry.answers import missing_questions
from portal.registry.enums import Knowledge

from .steps import STEPS, Step

_ANSWERED = _("Answered")
_NOT_YET = _("Not yet")


@dataclass(frozen=True)
class Task:
    """One question: where it is asked, and its state in words; `kind` and `icon` only underline the words."""

    label: str | Promise
    url: str
    state: str | Promise
    kind: str = ""
    icon: str = ""


def tasks(answers: dict) -> list[Task]:
    """Return every question in order. "I do not know" and "I prefer not to say" are shown as the answers they are."""
    missing = missing_questions(answers)
    return [_task(step, answers.get(step.question), is_missing=step.question in missing) for step in STEPS]


def _task(step: Step, answer: dict | None, *, is_missing: bool) -> Task:
    if not answer or is_missing:
        return Task(step.heading, step.url, _NOT_YET, "wait")
    knowledge = answer.get("knowledge")
    if knowledge in (Knowledge.UNKNOWN, Knowledge.UNSAID):
        return Task(step.heading, step.url, Knowledge(knowledge).label, "info")
    return Task(step.heading, step.url, _ANSWERED, "done", "check")
