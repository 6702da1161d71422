"""What tests with processes of their own share: a migrated data folder for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.migrated import copy_migrated

from .copies import Copy


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    """A migrated data folder of the test's own."""
    copy_migrated(tmp_path / "data")
    made = Copy(tmp_path / "data")
    yield made
    made.end()
