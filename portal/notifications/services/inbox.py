"""News on her page (floor 3). What it says is made when it is shown, by the app whose news it is."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.notifications.enums import Telling
from portal.notifications.models import InboxEntry

from .queue import announce
from .wishes import telling_of


@transaction.atomic
def add_entry(*, holder: AccessHolder, kind: str, subject: str, actor: Actor) -> tuple[InboxEntry | None, bool]:
    """Put one piece of news into her inbox and announce it by her safe channels; return it and whether it is new.

    `kind` is a dotted code such as `proceeding.update`, `subject` a key of the app whose news it is; never words.
    The same news again changes nothing and announces nothing. Of what she never wants to be told, nothing is kept.
    """
    if telling_of(holder_id=holder.pk, kind=kind) == Telling.NEVER:
        return None, False
    entry, created = InboxEntry.objects.get_or_create(holder=holder, kind=kind, subject=subject)
    if created:
        announce(entry=entry)
    return entry, created


def entries_of(*, holder: AccessHolder, kind: str | None = None) -> QuerySet[InboxEntry]:
    """Return her entries, the newest first."""
    entries = InboxEntry.objects.filter(holder=holder)
    return entries.filter(kind=kind) if kind else entries


def unread_count(*, holder: AccessHolder) -> int:
    """Return how many entries she has not read."""
    return InboxEntry.objects.filter(holder=holder, read_at__isnull=True).count()


@transaction.atomic
def mark_read(*, holder: AccessHolder, entries: Iterable[InboxEntry], actor: Actor) -> int:
    """Mark her own unread entries as read; return how many were. Entries of somebody else are left alone."""
    keys = [entry.pk for entry in entries]
    return InboxEntry.objects.filter(holder=holder, pk__in=keys, read_at__isnull=True).update(read_at=timezone.now())
