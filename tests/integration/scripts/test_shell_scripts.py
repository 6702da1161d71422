"""The shell scripts: idle when nothing is to be done, and plain about what is wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

GOOD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Hello"\nmsgstr "سڵاو"\n'
BROKEN = GOOD + '\n#, python-format\nmsgid "%(count)s messages"\nmsgstr "%(number)s نامە"\n'


def run(script: str, folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [f"scripts/{script}", *arguments], cwd=folder, env=os.environ | environment, capture_output=True, text=True
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with our scripts and nothing else."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    return tmp_path


def catalogue(tree: Path, text: str) -> Path:
    path = tree / "locale" / "ckb" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_catalogue_is_compiled_once(tree: Path) -> None:
    compiled = catalogue(tree, GOOD).with_suffix(".mo")
    assert run("compile-catalogues", tree).returncode == 0
    made_at = compiled.stat().st_mtime_ns
    assert run("compile-catalogues", tree).returncode == 0
    assert compiled.stat().st_mtime_ns == made_at


def test_a_broken_placeholder_is_refused_and_named(tree: Path) -> None:
    source = catalogue(tree, BROKEN)
    done = run("compile-catalogues", tree)
    assert done.returncode == 1
    assert "django.po does not compile" in done.stderr
    assert list(source.parent.iterdir()) == [source]


def test_an_old_python_is_passed_over(tree: Path) -> None:
    old = tree / "old-python"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    assert run("find-python", tree, PYTHON=str(old)).stdout.strip() not in {"", str(old)}


def test_no_python_is_said_plainly(tree: Path) -> None:
    empty = tree / "empty"
    empty.mkdir()
    (empty / "dirname").symlink_to(shutil.which("dirname") or "/usr/bin/dirname")
    done = subprocess.run(
        ["/bin/sh", "scripts/find-python"], cwd=tree, env={"PATH": str(empty)}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "no Python 3.11 or newer" in done.stderr


def test_an_unknown_set_of_packages_is_refused(tree: Path) -> None:
    assert run("debian-packages", tree, "everything").returncode == 2


def test_every_script_passes_its_own_check() -> None:
    done = run("check-shell", ROOT)
    assert done.returncode == 0, done.stderr


def test_the_check_of_scripts_catches_a_bad_sample(tree: Path) -> None:
    bad = tree / "scripts" / "bad"
    bad.write_text("#!/bin/sh\nif true; then\n")
    done = run("check-shell", tree)
    assert done.returncode == 1
    assert "scripts/bad is not executable" in done.stderr
    assert "scripts/bad lacks 'set -eu'" in done.stderr
