"""Deciding, by two people, whether a family is asked to speak with us (floor 6; R-20, R-21).

A match tells nobody anything by itself. After an approved decision to tell, the family's page shows the one sentence
used for every reason to talk, and nothing more.
"""

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.matching import events
from portal.matching.enums import Decision, PairState
from portal.matching.models import CandidatePair, Disclosure
from portal.matching.permissions import check_decide, check_read
from portal.matching.policies import check_can_be_approved, check_can_be_requested
from portal.registry.enums import RegistrationState
from portal.registry.services.registrations import change_state

from .judging import move

PURPOSE = "disclosure"


@transaction.atomic
def request_disclosure(*, pair: CandidatePair, decision: str, reason: str, user, actor: Actor) -> Disclosure:
    """Ask for a decision on a confirmed pair. Raises PermissionDenied, policies.Refused or ValueError."""
    check_read(user)
    if decision not in Decision.values:
        raise ValueError("unknown decision")
    current = CandidatePair.objects.select_for_update().get(pk=pair.pk)
    check_can_be_requested(current, decision)
    # A request that nobody answered in time makes room for the new one and stays in the ledger as refused.
    Disclosure.objects.filter(
        pair=current, round=current.round, approved_at__isnull=True, refused_at__isnull=True
    ).update(refused_at=timezone.now())
    disclosure = Disclosure.objects.create(
        key_id=current.key_id,
        pair=current,
        round=current.round,
        decision=decision,
        reason=reason,
        requested_by=user,
    )
    _record(events.DISCLOSURE_REQUESTED, disclosure, actor)
    return disclosure


@transaction.atomic
def approve_disclosure(*, disclosure: Disclosure, user, actor: Actor) -> None:
    """Let a decision take effect: another person than the one who asked. Checks everything again as it is now."""
    current = _locked(disclosure, user)
    pair = current.pair
    current.approved_by, current.approved_at = user, timezone.now()
    current.save(update_fields=["approved_by", "approved_at"])
    tells = current.decision == Decision.TELL
    move(pair, PairState.DISCLOSED if tells else PairState.NOT_DISCLOSED)
    _record(events.DISCLOSURE_APPROVED, current, actor)
    if tells and pair.registration.state != RegistrationState.PLEASE_CONTACT:
        change_state(registration=pair.registration, state=RegistrationState.PLEASE_CONTACT, actor=actor)


@transaction.atomic
def refuse_disclosure(*, disclosure: Disclosure, user, actor: Actor) -> None:
    """Turn a request down; the pair stays confirmed and another decision can be asked for."""
    current = _locked(disclosure, user, refusing=True)
    current.refused_at = timezone.now()
    current.save(update_fields=["refused_at"])
    _record(events.DISCLOSURE_REFUSED, current, actor)


def _locked(disclosure: Disclosure, user, *, refusing: bool = False) -> Disclosure:
    check_decide(user)
    pair = CandidatePair.objects.select_for_update().get(pk=disclosure.pair_id)
    current = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    current.pair = pair
    check_can_be_approved(current, user, refusing=refusing)
    return current


def _record(code: str, disclosure: Disclosure, actor: Actor) -> None:
    record(
        code,
        actor=actor,
        subject=disclosure.pair,
        purpose=PURPOSE,
        data={"decision": disclosure.decision, "round": disclosure.round},
    )
