"""Which files are ours, and how the law tests read them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", ".venv", "node_modules", "var", "staticfiles", "test-results", "__pycache__"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project, relative to its root: what git tracks or would; without git, what lies there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True
    )
    if listed.returncode == 0:
        found = (Path(name) for name in listed.stdout.decode().split("\0") if name)
    else:
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
    return tuple(sorted({p for p in found if not NOT_OURS & set(p.parts) and (ROOT / p).is_file()}))


def ours(*suffixes: str, under: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Path (as text) and content of each file with one of the suffixes, within the named top folders if any."""
    for path in files():
        if path.suffix in suffixes and (not under or path.parts[0] in under):
            yield path.as_posix(), (ROOT / path).read_text(encoding="utf-8")


def python_files(*under: str) -> Iterator[tuple[str, str]]:
    """Our Python files but for generated migrations."""
    for path, text in ours(".py", under=under):
        if "/migrations/" not in path:
            yield path, text


def templates() -> Iterator[tuple[str, str]]:
    """Every template, of whatever suffix, that lies in a templates folder."""
    for path in files():
        if "templates" in path.parts and path.suffix in {".html", ".txt", ".xml", ".svg"}:
            yield path.as_posix(), (ROOT / path).read_text(encoding="utf-8")
