"""The world of canaries, and the log as the installation writes it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from .world import World, build


@pytest.fixture
def world(db) -> World:
    """Everything about people, each word a canary."""
    return build()


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the handlers of the settings write, with their own formatter and filters."""
    written = io.StringIO()
    loggers = [logging.getLogger(name) for name in ("", "django", "portal", "allauth")]
    handlers = {handler for logger in loggers for handler in logger.handlers if type(handler) is logging.StreamHandler}
    assert handlers, "the settings name no handler"
    before = {handler: handler.setStream(written) for handler in handlers}
    yield written
    for handler, stream in before.items():
        if stream is not None:
            handler.setStream(stream)
