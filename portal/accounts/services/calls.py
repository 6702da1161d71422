"""The safe word before a call of ours: we say it first, so that the family knows that it is really us (floor 2).

Whoever was shown a word can no longer attest that somebody else said it: see `recovery`.
"""

from django.db import transaction

from portal.accounts import events
from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.audit.services import record


class NoWord(Exception):
    """The holder has chosen no safe word."""


@transaction.atomic
def show_safe_word(*, holder: AccessHolder, actor: Actor) -> str:
    """Return the safe word to the person who is about to call; logged. Raises NoWord."""
    if not holder.safe_word:
        raise NoWord
    record(events.SAFE_WORD_SHOWN, actor=actor, subject=holder)
    return holder.safe_word


def was_shown_to(*, holder: AccessHolder, actor: Actor) -> bool:
    """Say whether the actor was ever shown the holder's word."""
    return Event.objects.filter(code=events.SAFE_WORD_SHOWN, subject_id=holder.pk, actor_id=actor.id).exists()
