"""What every test shares: both databases, and a clock that can be stopped."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connections
from django.utils import translation
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.migrated import fill_migrated

# Nothing is timed: a busy machine is no fault of an example. Each run tries the same examples, so that what passed once
# passes again; --hypothesis-profile=searching tries others.
_UNTIMED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
hypothesis_settings.register_profile("dependable", derandomize=True, **_UNTIMED)
hypothesis_settings.register_profile("searching", **_UNTIMED)
hypothesis_settings.load_profile("dependable")

DATABASES = ["default", "keys"]
# A Saturday in spring, mid-morning in Baghdad and Damascus; no summer-time change is near.
FROZEN_AT = "2026-03-14T08:00:00+00:00"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that may use the database may use both: wrapped keys live in their own, and almost all rows need them.

    The parts of `make test` choose by marks: `rows` is set here, and `browser` stands in one folder only.
    """
    for item in items:
        if item.get_closest_marker("browser") and "functional" not in item.path.parts:
            raise pytest.UsageError(f"{item.nodeid}: tests in a browser stand in tests/functional/")
        marker = item.get_closest_marker("django_db")
        wants_rows = marker is not None or "db" in getattr(item, "fixturenames", ())
        if wants_rows and (marker is None or "databases" not in marker.kwargs):
            arguments = dict(marker.kwargs) if marker else {}
            item.add_marker(pytest.mark.django_db(**arguments, databases=DATABASES), append=False)
        if wants_rows:
            item.add_marker("rows")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the data folder that the test settings made; one that was named from outside stays."""
    folder = Path(os.environ.get("PORTAL_DATA_DIR", "/"))
    is_ours = folder.parent == Path(tempfile.gettempdir()) and folder.name.startswith("sanad-test-")
    if is_ours and not hasattr(config, "workerinput"):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """SQLite's databases in memory begin as copies of migrated ones, where Django then finds nothing to migrate."""
    with ExitStack() as held:
        for alias in DATABASES:
            if connections[alias].vendor == "sqlite":
                # Django's own name for it. It lives as long as a connection is open.
                name = f"file:memorydb_{alias}?mode=memory&cache=shared"
                memory = held.enter_context(closing(sqlite3.connect(name, uri=True)))
                fill_migrated(alias, memory)
        yield


@pytest.fixture(autouse=True)
def unspoken_language() -> Iterator[None]:
    """Begin in the language of the settings: a request leaves its own behind in the thread, for the next test too."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Begin with an empty cache: what another test tried or used up counts against nobody."""
    cache.clear()


@pytest.fixture
def clock() -> Iterator[FrozenDateTimeFactory]:
    """Time stands still at FROZEN_AT. `clock.move_to(...)` and `clock.tick(timedelta)` move it."""
    with freeze_time(FROZEN_AT) as frozen:
        yield frozen
