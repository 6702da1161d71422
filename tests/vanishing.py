"""Files that another process may put away between the moment they are listed and the one they are read."""

from __future__ import annotations

from pathlib import Path


def file_bytes(file: Path) -> bytes:
    """What stands in a file; nothing where it is gone."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
