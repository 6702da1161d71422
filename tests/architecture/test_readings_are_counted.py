"""R-23, R-25: every door to a record writes its reading through `record_reading`, which asks for the budget."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .sources import python_files

# Doors that open no record themselves, with the reason.
NO_READING = {
    "access_figures": "counts that name nobody; the reading is logged, and takes nothing of what one may read",
    "access_channels": "of a registration that was read and counted just now; a channel is shown masked",
}
DOORS = ("access_", "open_file")


def _doors() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions that give a record to a member of staff."""
    for path, text in python_files("portal"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith(DOORS):
                names = {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}
                if "user" in names:
                    yield path, node


def _called(node: ast.AST, text_of: dict[str, ast.FunctionDef]) -> set[str]:
    """Names of functions that are called, also by private functions of the same module."""
    found = {one.func.id for one in ast.walk(node) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
    for name in found & set(text_of):
        found = found | _called(text_of[name], {key: text_of[key] for key in text_of if key != name})
    return found


def _private(path: str) -> dict[str, ast.FunctionDef]:
    text = dict(python_files("portal"))[path]
    return {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}


def _is_counted(path: str, node: ast.FunctionDef) -> bool:
    """Whether it writes the reading itself, or goes through another door."""
    called = _called(node, _private(path))
    others = {name for name in called if name.startswith("access_")}
    return node.name in NO_READING or "record_reading" in called or bool(others - {node.name})


def test_every_door_counts_what_is_read() -> None:
    doors = list(_doors())
    assert len(doors) >= 14
    uncounted = [f"{path}: {node.name}" for path, node in doors if not _is_counted(path, node)]
    assert uncounted == []


def test_only_the_door_writes_readings() -> None:
    wrong = [
        path
        for path, text in python_files("portal")
        if "record_readings(" in text and path not in {"portal/audit/services.py", "portal/accounts/reading.py"}
    ]
    assert wrong == []
