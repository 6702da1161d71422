"""Law: files, functions, classes and templates stay small. The lists of exceptions may only shrink."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.sources import python_files, templates

MODULE, FUNCTION, CLASS, TEMPLATE = 500, 60, 250, 150

# "path" or "path::name" → why it may be larger. Remove an entry as soon as it is not needed; add none without a reason.
ALLOWED: dict[str, str] = {}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def too_large(path: str, text: str) -> Iterator[tuple[str, int, int]]:
    """Name, lines and ceiling of whatever in a Python file is too large."""
    lines = text.count("\n")
    if lines > MODULE:
        yield path, lines, MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            ceiling = CLASS if isinstance(node, ast.ClassDef) else FUNCTION
            if length(node) > ceiling:
                yield f"{path}::{node.name}", length(node), ceiling


def large_things() -> dict[str, str]:
    found = {}
    for path, text in python_files():
        for name, lines, ceiling in too_large(path, text):
            found[name] = f"{name}: {lines} lines, ceiling {ceiling}"
    for path, text in templates():
        if text.count("\n") > TEMPLATE:
            found[path] = f"{path}: {text.count(chr(10))} lines, ceiling {TEMPLATE}"
    return found


def test_nothing_is_too_large() -> None:
    assert [line for name, line in sorted(large_things().items()) if name not in ALLOWED] == []


def test_the_list_of_exceptions_shrinks() -> None:
    assert [name for name in ALLOWED if name not in large_things()] == [], "no longer too large: remove from ALLOWED"
    assert all(reason.strip() for reason in ALLOWED.values())


def test_the_law_catches_a_bad_sample() -> None:
    long_function = "def f():\n" + "    x = 1\n" * FUNCTION
    long_class = "class C:\n" + "    x = 1\n" * CLASS
    assert [name for name, _, _ in too_large("a.py", long_function)] == ["a.py::f"]
    assert [name for name, _, _ in too_large("a.py", long_class)] == ["a.py::C"]
    assert [name for name, _, _ in too_large("a.py", "x = 1\n" * (MODULE + 1))] == ["a.py"]
    assert list(too_large("a.py", "def f():\n    return 1\n")) == []
