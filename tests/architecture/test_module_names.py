"""Law: no drawer for odds and ends. A module is named after its one idea."""

from __future__ import annotations

from pathlib import PurePosixPath

from tests.architecture.sources import files

FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "stuff", "tools"}


def badly_named(path: str) -> bool:
    """Whether a Python module, or a folder it lies in, has a name that says nothing."""
    parts = PurePosixPath(path).with_suffix("").parts
    return path.endswith(".py") and bool(FORBIDDEN & set(parts))


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [path.as_posix() for path in files() if badly_named(path.as_posix())] == []


def test_the_law_catches_a_bad_sample() -> None:
    assert badly_named("portal/core/utils.py")
    assert badly_named("portal/common/dates.py")
    assert not badly_named("portal/core/partial_dates.py")
