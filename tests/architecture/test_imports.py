"""Law: imports stand at the top and name what they take.

An import of ours inside a function hides a cycle. `import *` is for composing settings, nowhere else.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.sources import python_files

OUR_PACKAGES = {"portal", "cms"}
STAR_ALLOWED_IN = "portal/settings/"
# An app's ready() is where Django wants receivers and checks imported: the models are not loaded before.
READY = "ready"


def is_ours(node: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(node, ast.ImportFrom):
        return bool(node.level) or (node.module or "").partition(".")[0] in OUR_PACKAGES
    return any(alias.name.partition(".")[0] in OUR_PACKAGES for alias in node.names)


def star_imports(path: str, text: str) -> Iterator[str]:
    if path.startswith(STAR_ALLOWED_IN):
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            yield f"{path}:{node.lineno}"


def hidden_imports(path: str, text: str) -> Iterator[str]:
    """Each import of our own packages that stands inside a function."""
    for function in ast.walk(ast.parse(text)):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if function.name == READY and path.endswith("/apps.py"):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom) and is_ours(node):
                yield f"{path}:{node.lineno}"


def test_no_star_import_outside_settings() -> None:
    assert [found for path, text in python_files() for found in star_imports(path, text)] == []


def test_no_import_of_ours_inside_a_function() -> None:
    assert [found for path, text in python_files("portal", "cms") for found in hidden_imports(path, text)] == []


def test_the_law_catches_a_bad_sample() -> None:
    assert list(star_imports("portal/core/a.py", "from math import *\n")) == ["portal/core/a.py:1"]
    assert list(star_imports("portal/settings/dev.py", "from .base import *\n")) == []
    hidden = "def f():\n    from portal.core import dates\n    import json\n"
    assert list(hidden_imports("portal/a/b.py", hidden)) == ["portal/a/b.py:2"]
    assert list(hidden_imports("portal/a/b.py", "def f():\n    from . import dates\n")) == ["portal/a/b.py:2"]
    ready = "class C:\n    def ready(self):\n        from portal.a import receivers\n"
    assert list(hidden_imports("portal/a/apps.py", ready)) == []
