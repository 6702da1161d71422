"""Asking the person found, and deciding whether a family is asked to speak with us (floor 6; R-20, R-21, R-106).

A match tells nobody anything by itself. After an approved decision to tell, the family's page shows the one sentence
used for every reason to talk, and nothing more.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.detainees.sharing import sharing
from portal.matching import events
from portal.matching.enums import Asked, AskedWay, Danger, Decision, PairState, Share
from portal.matching.models import CandidatePair, Disclosure, SafetyCheck
from portal.matching.permissions import check_decide, check_read
from portal.matching.policies import (
    check_can_be_answered_by,
    check_can_be_approved,
    check_can_be_asked,
    check_can_be_requested,
    check_may_speak,
    needs_two_approvers,
)
from portal.matching.protection import protections
from portal.matching.telling import newest_safety
from portal.registry.consent import allowing
from portal.registry.enums import Purpose, RegistrationState
from portal.registry.services.registrations import change_state

from .judging import move

PURPOSE = "disclosure"


@transaction.atomic
def note_asked(
    *,
    pair: CandidatePair,
    outcome: str,
    way: str,
    asked_by: str,
    asked_on: date,
    basis: str,
    dangers: Sequence[str] = (),
    user,
    actor: Actor,
) -> SafetyCheck:
    """Note whether the person found could be asked safely, and the answer. Raises PermissionDenied or Refused.

    It may be noted again until the family was told: the newest counts, so a yes that is taken back stops everything.
    """
    check_read(user)
    if outcome not in Asked.values or way not in AskedWay.values or not set(dangers) <= set(Danger.values):
        raise ValueError("unknown outcome, way or danger")
    current = CandidatePair.objects.select_for_update().get(pk=pair.pk)
    check_can_be_asked(current)
    safety = SafetyCheck.objects.create(
        key_id=current.key_id,
        pair=current,
        round=current.round,
        outcome=outcome,
        way=way,
        dangers=list(dangers),
        asked_by=asked_by,
        asked_on=asked_on,
        basis=basis,
        noted_by=user,
    )
    # The answer itself stays out of the log: it is told to nobody who cannot open the pair.
    record(events.PERSON_ASKED, actor=actor, subject=current, purpose=PURPOSE, data={"round": current.round})
    return safety


@transaction.atomic
def request_disclosure(
    *,
    pair: CandidatePair,
    decision: str,
    reason: str,
    shares: Sequence[str] = (),
    words: str = "",
    user,
    actor: Actor,
) -> Disclosure:
    """Ask for a decision on a confirmed pair. Raises PermissionDenied, Refused or ValueError."""
    check_read(user)
    if decision not in Decision.values or not set(shares) <= set(Share.values):
        raise ValueError("unknown decision")
    current = CandidatePair.objects.select_for_update().get(pk=pair.pk)
    tells = decision == Decision.TELL
    kinds = protections(current) if tells else frozenset()
    check_can_be_requested(current, decision, shares=shares, kinds=kinds)
    given = sharing(current.detainee)
    # A request that nobody answered in time makes room for the new one and stays in the ledger as refused.
    Disclosure.objects.waiting().filter(pair=current, round=current.round).update(refused_at=timezone.now())
    disclosure = Disclosure.objects.create(
        key_id=current.key_id,
        pair=current,
        round=current.round,
        decision=decision,
        reason=reason,
        shares=list(shares) if tells else [],
        words=words if tells else "",
        safety=newest_safety(current, current.round),
        consent=allowing(Purpose.CONTACT).filter(registration=current.registration_id).first() if tells else None,
        terms=given.terms if tells else "",
        source_answer=given.answer if tells else None,
        needs_two=tells and needs_two_approvers(kinds, shares),
        requested_by=user,
    )
    _record(events.DISCLOSURE_REQUESTED, disclosure, actor)
    return disclosure


@transaction.atomic
def approve_disclosure(*, disclosure: Disclosure, user, actor: Actor, has_weighed: bool = False) -> None:
    """Approve: another person than the one who asked, and a third where more protection is needed.

    With the last approval that is needed the decision has effect. Checks everything again as it is now; what has come
    to need two approvers since the request needs them. `has_weighed` says that the warnings were read (R-106).
    """
    current = _locked(disclosure, user)
    pair, now = current.pair, timezone.now()
    tells = current.decision == Decision.TELL
    kinds = protections(pair) if tells else frozenset()
    check_can_be_approved(current, user, kinds=kinds, has_weighed=has_weighed)
    current.needs_two = current.needs_two or (tells and needs_two_approvers(kinds, current.shares))
    if current.approved_by_id is None:
        current.approved_by, current.approved_at = user, now
    else:
        current.second_by, current.second_at = user, now
    is_complete = current.second_at is not None or not current.needs_two
    current.effective_at = now if is_complete else None
    current.save()
    if not is_complete:
        _record(events.DISCLOSURE_HALF, current, actor)
        return
    move(pair, PairState.DISCLOSED if tells else PairState.NOT_DISCLOSED)
    _record(events.DISCLOSURE_APPROVED, current, actor)
    if tells:
        ask_to_speak(pair, actor)


@transaction.atomic
def refuse_disclosure(*, disclosure: Disclosure, user, actor: Actor) -> None:
    """Turn a request down; the pair stays confirmed and another decision can be asked for."""
    current = _locked(disclosure, user)
    check_can_be_answered_by(current, user)
    current.refused_at = timezone.now()
    current.save(update_fields=["refused_at"])
    _record(events.DISCLOSURE_REFUSED, current, actor)


def ask_to_speak(pair: CandidatePair, actor: Actor) -> None:
    """Put the one sentence on the family's page, where it does not stand there already. Raises Refused."""
    check_may_speak(pair.registration)
    if pair.registration.state != RegistrationState.PLEASE_CONTACT:
        change_state(registration=pair.registration, state=RegistrationState.PLEASE_CONTACT, actor=actor)


def note_refused(*, pair: CandidatePair, act: str, actor: Actor) -> None:
    """Log that somebody tried what is not allowed, such as answering the own request. Nothing else has changed."""
    record(events.ACT_REFUSED, actor=actor, subject=pair, purpose=PURPOSE, data={"act": act})


def _locked(disclosure: Disclosure, user) -> Disclosure:
    check_decide(user)
    pair = CandidatePair.objects.select_for_update().get(pk=disclosure.pair_id)
    current = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    current.pair = pair
    return current


def _record(code: str, disclosure: Disclosure, actor: Actor) -> None:
    # Why it needs more people stays out of the log, which outlives the records.
    data = {"decision": disclosure.decision, "round": disclosure.round, "needs_two": disclosure.needs_two}
    record(code, actor=actor, subject=disclosure.pair, purpose=PURPOSE, data=data)
