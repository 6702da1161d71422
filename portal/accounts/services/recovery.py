"""A lost return code: one person hears the safe word, a second one approves and reads out the new code.

Who heard the word never sees the code; who sees the code never heard the word. The old code dies with the approval.
Without the word, a person judges what the caller knows (`registry.services.recovery`). Relatives know much of that, so
the code is given a day later at the earliest, a week where there is a word, and she can stop it until then.
"""

import hmac
import secrets
from collections.abc import Collection
from datetime import timedelta
from typing import Any

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
from portal.confidential.blind import fingerprint
from portal.names.folding import fold

# Wrong words said for one holder in 24 hours, by whomever: then a pause, so that nobody guesses on the telephone.
WRONG_WORDS_A_DAY = 3
_A_DAY = timedelta(hours=24)
WAIT_WITHOUT_WORD, WAIT_WITH_WORD = timedelta(hours=24), timedelta(days=7)
# How long the caller has to call again when the time has come.
CALL_AGAIN_WITHIN = timedelta(days=7)
WRONG_NUMBERS = 3


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
    """The recovery was decided, or is too old."""


class TooEarly(RecoveryRefused):
    """The time in which the owner of the page can stop it is not over."""


class WrongNumber(RecoveryRefused):
    """What was said is not the number that the caller was given."""


class OnlyByWord(RecoveryRefused):
    """The page was closed under threat: only the safe word opens it again."""


def is_safe_word(holder: AccessHolder, spoken: str) -> bool:
    """Compare what was said with the safe word: spelling folded, in constant time. False where there is no word."""
    kept = fold(holder.safe_word)
    return bool(kept) and hmac.compare_digest(kept.encode(), fold(spoken).encode())


def confirm_safe_word(*, holder: AccessHolder, spoken: str, actor: Actor) -> None:
    """Return where what was said is the safe word. Raises NoSafeWord, TooManyWords, WrongSafeWord (logged)."""
    if not holder.safe_word:
        raise NoSafeWord
    if too_many_today(holder):
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
    return _open(holder, actor, is_safe_word_confirmed=True)


def request_by_facts(*, holder: AccessHolder, facts: Collection[str], actor: Actor) -> tuple[CodeRecovery, str]:
    """Ask for a new code on what the caller knew; return it with the number by which the caller is known again.

    Raises OnlyByWord, TooManyWords, AlreadyAsked.
    """
    if holder.frozen_at:
        raise OnlyByWord
    if too_many_today(holder):
        raise TooManyWords
    opens_at = timezone.now() + (WAIT_WITH_WORD if holder.safe_word else WAIT_WITHOUT_WORD)
    number = f"{secrets.randbelow(10**6):06}"
    with transaction.atomic():
        recovery = _open(holder, actor, facts=sorted(facts), opens_at=opens_at, ends_at=opens_at + CALL_AGAIN_WITHIN)
        recovery.callback = _callback(recovery, number)
        recovery.save(update_fields=["callback"])
    return recovery, number


def too_many_today(holder: AccessHolder) -> bool:
    """Say whether so much that was wrong was said about a page within a day that nobody may try again yet."""
    return _wrong_words_today(holder) >= WRONG_WORDS_A_DAY


def note_wrong_facts(*, holder: AccessHolder, actor: Actor) -> None:
    """Count a caller who did not know enough."""
    record(events.RECOVERY_FACTS_WRONG, actor=actor, subject=holder)


def waiting_recovery(holder: AccessHolder) -> CodeRecovery | None:
    """Return the recovery that its owner can stop: one that rests on facts and was not decided."""
    waiting = holder.recoveries.filter(approved_at__isnull=True, refused_at__isnull=True, ends_at__gte=timezone.now())
    return waiting.exclude(facts=[]).first()


@transaction.atomic
def stop_recovery(*, holder: AccessHolder, actor: Actor) -> bool:
    """Stop it as the owner of the page; return whether there was one. The staff are told."""
    found = waiting_recovery(holder)
    if found is None:
        return False
    now = timezone.now()
    open_one = holder.recoveries.filter(pk=found.pk, approved_at__isnull=True, refused_at__isnull=True)
    if not open_one.update(refused_at=now, stopped_at=now):
        return False
    record(events.RECOVERY_STOPPED, actor=actor, subject=holder)
    return True


@transaction.atomic
def _open(holder: AccessHolder, actor: Actor, **values: Any) -> CodeRecovery:
    AccessHolder.objects.select_for_update().get(pk=holder.pk)
    for recovery in holder.recoveries.filter(approved_at__isnull=True, refused_at__isnull=True):
        if not _is_too_old(recovery):
            raise AlreadyAsked
        recovery.refused_at = timezone.now()
        recovery.save(update_fields=["refused_at"])
    if actor.id is None:
        raise PermissionDenied("a member of staff has to ask")
    recovery = CodeRecovery.objects.create(holder=holder, requested_by_id=actor.id, **values)
    record(events.RECOVERY_REQUESTED, actor=actor, subject=holder)
    return recovery


def approve_recovery(*, recovery: CodeRecovery, actor: Actor, number: str = "") -> str:
    """Approve as a second person; the old code, PINs, further ways and a freeze end. Return the new code once.

    `number` is what the caller said; it is needed where the safe word was not. Raises NotOpen, TooEarly, WrongNumber,
    PermissionDenied.
    """
    if recovery.facts and not _is_number_right(recovery, number, actor):
        raise WrongNumber
    with transaction.atomic():
        current = _lock_open(recovery)
        if current.requested_by_id == actor.id or actor.id is None:
            raise PermissionDenied("a second person has to approve")
        if not current.is_safe_word_confirmed and not current.facts:
            raise NotOpen
        current.approved_by_id, current.approved_at = actor.id, timezone.now()
        current.save(update_fields=["approved_by", "approved_at"])
        record(events.RECOVERY_APPROVED, actor=actor, subject=current.holder)
        release(holder=current.holder)
        return replace_return_code(holder=current.holder, actor=actor)


@transaction.atomic
def _is_number_right(recovery: CodeRecovery, number: str, actor: Actor) -> bool:
    """Compare the number; the third wrong one ends the recovery. Raises NotOpen, TooEarly."""
    current = _lock_open(recovery)
    if timezone.now() < current.opens_at:
        raise TooEarly
    if hmac.compare_digest(bytes(current.callback or b""), _callback(current, number)):
        return True
    record(events.RECOVERY_NUMBER_WRONG, actor=actor, subject=current.holder)
    wrong = Event.objects.filter(code=events.RECOVERY_NUMBER_WRONG, subject_id=current.holder_id)
    if wrong.filter(at__gte=current.opens_at).count() >= WRONG_NUMBERS:
        current.refused_at = timezone.now()
        current.save(update_fields=["refused_at"])
    return False


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
    return timezone.now() > recovery.ends_at


def _wrong_words_today(holder: AccessHolder) -> int:
    wrong = (events.SAFE_WORD_WRONG, events.RECOVERY_FACTS_WRONG)
    since = timezone.now() - _A_DAY
    return Event.objects.filter(code__in=wrong, subject_id=holder.pk, at__gte=since).count()


def _callback(recovery: CodeRecovery, number: str) -> bytes:
    return fingerprint("recovery", str(recovery.pk), number)
