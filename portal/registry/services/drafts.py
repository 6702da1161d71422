"""Filling in, question by question: encrypted on the server, one open draft per holder (floor 5)."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_key, destroy_data_key
from portal.registry import events
from portal.registry.models import Draft

_A_DAY = timedelta(days=1)
# A draft is made and gets its first answer in one request; any later change is a further one.
_ONE_REQUEST = timedelta(seconds=3)


class AlreadySent(Exception):
    """The draft was sent: nothing more is written into it."""


def open_draft(holder: AccessHolder) -> Draft | None:
    """Return the holder's unsent draft, or None."""
    return Draft.objects.filter(holder=holder, submitted_at__isnull=True).first()


def start_draft(*, holder: AccessHolder, language: str, actor: Actor) -> Draft:
    """Return the holder's open draft, a new one where there is none (two windows get the same)."""
    if draft := open_draft(holder):
        return draft
    key_id = create_data_key(purpose="draft")
    try:
        with transaction.atomic():
            draft = Draft.objects.create(key_id=key_id, holder=holder, language=language, answers={})
            record(events.DRAFT_STARTED, actor=actor, subject=draft)
            return draft
    except IntegrityError:
        return Draft.objects.get(holder=holder, submitted_at__isnull=True)


@transaction.atomic
def save_answers(*, draft: Draft, answers: dict[str, dict], language: str, actor: Actor) -> Draft:
    """Put answers (question → cleaned values) into a draft and leave the other questions alone. Raises AlreadySent.

    No event is written per page: the draft's own time says when, and its content says nothing to an auditor.
    """
    locked = Draft.objects.select_for_update().filter(pk=draft.pk).first()
    if locked is None:  # discarded a moment ago: what she writes now begins a new one
        begun = start_draft(holder=draft.holder, language=language, actor=actor)
        locked = Draft.objects.select_for_update().get(pk=begun.pk)
    if locked.submitted_at is not None:
        raise AlreadySent
    locked.answers = {**locked.answers, **answers}
    locked.language = language
    locked.save()
    return locked


def due_drafts():
    """Return the drafts nobody came back to for DRAFT_DAYS.

    Where more than DRAFTS_PER_DAY were begun within two days, those that hold the very first choice and nothing else go
    after one day, so that a flood does not fill the disk (R-51). Whoever comes back with her code begins there again.
    """
    now = timezone.now()
    unsent = Draft.objects.filter(submitted_at__isnull=True)
    due = Q(updated_at__lt=now - timedelta(days=settings.DRAFT_DAYS))
    most, lately = settings.DRAFTS_PER_DAY, unsent.filter(created_at__gt=now - 2 * _A_DAY)
    if lately[: most + 1].count() > most:
        due |= Q(updated_at__lt=now - _A_DAY, updated_at__lte=F("created_at") + _ONE_REQUEST)
    return unsent.filter(due)


def discard_due_drafts(*, actor: Actor) -> int:
    """Discard the drafts that are due; return how many. The holder's code stays as it is."""
    return sum(_discard(key, actor) for key in list(due_drafts().values_list("pk", flat=True)))


@transaction.atomic
def _discard(key: UUID, actor: Actor) -> bool:
    """Discard one draft unless she came back meanwhile: once the row is held and still due, the key goes first."""
    draft = due_drafts().select_for_update().filter(pk=key).first()
    if draft is not None:
        _delete(draft, actor)
    return draft is not None


@transaction.atomic
def discard_draft(*, draft: Draft, actor: Actor) -> bool:
    """Delete what was not sent, with its testimony if there is one, at the person's wish; say whether it was there."""
    unsent = Draft.objects.select_for_update().filter(pk=draft.pk, submitted_at__isnull=True).first()
    if unsent is not None:
        _delete(unsent, actor)
    return unsent is not None


def _delete(draft: Draft, actor: Actor) -> None:
    destroy_data_key(draft.key_id)
    record(events.DRAFT_DISCARDED, actor=actor, subject=draft)
    draft.delete()
