"""A family's answer to "a trained person will ask, if you agree" becomes a task, or ends one (floor 5)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.permissions import is_trained
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.answers import TRAINED
from portal.registry.enums import TrainedAnswer
from portal.registry.models import Registration, TrainedWish


def note_trained_wish(registration: Registration, answers: dict, actor: Actor) -> None:
    """Let a yes wait for trained people, and let any other answer end it; inside the caller's transaction."""
    waiting = TrainedWish.objects.open().filter(registration=registration)
    if answers.get(TRAINED, {}).get("answer") != TrainedAnswer.YES:
        waiting.update(ended_at=timezone.now())
    elif not waiting.exists():
        TrainedWish.objects.create(registration=registration, wished_at=timezone.now())
        record(events.TRAINED_WISHED, actor=actor, subject=registration)


@transaction.atomic
def finish_trained_wish(*, wish: TrainedWish, user) -> bool:
    """Note that a trained person has spoken with the family; return False where it no longer waited.

    Raises PermissionDenied.
    """
    if not is_trained(user):
        raise PermissionDenied
    if not TrainedWish.objects.open().filter(pk=wish.pk).update(done_at=timezone.now(), done_by=user):
        return False
    record(events.TRAINED_SPOKEN, actor=Actor.staff(user.pk), subject=wish.registration)
    return True
