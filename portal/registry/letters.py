"""The messages of a registration as one side reads them (floor 5)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .models import Author, Message, Registration

SHOWN = 200


@dataclass(frozen=True)
class Letter:
    """One message: who wrote it, the words, and on one's own side whether the other has read it."""

    key: UUID
    who: str | Promise
    at: datetime
    words: str
    is_mine: bool
    state: str | Promise


def letters(registration: Registration, *, reader: str) -> list[Letter]:
    """Open the newest messages for one side. The family is told no name of staff; colleagues are."""
    rows = registration.messages.select_related("written_by")[:SHOWN]
    return [_letter(row, reader) for row in rows]


def registrations_with_unread() -> QuerySet[Registration]:
    """Registrations whose family has written what nobody has read; who waits longest comes first."""
    unread = Message.objects.unread_from(Author.FAMILY).filter(registration=OuterRef("pk")).order_by("written_at")
    rows = Registration.objects.filter(Exists(unread))
    return rows.annotate(wrote_at=unread.values("written_at")[:1]).order_by("wrote_at", "pk")


def _letter(row: Message, reader: str) -> Letter:
    is_mine = row.author == reader
    state = (pgettext_lazy("state of a message", "Read") if row.read_at else _("Not read yet")) if is_mine else ""
    return Letter(row.pk, _who(row, reader), row.written_at, row.words, is_mine, state)


def _who(row: Message, reader: str) -> str | Promise:
    if reader == Author.FAMILY:
        return pgettext_lazy("who wrote a message", "You") if row.author == Author.FAMILY else ""
    if row.written_by is None:
        return _("The family")
    return row.written_by.shown_name
