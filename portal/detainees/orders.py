"""Orders of custody that cannot be as they are said. They are kept and flagged: one of the sources errs (floor 5)."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.dates import PartialDate, read_date_or_none

from .enums import CustodyKind

_BEFORE_CAPTURE = {
    CustodyKind.RELEASE: _("Released before the first arrest that anybody names"),
    CustodyKind.ESCAPE: _("Escaped before the first arrest that anybody names"),
}
_HELD = (CustodyKind.HELD, CustodyKind.TRANSFER, CustodyKind.COURT)


class Dated(Protocol):
    """Something that happened, with its date in EDTF."""

    @property
    def kind(self) -> str:
        """A CustodyKind."""

    @property
    def date(self) -> str:
        """EDTF, or nothing."""


def impossible(events: Sequence[Dated]) -> dict[int, list[str | Promise]]:
    """By place in `events`, what cannot be. Partial dates count as impossible only where they do not touch at all."""
    dated = [(place, event.kind, read) for place, event in enumerate(events) if (read := read_date_or_none(event.date))]
    found: dict[int, list[str | Promise]] = {}
    for place, kind, date in dated:
        others = [(other_kind, other) for other_place, other_kind, other in dated if other_place != place]
        if words := _faults(kind, date, others):
            found[place] = words
    return found


def _faults(kind: str, date: PartialDate, others: list[tuple[str, PartialDate]]) -> list[str | Promise]:
    captures = [other for other_kind, other in others if other_kind == CustodyKind.CAPTURE]
    words: list[str | Promise] = []
    if kind != CustodyKind.CAPTURE and captures and all(date.latest < capture.earliest for capture in captures):
        words.append(_BEFORE_CAPTURE.get(CustodyKind(kind), _("Before the first arrest that anybody names")))
    if any(k == CustodyKind.DEATH and other.latest < date.earliest for k, other in others):
        words.append(_("After the day of a death in custody that a source names"))
    if kind in _HELD and _was_free(date, others):
        words.append(_("In custody after a release, and no new arrest is named between them"))
    return words


def _was_free(date: PartialDate, others: list[tuple[str, PartialDate]]) -> bool:
    """Whether the last that is known before this day is a release, an escape or a return home."""
    ways_out = (CustodyKind.RELEASE, CustodyKind.ESCAPE, CustodyKind.REPATRIATION)
    left = [other for kind, other in others if kind in ways_out and other.latest < date.earliest]
    if not left:
        return False
    last = max(left, key=lambda one: one.latest)
    return not any(
        kind == CustodyKind.CAPTURE and other.latest >= last.earliest and other.earliest <= date.latest
        for kind, other in others
    )
