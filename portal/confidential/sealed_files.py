"""Large contents, sealed in segments of one size into a file each; nothing of them is ever on disk in the clear.

Floor 1; R-30, R-31. Segment `n` is AES-256-GCM under the row's data key and bound to table, row, key, its place and the
announced size, so that a segment neither moves nor goes missing. Because the size is fixed, the file itself says how
much has arrived; a segment torn by a crash is cut off before the next one is written.
"""

import fcntl
import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from .cipher import CannotOpen, Cipher, place
from .keyring import data_key

SEGMENT = 512 * 1024
# Version byte, nonce and tag of one sealed value.
_ROUND = 1 + 12 + 16


class WrongPart(Exception):
    """A part that does not follow what is here: too far on, or of another length than its place asks for."""


class SealedFile:
    """The contents of one row, of a size known before the first part. `table` and `row` name whose they are."""

    def __init__(self, *, table: str, row: uuid.UUID, key_id: uuid.UUID, size: int) -> None:
        self._table, self._row, self._key_id, self.size = table, row, key_id, size
        self.path = folder() / table / row.hex[:2] / row.hex

    def received(self) -> int:
        """Return how many bytes are here, whole segments only."""
        try:
            return self._plain(self.path.stat().st_size)
        except FileNotFoundError:
            return 0

    def append(self, content: bytes, *, at: int) -> int:
        """Seal the part that begins at byte `at` and return how many bytes are here then, safely on disk.

        A part that is here already changes nothing. Raises WrongPart.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            here = self._plain(os.fstat(file.fileno()).st_size)
            if at < here or here == self.size:
                return here
            if at != here or len(content) != self._length(at // SEGMENT):
                raise WrongPart
            file.truncate(at // SEGMENT * (SEGMENT + _ROUND))
            self._write(file, content, at // SEGMENT)
        return at + len(content)

    def append_all(self, content: bytes) -> None:
        """Seal the whole contents, part by part."""
        for at in range(0, len(content), SEGMENT):
            self.append(content[at : at + SEGMENT], at=at)

    def segments(self) -> Iterator[bytes]:
        """Yield the contents in the clear, segment by segment. Raises CannotOpen where any is missing or changed."""
        cipher = Cipher(data_key(self._key_id))
        try:
            with self.path.open("rb") as file:
                for number in range(self._count()):
                    sealed = file.read(self._length(number) + _ROUND)
                    yield cipher.unseal(sealed, self._place(number))
                if file.read(1):
                    raise CannotOpen
        except FileNotFoundError as error:
            raise CannotOpen from error

    def read(self) -> bytes:
        """Return the whole contents in the clear. Raises CannotOpen."""
        return b"".join(self.segments())

    def remove(self) -> None:
        """Remove the file. Who wants it gone from older backups too destroys its key first."""
        self.path.unlink(missing_ok=True)

    def _write(self, file: BinaryIO, content: bytes, number: int) -> None:
        file.seek(0, os.SEEK_END)
        file.write(Cipher(data_key(self._key_id)).seal(content, self._place(number)))
        file.flush()
        os.fsync(file.fileno())
        if number == 0:
            _sync_folder(self.path.parent)

    def _count(self) -> int:
        return -(-self.size // SEGMENT)

    def _length(self, number: int) -> int:
        """Plain bytes of a segment; none beyond the announced size."""
        return max(0, min(SEGMENT, self.size - number * SEGMENT))

    def _plain(self, on_disk: int) -> int:
        whole, rest = divmod(on_disk, SEGMENT + _ROUND)
        last = self._length(whole)
        is_end = whole == self._count() - 1 and rest == last + _ROUND
        return min(self.size, whole * SEGMENT + (last if is_end else 0))

    def _place(self, number: int) -> bytes:
        return place(self._table, f"file:{self.size}:{number}", self._row, self._key_id)


def folder() -> Path:
    """Where sealed files lie: outside the folder of media, readable by the portal's own user alone."""
    return Path(settings.SEALED_FILES_DIR)


def strangers(table: str, known: set[uuid.UUID]) -> list[Path]:
    """Return files of a table that no row owns, by name."""
    rows = {row.hex for row in known}
    return sorted(path for path in (folder() / table).glob("*/*") if path.name not in rows)


def _sync_folder(path: Path) -> None:
    """A new file's name is on disk only when its folder is."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
