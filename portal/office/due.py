"""How far away a day is, in words: what is late says so, and is not only of another colour (floor 7)."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.dates import today
from portal.core.digits import in_digits
from portal.registry.clock import Deadline, first_open
from portal.registry.enums import CLOSED_STATES
from portal.registry.models import CaseTask, Registration


@dataclass(frozen=True)
class Due:
    """One thing that is due: what, of which file, until when in words, and who does it."""

    what: str | Promise
    registration: Registration
    when: str
    kind: str
    who: str = ""
    is_mine: bool = False
    task: CaseTask | None = None


def when(due_on: date) -> tuple[str, str]:
    """Return the words for a day and how they are marked."""
    days = (due_on - today()).days
    if days < 0:
        words = ngettext("%(days)s day late", "%(days)s days late", -days)
        return words % {"days": in_digits(str(-days))}, "stop"
    if days == 0:
        return _("today"), "wait"
    if days == 1:
        return _("tomorrow"), "wait"
    return ngettext("in %(days)s day", "in %(days)s days", days) % {"days": in_digits(str(days))}, ""


def task_row(task: CaseTask, *, user=None) -> Due:
    """A task as a list shows it; the words of a task stay on its file."""
    words, kind = (_("rests"), "") if task.registration.state in CLOSED_STATES else when(task.due_on)
    who = task.for_whom.shown_name
    is_mine = user is not None and task.for_whom_id == user.pk
    return Due(task.get_kind_display(), task.registration, words, kind, who, is_mine, task)


def deadline_row(registration) -> Due:
    """What a family waits for; `registration` is a row of `clock.first_with_clock`."""
    deadline = first_open(registration)
    words, kind = when(deadline.due_on)
    return Due(deadline.what, registration, words, kind, is_mine=registration.is_mine)


def deadline_words(deadline: Deadline) -> tuple[str, str]:
    """The state of a deadline on its file."""
    if deadline.met_on:
        is_late = deadline.met_on > deadline.due_on
        return (_("done, late"), "wait") if is_late else (_("done in time"), "done")
    return (_("rests"), "") if deadline.is_stopped else when(deadline.due_on)
