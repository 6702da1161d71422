"""How far a registration is that was not sent: each question, and whether it was answered (floor 7)."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.core.digits import write_number
from portal.evidence.models import Evidence
from portal.registry.answers import FILES, kind_of, missing_questions, required_questions
from portal.registry.enums import Knowledge
from portal.registry.models import Draft

from .questions import Step, Text
from .steps import SECTIONS, check_url, first_open

_ANSWERED = _("Answered")
_NOT_YET = _("Not yet")
_SKIPPED = _("Skipped")


@dataclass(frozen=True)
class Task:
    """One question: where it is asked, and its state in words; `kind` and `icon` only underline the words."""

    label: Text
    url: str
    state: Text
    kind: str = ""
    icon: str = ""
    is_optional: bool = False


@dataclass(frozen=True)
class TaskSection:
    """A title with its questions."""

    title: Text
    tasks: list[Task]


def task_sections(answers: dict) -> list[TaskSection]:
    """Return every question by section. "I do not know" and "I prefer not to say" are shown as the answers they are."""
    kind, missing = kind_of(answers), missing_questions(answers)
    return [
        TaskSection(section.title_for(kind), [_task(step, answers, missing) for step in section.steps_for(kind)])
        for section in SECTIONS
    ]


def hub_of(draft: Draft) -> dict:
    """What the list of all questions shows: each with how far it is, and the way on."""
    *first, last = task_sections(draft.answers)
    following = first_open(draft.answers)
    return {
        "draft": draft,
        "sections": [*first, TaskSection(_("What you can add"), [_files_task(draft)]), last],
        "next_url": following.url if following else check_url(),
        "is_ready": following is None,
    }


def file_count(draft: Draft) -> int:
    """How many files go with the draft; asked only where one was ever sent."""
    return Evidence.objects.of(draft).complete().count() if FILES in draft.answers else 0


def _files_task(draft: Draft) -> Task:
    count = file_count(draft)
    here = ngettext("%(count)s file", "%(count)s files", count) % {"count": write_number(count)}
    label, url = _("Photos, papers, recordings"), reverse("family:draft-files")
    if count:
        return Task(label, url, here, "done", "check", is_optional=True)
    return Task(label, url, _NOT_YET, "wait", is_optional=True)


def _task(step: Step, answers: dict, missing: list[str]) -> Task:
    state, kind, icon = _state(step, answers, missing)
    return Task(step.heading, step.url, state, kind, icon, step.question not in required_questions(step.kind))


def _state(step: Step, answers: dict, missing: list[str]) -> tuple[Text, str, str]:
    answer = answers.get(step.question)
    if answer is None or step.question in missing:
        return _NOT_YET, "wait", ""
    knowledge = answer.get("knowledge")
    if knowledge in (Knowledge.UNKNOWN, Knowledge.UNSAID):
        return Knowledge(knowledge).label, "info", ""
    return (_ANSWERED, "done", "check") if answer else (_SKIPPED, "", "")
