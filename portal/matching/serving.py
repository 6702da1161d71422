"""One index per side in this process' memory, brought up to date before it is asked (floor 6; ADR 0012).

Names stand here in clear and nowhere else: the indexes are built from the encrypted rows, never written, and gone with
the process. What the database says is the truth; `refresh` compares with it, so that several workers, a restart or a
killed process cannot make an index wrong for longer than until the next look.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from portal.confidential.bulk import Key, as_key, fetched
from portal.linkage import Record

from .engine import Found, Indexes, model_in_force
from .enums import SideKind
from .models import LinkedMark
from .records import comparable, read_records

# Past this share of records that came, changed or went, the indexes are built anew: counts and memory fit again.
_WORN, _LEAST_WORN = 0.25, 1000


@dataclass(frozen=True)
class Seen:
    """A record in the form in which it was looked at."""

    id: UUID
    fingerprint: bytes


def with_marks(kind: str, model: str) -> QuerySet:
    """Records of one side that take part, each with `is_compared`: whether a mark covers its present form."""
    mark = LinkedMark.objects.filter(
        kind=kind, record_id=OuterRef("pk"), fingerprint=OuterRef("content_fingerprint"), model=model
    )
    return comparable(kind).annotate(is_compared=Exists(mark))


class Serving:
    """Both sides, searchable. `version` and `sha256` are those of the model that compares."""

    def __init__(self) -> None:
        self._model = model_in_force()
        self.version, self.sha256 = self._model.version, self._model.sha256
        self._empty()

    def refresh(self) -> dict[str, list[UUID]]:
        """Take in what was committed since the last look; return per side the records not yet compared as they are now.

        One query per side, and nothing is opened where nothing changed.
        """
        try:
            changed = self._refresh()
        except BaseException:
            # Broken off in the middle, an index may lack what was noted as seen: begin anew at the next look.
            self._empty()
            raise
        self._looked_at = time.monotonic()
        return changed

    def refresh_after(self, seconds: float) -> None:
        """Look again where the last look is older than that."""
        if time.monotonic() - self._looked_at > seconds:
            self.refresh()

    def search(self, kind: str, record: Record, *, limit: int, least: float) -> list[Found]:
        """The records of one side most probably this one of the other, best first; `least` is a probability."""
        return self._indexes.search(kind, record, limit=limit, least=least)

    def search_within(self, kind: str, record: Record, *, limit: int, least: float) -> list[Found]:
        """Other records of the record's own side that most probably are the same person, best first."""
        return self._indexes.search_within(kind, record, limit=limit, least=least)

    def count(self, kind: str) -> int:
        """How many records of one side take part."""
        return len(self._seen[kind])

    def saw(self, kind: str, key: UUID, fingerprint: bytes) -> bool:
        """Say whether the index holds a record in just this form."""
        return self._seen[kind].get(str(key)) == fingerprint

    def seen(self, kind: str, keys: Sequence[UUID] | None = None) -> list[Seen]:
        """Records of one side as they were at the last look; all of them, or those of these keys that were there."""
        found = self._seen[kind]
        wanted = found if keys is None else map(str, keys)
        return [Seen(UUID(key), found[key]) for key in wanted if key in found]

    def _empty(self) -> None:
        self._looked_at = float("-inf")
        self._touched = 0
        self._indexes = Indexes(self._model)
        self._seen: dict[str, dict[Key, bytes]] = {kind: {} for kind in SideKind}

    def _refresh(self) -> dict[str, list[UUID]]:
        present: dict[str, dict[Key, bytes]] = {kind: {} for kind in SideKind}
        changed: dict[str, list[UUID]] = {}
        for kind in SideKind:
            rows = with_marks(kind, self.sha256).values_list("pk", "content_fingerprint", "is_compared")
            found = [(as_key(key), bytes(content), is_compared) for key, content, is_compared in fetched(rows)]
            present[kind] = {key: content for key, content, _is_compared in found}
            changed[kind] = [UUID(key) for key, _content, is_compared in found if not is_compared]
        if self._is_worn(present):
            self._empty()
        for kind in SideKind:
            self._take_in(kind, present[kind])
        return changed

    def _is_worn(self, present: dict[str, dict[Key, bytes]]) -> bool:
        """Count what came, changed and went; say whether so much did, or all, that building anew is better."""
        if not any(key in present[kind] for kind, seen in self._seen.items() for key in seen):
            return True
        for kind, seen in self._seen.items():
            self._touched += len(_differing(present[kind], seen)) + len(seen.keys() - present[kind].keys())
        return self._touched > max(_LEAST_WORN, _WORN * sum(map(len, present.values())))

    def _take_in(self, kind: str, present: dict[Key, bytes]) -> None:
        seen = self._seen[kind]
        for key in seen.keys() - present.keys():
            self._indexes.remove(kind, UUID(key))
            del seen[key]
        stale = _differing(present, seen)
        for key in stale:
            self._indexes.remove(kind, UUID(key))
            # What turns out not to open is not asked for again until it changes.
            seen[key] = present[key]
        # Counted too, so that what is frequent or rare is what a fresh start would say.
        self._indexes.extend(kind, self._usable(kind, [UUID(key) for key in stale]))

    def _usable(self, kind: str, keys: list[UUID]) -> Iterator[Record]:
        for record in read_records(kind, keys):
            self._seen[kind][str(record.id)] = bytes.fromhex(record.fingerprint)
            if record.is_identifying:
                yield record


def _differing(present: dict[Key, bytes], seen: dict[Key, bytes]) -> list[Key]:
    return [key for key, content in present.items() if seen.get(key) != content]


_of_this_process: list[Serving] = []


def serving() -> Serving:
    """The indexes of this process, made at the first call and anew for another model."""
    if not _of_this_process or _of_this_process[0].sha256 != model_in_force().sha256:
        _of_this_process[:] = [Serving()]
    return _of_this_process[0]
