"""What a file's page shows of our own work on it: who has it, what is due, notes, risk and closing (floor 7)."""

from portal.office.due import deadline_words, task_row
from portal.registry.clock import deadlines_of
from portal.registry.enums import CLOSED_BY_US, TRANSITIONS, Risk, Visibility
from portal.registry.models import CaseNote, CaseTask, Registration
from portal.registry.services.assigning import may_hand_over
from portal.registry.services.closing import closure_of

# How a risk is marked; the words say it too.
RISK_KINDS = {Risk.HIGH: "stop", Risk.RAISED: "wait"}
_NOTE_KINDS = {Visibility.PARTNER: "info", Visibility.FAMILY: "wait"}
_DONE_SHOWN = 20


def work_of(registration: Registration, *, user) -> dict:
    """Gather it, of a registration that was read just now."""
    assignments = list(registration.assignments.select_related("owner", "given_by"))
    assignment = next((one for one in assignments if one.ended_at is None), None)
    tasks = list(registration.tasks.select_related("for_whom", "done_by").order_by("due_on", "created_at"))
    risks = list(registration.risks.select_related("graded_by"))
    deadlines = deadlines_of(registration)
    return {
        "assignment": assignment,
        "assignments_before": [one for one in assignments if one.ended_at],
        "owner_name": assignment.owner.shown_name if assignment else "",
        "is_mine": bool(assignment and assignment.owner_id == user.pk),
        "may_hand_over": may_hand_over(assignment, user=user),
        "deadlines": [{"deadline": one, "state": deadline_words(one)} for one in deadlines],
        "tasks": [task_row(_with_file(task, registration), user=user) for task in tasks if task.done_at is None],
        "tasks_done": [task for task in reversed(tasks) if task.done_at][:_DONE_SHOWN],
        "risk": risks[0] if risks else None,
        "risk_kind": RISK_KINDS.get(Risk(risks[0].grade), "") if risks else "",
        "risks_before": risks[1:],
        "notes": _notes(registration),
        "closure": closure_of(registration),
        "may_close": registration.is_trusted and bool(TRANSITIONS[registration.state] & CLOSED_BY_US),
    }


def _with_file(task: CaseTask, registration: Registration) -> CaseTask:
    """The file is at hand already: no query for each task."""
    task.registration = registration
    return task


def _notes(registration: Registration) -> list[dict]:
    """The notes in force, each with those it replaced, the newest first."""
    rows = list(registration.case_notes.select_related("written_by"))
    by_key = {note.pk: note for note in rows}
    replaced = {note.corrects_id for note in rows}
    return [
        {"note": note, "kind": _NOTE_KINDS.get(Visibility(note.visibility), ""), "before": _before(note, by_key)}
        for note in rows
        if note.pk not in replaced
    ]


def _before(note: CaseNote, by_key: dict) -> list[CaseNote]:
    found = []
    while note.corrects_id:
        note = by_key[note.corrects_id]
        found.append(note)
    return found
