"""Data keys: made, opened, destroyed (floor 1).

The wrapped key is committed in its own database before the record that needs it; a key without a record is swept after
24 hours. Opened keys stay in memory for a minute at most, so that a destroyed key is soon gone everywhere.
"""

import threading
import time
import uuid
from collections import OrderedDict
from collections.abc import Iterable

from django.utils import timezone

from portal.core.pieces import pieces

from .cipher import CannotOpen, new_key, seal, unseal
from .models import WrappedKey
from .secrets import NAMES, secret

KEK_VERSION = 1
_SECONDS = 60
_ENTRIES = 20_000


class _OpenKeys:
    """A small cache in the process: least recently used out first, nothing older than a minute."""

    def __init__(self) -> None:
        self._entries: OrderedDict[uuid.UUID, tuple[float, bytes]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key_id: uuid.UUID) -> bytes | None:
        with self._lock:
            entry = self._entries.get(key_id)
            if entry is None or entry[0] < time.monotonic():
                self._entries.pop(key_id, None)
                return None
            self._entries.move_to_end(key_id)
            return entry[1]

    def put(self, key_id: uuid.UUID, key: bytes) -> None:
        with self._lock:
            self._entries[key_id] = (time.monotonic() + _SECONDS, key)
            while len(self._entries) > _ENTRIES:
                self._entries.popitem(last=False)

    def forget(self, key_id: uuid.UUID | None = None) -> None:
        with self._lock:
            if key_id is None:
                self._entries.clear()
            else:
                self._entries.pop(key_id, None)


_open_keys = _OpenKeys()
forget_open_keys = _open_keys.forget


def _wrap(key: bytes, key_id: uuid.UUID) -> bytes:
    return seal(key, key=secret("kek"), associated=_associated(str(key_id), KEK_VERSION))


def _unwrap(row: WrappedKey) -> bytes:
    if row.destroyed_at is not None:
        raise CannotOpen
    return unwrapped(str(row.id), row.kek_version, bytes(row.wrapped))


def unwrapped(key_id: str, version: int, wrapped: bytes) -> bytes:
    """Open a wrapped key that was read elsewhere; nothing is remembered. Raises CannotOpen."""
    return unseal(wrapped, key=secret("kek"), associated=_associated(key_id, version))


def _associated(key_id: str, version: int) -> bytes:
    return f"data-key|{key_id}|{version}".encode()


def create_data_keys(count: int, *, purpose: str) -> list[uuid.UUID]:
    """Make `count` data keys and commit them to the keys database at once; return their ids."""
    keys = [(uuid.uuid4(), new_key()) for _ in range(count)]
    WrappedKey.objects.bulk_create(
        [
            WrappedKey(id=key_id, purpose=purpose, kek_version=KEK_VERSION, wrapped=_wrap(key, key_id))
            for key_id, key in keys
        ],
        batch_size=500,
    )
    for key_id, key in keys:
        _open_keys.put(key_id, key)
    return [key_id for key_id, _key in keys]


def create_data_key(*, purpose: str) -> uuid.UUID:
    """Make one data key and commit it; return its id."""
    return create_data_keys(1, purpose=purpose)[0]


def data_key(key_id: uuid.UUID) -> bytes:
    """Return an opened data key. Raises CannotOpen where it was destroyed or never existed."""
    key = _open_keys.get(key_id)
    if key is None:
        try:
            key = _unwrap(WrappedKey.objects.get(pk=key_id))
        except WrappedKey.DoesNotExist as error:
            raise CannotOpen from error
        _open_keys.put(key_id, key)
    return key


def open_data_keys(key_ids: Iterable[uuid.UUID]) -> None:
    """Open many keys with few queries before a run that reads many records."""
    missing = [key_id for key_id in set(key_ids) if _open_keys.get(key_id) is None]
    for some in pieces(missing):
        for row in WrappedKey.objects.filter(pk__in=some, destroyed_at__isnull=True):
            _open_keys.put(row.id, _unwrap(row))


def destroy_data_key(key_id: uuid.UUID) -> None:
    """Destroy a key for good: what it sealed can no longer be opened, in old backups neither. Idempotent."""
    WrappedKey.objects.filter(pk=key_id, destroyed_at__isnull=True).update(wrapped=b"", destroyed_at=timezone.now())
    _open_keys.forget(key_id)


def check_keyring() -> None:
    """Open the newest data key from the database, past the memory, and touch the other secrets.

    Raises CannotOpen, ImproperlyConfigured or DatabaseError where records could not be read.
    """
    for name in NAMES:
        secret(name)
    newest = WrappedKey.objects.filter(destroyed_at__isnull=True).order_by("-created_at").first()
    if newest is not None:
        _unwrap(newest)
