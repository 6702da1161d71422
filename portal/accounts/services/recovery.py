"""A lost return code: one person hears the safe word, a second one approves and reads out the new code.

Who heard the word never sees the code; who sees the code never heard the word. The old code dies with the approval.
"""

import hmac
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts import events
from portal.accounts.models import AccessHolder, CodeRecovery
from portal.accounts.services.calls import was_shown_to
from portal.accounts.services.holders import replace_return_code
from portal.accounts.services.pins import release
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.audit.services import record
from portal.names.folding import fold

# Wrong words said for one holder in 24 hours, by whomever: then a pause, so that nobody guesses on the telephone.
WRONG_WORDS_A_DAY = 3
VALID_FOR = timedelta(hours=24)


class RecoveryRefused(Exception):
    """A recovery cannot go on."""


class NoSafeWord(RecoveryRefused):
    """The holder has chosen no safe word, so nobody can know her on the telephone."""


class WrongSafeWord(RecoveryRefused):
    """What was said is not the safe word."""


class KnowsTheWord(RecoveryRefused):
    """This person was shown the word before a call, and so cannot attest that the family said it."""


class TooManyWords(RecoveryRefused):
    """Too many wrong words were said today."""


class AlreadyAsked(RecoveryRefused):
    """A recovery of this holder is open."""


class NotOpen(RecoveryRefused):
    """The recovery was decided, or is older than a day."""


def is_safe_word(holder: AccessHolder, spoken: str) -> bool:
    """Compare what was said with the safe word: spelling folded, in constant time. False where there is no word."""
    kept = fold(holder.safe_word)
    return bool(kept) and hmac.compare_digest(kept.encode(), fold(spoken).encode())


def confirm_safe_word(*, holder: AccessHolder, spoken: str, actor: Actor) -> None:
    """Return where what was said is the safe word. Raises NoSafeWord, TooManyWords, WrongSafeWord (logged)."""
    if not holder.safe_word:
        raise NoSafeWord
    if _wrong_words_today(holder) >= WRONG_WORDS_A_DAY:
        raise TooManyWords
    if not is_safe_word(holder, spoken):
        record(events.SAFE_WORD_WRONG, actor=actor, subject=holder)
        raise WrongSafeWord


def request_recovery(*, holder: AccessHolder, spoken: str, actor: Actor) -> CodeRecovery:
    """Ask for a new code after hearing the safe word.

    Raises KnowsTheWord, NoSafeWord, TooManyWords, WrongSafeWord, AlreadyAsked.
    """
    if was_shown_to(holder=holder, actor=actor):
        raise KnowsTheWord
    confirm_safe_word(holder=holder, spoken=spoken, actor=actor)
    return _open(holder, actor)


@transaction.atomic
def _open(holder: AccessHolder, actor: Actor) -> CodeRecovery:
    AccessHolder.objects.select_for_update().get(pk=holder.pk)
    for recovery in holder.recoveries.filter(approved_at__isnull=True, refused_at__isnull=True):
        if not _is_too_old(recovery):
            raise AlreadyAsked
        recovery.refused_at = timezone.now()
        recovery.save(update_fields=["refused_at"])
    if actor.id is None:
        raise PermissionDenied("a member of staff has to ask")
    recovery = CodeRecovery.objects.create(holder=holder, requested_by_id=actor.id, is_safe_word_confirmed=True)
    record(events.RECOVERY_REQUESTED, actor=actor, subject=holder)
    return recovery


@transaction.atomic
def approve_recovery(*, recovery: CodeRecovery, actor: Actor) -> str:
    """Approve as a second person; the old code, its PIN and a freeze end. Return the new code once.

    Raises NotOpen, PermissionDenied.
    """
    current = _lock_open(recovery)
    if current.requested_by_id == actor.id or actor.id is None:
        raise PermissionDenied("a second person has to approve")
    if not current.is_safe_word_confirmed:
        raise NotOpen
    current.approved_by_id, current.approved_at = actor.id, timezone.now()
    current.save(update_fields=["approved_by", "approved_at"])
    record(events.RECOVERY_APPROVED, actor=actor, subject=current.holder)
    release(holder=current.holder)
    return replace_return_code(holder=current.holder, actor=actor)


@transaction.atomic
def refuse_recovery(*, recovery: CodeRecovery, actor: Actor) -> None:
    """Refuse; the old code lives on. Raises NotOpen."""
    current = _lock_open(recovery)
    current.refused_at = timezone.now()
    current.save(update_fields=["refused_at"])
    record(events.RECOVERY_REFUSED, actor=actor, subject=current.holder)


def _lock_open(recovery: CodeRecovery) -> CodeRecovery:
    current = CodeRecovery.objects.select_for_update().select_related("holder").get(pk=recovery.pk)
    if current.approved_at or current.refused_at or _is_too_old(current):
        raise NotOpen
    return current


def _is_too_old(recovery: CodeRecovery) -> bool:
    return timezone.now() - recovery.requested_at > VALID_FOR


def _wrong_words_today(holder: AccessHolder) -> int:
    since = timezone.now() - VALID_FOR
    return Event.objects.filter(code=events.SAFE_WORD_WRONG, subject_id=holder.pk, at__gte=since).count()
