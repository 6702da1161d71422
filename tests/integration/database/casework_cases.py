"""The constraints of the work on a file."""

from __future__ import annotations

from django.db.models import F

from tests.factories.casework import make_case_link, make_closed, make_note, make_owned, make_task

from .constraint_cases import _NOW, Case, _person

CASEWORK_CASES: dict[str, Case] = {
    "one_owner_of_a_file": Case(make_owned, {}, {"ended_at": _NOW, "ended_by": _person}),
    "assignment_ended_who_and_when": Case(make_owned, {"ended_at": _NOW}, {"ended_at": _NOW, "ended_by": _person}),
    "task_done_who_and_when": Case(make_task, {"done_at": _NOW}, {"done_at": _NOW, "done_by": _person}),
    "note_does_not_correct_itself": Case(make_note, {"corrects": F("id")}, {"corrects": make_note}),
    "files_linked_once_per_kind": Case(make_case_link, {}, {"kind": "same_incident"}),
    "linked_files_in_order": Case(make_case_link, {"first": F("second"), "second": F("first")}, {"kind": "duplicate"}),
    "link_ended_who_and_when": Case(make_case_link, {"ended_at": _NOW}, {"ended_at": _NOW, "ended_by": _person}),
    "one_closure_in_force": Case(make_closed, {}, {"reopened_at": _NOW, "reopened_by": _person}),
    "closure_reopened_who_and_when": Case(
        make_closed, {"reopened_at": _NOW}, {"reopened_at": _NOW, "reopened_by": _person}
    ),
}
