"""What a search finds (floor 6)."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise

from .enums import SideKind

Words = str | Promise


@dataclass(frozen=True)
class Hit:
    """One person found: which kind of record, its reference, the name as written and why it is here."""

    kind: SideKind
    id: UUID
    reference: str
    name: str
    score: float
    why: tuple[Words, ...]
