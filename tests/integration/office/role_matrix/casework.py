"""The work on a file: for who answers families; handing all files of somebody over is for supervisors."""

from portal.accounts.enums import Role
from tests.factories.casework import make_case_link, make_closed, make_note, make_task
from tests.factories.registry import make_registration

_CASE = {Role.CASEWORKER, Role.SUPERVISOR}


def _file() -> dict:
    return {"key": make_registration().pk}


def _closed() -> dict:
    return {"key": make_closed().registration_id}


def _note() -> dict:
    note = make_note()
    return {"key": note.registration_id, "note": note.pk}


def _link() -> dict:
    link = make_case_link()
    return {"key": link.first_id, "link": link.pk}


ROWS = {
    "office:tasks": {"allowed": _CASE},
    "office:task-done": {"allowed": _CASE, "kwargs": lambda: {"key": make_task().pk}, "method": "post"},
    "office:hand-over-all": {"allowed": {Role.SUPERVISOR}},
    "office:files-owner": {"allowed": _CASE, "kwargs": _file},
    "office:files-take": {"allowed": _CASE, "kwargs": _file, "method": "post"},
    "office:files-task": {"allowed": _CASE, "kwargs": _file},
    "office:files-note": {"allowed": _CASE, "kwargs": _file},
    "office:files-note-correct": {"allowed": _CASE, "kwargs": _note},
    "office:files-link": {"allowed": _CASE, "kwargs": _file},
    "office:files-link-end": {"allowed": _CASE, "kwargs": _link, "method": "post"},
    "office:files-risk": {"allowed": _CASE, "kwargs": _file},
    "office:files-close": {"allowed": _CASE, "kwargs": _file},
    "office:files-reopen": {"allowed": _CASE, "kwargs": _closed, "method": "post"},
}
