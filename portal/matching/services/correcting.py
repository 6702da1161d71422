"""When a family was told something wrong: two people say so, the pair is read anew, the family hears it (R-21)."""

from contextlib import suppress

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.refusing import Refused
from portal.matching import events
from portal.matching.enums import PairState
from portal.matching.models import CandidatePair, Correction, Disclosure
from portal.matching.permissions import check_decide, check_read
from portal.matching.policies import check_can_be_called_wrong, check_correction_can_be_answered

from .disclosure import PURPOSE, ask_to_speak
from .judging import begin_round


@transaction.atomic
def request_correction(*, disclosure: Disclosure, reason: str, user, actor: Actor) -> Correction:
    """Say that the family was told something wrong, and what. Raises PermissionDenied or Refused."""
    check_read(user)
    CandidatePair.objects.select_for_update().get(pk=disclosure.pair_id)
    current = Disclosure.objects.get(pk=disclosure.pk)
    check_can_be_called_wrong(current)
    return call_wrong(current, reason=reason, user=user, actor=actor)


def call_wrong(disclosure: Disclosure, *, reason: str, user, actor: Actor) -> Correction:
    """Write down that what was told is wrong; another person confirms it."""
    correction = Correction.objects.create(
        key_id=disclosure.key_id, disclosure=disclosure, reason=reason, requested_by=user
    )
    _record(events.CORRECTION_REQUESTED, correction, actor)
    return correction


@transaction.atomic
def approve_correction(*, correction: Correction, user, actor: Actor) -> None:
    """Confirm that we were wrong: another person than who said so.

    The pair is read from the start, and the family is asked to speak with us, by the one sentence as always. Where it
    does not want to be contacted, or its file is closed or held, the correction stands and waits for a talk.
    """
    current = _locked(correction, user)
    current.approved_by, current.approved_at = user, timezone.now()
    current.save(update_fields=["approved_by", "approved_at"])
    pair = current.disclosure.pair
    _record(events.CORRECTION_APPROVED, current, actor)
    if pair.state == PairState.DISCLOSED and pair.round == current.disclosure.round:
        begin_round(pair, reason=current.reason, user=user, actor=actor)
    with suppress(Refused):
        ask_to_speak(pair, actor)


@transaction.atomic
def refuse_correction(*, correction: Correction, user, actor: Actor) -> None:
    """Find that what was told is right: another person than who said otherwise."""
    current = _locked(correction, user)
    current.refused_at = timezone.now()
    current.save(update_fields=["refused_at"])
    _record(events.CORRECTION_REFUSED, current, actor)


def _locked(correction: Correction, user) -> Correction:
    check_decide(user)
    pair = CandidatePair.objects.select_for_update().get(pk=correction.disclosure.pair_id)
    current = Correction.objects.select_for_update().get(pk=correction.pk)
    current.disclosure.pair = pair
    check_correction_can_be_answered(current, user)
    return current


def _record(code: str, correction: Correction, actor: Actor) -> None:
    data = {"correction": str(correction.pk), "round": correction.disclosure.round}
    record(code, actor=actor, subject=correction.disclosure.pair, purpose=PURPOSE, data=data)
