"""Following a proceeding, stopping, and telling followers that there is news (floor 6).

Following is her own explicit wish: whoever follows is told, until she stops.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import AccessHolder
from portal.audit.actors import SYSTEM, Actor
from portal.audit.services import record
from portal.core.languages import Language, language
from portal.core.readings import by_key_and_language, nearest
from portal.notifications.kinds import register
from portal.notifications.models import InboxEntry
from portal.notifications.services.inbox import add_entry
from portal.organizations.models import Organization
from portal.proceedings.models import Proceeding, PublishedUpdate

from . import events
from .models import Follow

# The kind of inbox entry this app writes; its subject is the translation key of the update.
UPDATE_KIND = register(
    "proceeding.update",
    label=_("News about a trial that you follow"),
    words=_("There is news about a trial that you follow."),
)
_BATCH = 200


def follow(*, holder: AccessHolder, proceeding: Proceeding, actor: Actor) -> Follow:
    """Let her follow a proceeding; twice changes nothing. Raises ValueError on one that is not public."""
    if not proceeding.is_public:
        raise ValueError("not a public proceeding")
    try:
        with transaction.atomic():
            live, created = Follow.objects.live().get_or_create(
                holder=holder, proceeding=proceeding, defaults={"stopped_at": None}
            )
            if created:
                record(events.FOLLOW_STARTED, actor=actor, subject=proceeding)
    except IntegrityError:  # the same click twice at once: the other one has done it
        return Follow.objects.live().get(holder=holder, proceeding=proceeding)
    return live


@transaction.atomic
def stop_following(*, holder: AccessHolder, proceeding: Proceeding, actor: Actor) -> bool:
    """End it at once; say whether there was something to end."""
    ended = Follow.objects.live().of(holder).filter(proceeding=proceeding).update(stopped_at=timezone.now())
    if ended:
        record(events.FOLLOW_STOPPED, actor=actor, subject=proceeding)
    return bool(ended)


def is_following(*, holder: AccessHolder, proceeding: Proceeding) -> bool:
    """Say whether she follows it now."""
    return Follow.objects.live().of(holder).filter(proceeding=proceeding).exists()


def tell_followers(*, proceeding_id: uuid.UUID, translation_key: uuid.UUID) -> int:
    """Give every follower one inbox entry about an update; return how many were new.

    Works in batches, each a transaction of its own; done again after a break, it goes on where it stopped.
    """
    told, last = 0, uuid.UUID(int=0)
    while True:
        with transaction.atomic():
            follows = list(
                Follow.objects.live()
                .filter(proceeding_id=proceeding_id, pk__gt=last)
                .select_related("holder")
                .order_by("pk")[:_BATCH]
            )
            for one in follows:
                _entry, created = add_entry(
                    holder=one.holder, kind=UPDATE_KIND, subject=str(translation_key), actor=SYSTEM
                )
                told += created
        if not follows:
            return told
        last = follows[-1].pk


@dataclass(frozen=True)
class DescribedEntry:
    """An inbox entry in words: the update's `title` in `language` and where to read it.

    `is_fallback` where it exists only in another language than hers; `is_withdrawn` where it exists no more: then
    `title` and `url` are empty.
    """

    entry: InboxEntry
    title: str
    url: str
    language: Language
    is_fallback: bool
    is_withdrawn: bool
    proceeding: Proceeding | None
    organization: Organization | None


def describe_entries(entries: Iterable[InboxEntry], code: str) -> list[DescribedEntry]:
    """Put words to inbox entries of kind `proceeding.update` for a reader of the language `code`; others are left out.

    The order is kept. Two queries whatever the number of entries.
    """
    mine = [entry for entry in entries if entry.kind == UPDATE_KIND and _as_key(entry.subject)]
    updates = PublishedUpdate.objects.about([uuid.UUID(entry.subject) for entry in mine]).select_related(
        "proceeding", "organization"
    )
    groups = by_key_and_language(updates, "translation_key", "language")
    return [_describe(entry, groups.get(uuid.UUID(entry.subject), {}), code) for entry in mine]


def _as_key(subject: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(subject)
    except ValueError:
        return None


def _describe(entry: InboxEntry, versions: dict[str, PublishedUpdate], code: str) -> DescribedEntry:
    chosen = nearest(versions, code)
    if chosen is None:
        return DescribedEntry(entry, "", "", language(code), False, True, None, None)
    update, used, is_fallback = chosen
    return DescribedEntry(
        entry, update.title, update.url_path, used, is_fallback, False, update.proceeding, update.organization
    )
