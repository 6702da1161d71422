"""A thread beside the worker that chains the audit events and gives the sign of life (floor 8)."""

import logging
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, connections

from portal.audit.sealing import seal_pending

from . import heartbeat

logger = logging.getLogger(__name__)

_EVERY = 0.4
_WHOLE_LOG_EVERY = 3600
_BEAT_EVERY = 2.0
_PAUSE_AFTER_TROUBLE = 2.0


class Sealer(threading.Thread):
    """Seals what was recorded within half a second, on its own connection. `is_working` answers for the main loop."""

    def __init__(self, *, is_working: Callable[[], bool]):
        super().__init__(name="sealer", daemon=True)
        self._is_working = is_working
        self._ended = threading.Event()
        self._next_whole = self._next_beat = 0.0

    def run(self) -> None:
        """Seal until `end` is called; a locked or lost database is waited for."""
        pause = 0.0
        while not self._ended.wait(pause):
            try:
                self._seal()
                self._beat()
                pause = _EVERY
            except DatabaseError as error:
                logger.warning("the sealer waits: %s", type(error).__name__)
                connections.close_all()
                pause = _PAUSE_AFTER_TROUBLE
        connections.close_all()

    def end(self) -> None:
        """Let the running round finish, then stop."""
        self._ended.set()
        self.join(timeout=10)

    def _seal(self) -> None:
        is_whole = time.monotonic() >= self._next_whole
        while seal_pending(is_whole=is_whole):
            if self._ended.is_set():
                return
        if is_whole:
            self._next_whole = time.monotonic() + _WHOLE_LOG_EVERY

    def _beat(self) -> None:
        if time.monotonic() >= self._next_beat and self._is_working():
            heartbeat.beat()
            self._next_beat = time.monotonic() + _BEAT_EVERY
