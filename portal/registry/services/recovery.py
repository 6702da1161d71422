"""A lost code without the safe word: what the caller knew is judged by a person, and she can stop it (floor 5)."""

from collections.abc import Collection

from django.db import transaction

from portal.accounts.models import AccessHolder, CodeRecovery
from portal.accounts.services.recovery import (
    RecoveryRefused,
    TooManyWords,
    note_wrong_facts,
    request_by_facts,
    too_many_today,
)
from portal.audit.actors import Actor
from portal.notifications.kinds import NEW_CODE_ASKED
from portal.notifications.services.inbox import add_entry
from portal.registry.proofs import is_enough


class NotEnough(RecoveryRefused):
    """Too little of what the caller said is right."""


def request_assisted(*, holder: AccessHolder, right: Collection[str], actor: Actor) -> tuple[CodeRecovery, str]:
    """Ask for a new code on the answers that a person found right; tell her at once, so that she can stop it.

    Return the recovery with the number to read to the caller. Raises NotEnough, OnlyByWord, TooManyWords, AlreadyAsked.
    """
    if too_many_today(holder):
        raise TooManyWords
    if not is_enough(right):
        note_wrong_facts(holder=holder, actor=actor)
        raise NotEnough
    with transaction.atomic():
        recovery, number = request_by_facts(holder=holder, facts=right, actor=actor)
        add_entry(holder=holder, kind=NEW_CODE_ASKED, subject=str(recovery.pk), actor=actor)
    return recovery, number
