"""Two people read a pair, the second blind to the first; a supervisor settles what they see differently (floor 6)."""

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.matching import events
from portal.matching.enums import GROUNDS_FOR, PAIR_TRANSITIONS, MatchRole, PairState, Reading, Verdict
from portal.matching.models import CandidatePair, Judgement, Reopening
from portal.matching.permissions import check_decide, check_judge
from portal.matching.policies import (
    check_can_be_judged,
    check_can_be_kept,
    check_can_be_reopened,
    check_can_be_taken,
    check_can_be_taken_back,
    reading_for,
)
from portal.matching.remembering import values_as_judged

_SETTLED = {
    Verdict.SAME: PairState.VERIFIED,
    Verdict.NOT_SAME: PairState.REJECTED,
    Verdict.UNSURE: PairState.UNSURE,
}


_REMEMBERED = ("judged_registration", "judged_detainee", "judged_values", "changed_since")
_TAKEN = ("taken_by", "taken_at")


class ImpossibleTransition(Exception):
    """A pair cannot go from its state to the one asked for."""


@transaction.atomic
def judge(
    *, pair: CandidatePair, verdict: str, role: str, user, actor: Actor, ground: str = "", reason: str = ""
) -> Judgement:
    """Write what one person says and why, as the reading that is due; move the pair.

    Raises PermissionDenied for who may not, Refused for what cannot be now, ValueError on unknown codes, and
    where there is no reason or one that speaks against the verdict.
    """
    if verdict not in Verdict.values or role not in MatchRole.values:
        raise ValueError("unknown verdict or role")
    if not (ground or reason) or (ground and ground not in GROUNDS_FOR[verdict]):
        raise ValueError("no reason, or one against the verdict")
    current = CandidatePair.objects.select_for_update().get(pk=pair.pk)
    if reading_for(current) == Reading.SUPERVISOR:
        check_decide(user)
    else:
        check_judge(user)
    reading = check_can_be_judged(current, user)
    first = current.judgements.standing().filter(round=current.round, reading=Reading.FIRST).first()
    judgement = Judgement.objects.create(
        key_id=current.key_id,
        pair=current,
        round=current.round,
        reading=reading,
        reviewer=user,
        verdict=verdict,
        role=role,
        ground=ground,
        reason=reason,
    )
    current.taken_by = current.taken_at = None
    if reading == Reading.FIRST:
        state = PairState.UNDER_REVIEW
    elif reading == Reading.SECOND and first is not None and not _agree(first, judgement):
        state = PairState.DISPUTED
    else:
        state = _SETTLED[Verdict(verdict)]
    if state in _SETTLED.values():
        remember_records(current)
    move(current, state, role=role if state == PairState.VERIFIED else None)
    pair.state, pair.role = current.state, current.role
    data = {"reading": reading, "round": current.round, "verdict": verdict, "role": role, "state": current.state}
    record(events.JUDGED, actor=actor, subject=current, purpose="clerical_review", data=data)
    return judgement


@transaction.atomic
def take_back(*, pair: CandidatePair, user, actor: Actor) -> None:
    """Withdraw one's own first judgement while nobody has given a second; the row stays in the history."""
    check_judge(user)
    current = CandidatePair.objects.select_for_update().get(pk=pair.pk)
    judgement = check_can_be_taken_back(current, user)
    judgement.withdrawn_at = timezone.now()
    judgement.save(update_fields=["withdrawn_at"])
    move(current, PairState.CANDIDATE)
    pair.state = current.state
    record(events.TAKEN_BACK, actor=actor, subject=current, purpose="clerical_review", data={"round": current.round})


@transaction.atomic
def take(*, pair: CandidatePair, user, actor: Actor) -> None:
    """Keep a pair for oneself for a while, so that two people do not read the same. One wins, the other is told."""
    current = CandidatePair.objects.select_for_update().get(pk=pair.pk)
    check_can_be_taken(current, user)
    current.taken_by, current.taken_at = user, timezone.now()
    current.save(update_fields=[*_TAKEN, "updated_at"])
    pair.taken_by, pair.taken_at = current.taken_by, current.taken_at
    record(events.TAKEN, actor=actor, subject=current, purpose="clerical_review")


@transaction.atomic
def give_back(*, pair: CandidatePair, user, actor: Actor) -> None:
    """Let everybody read a pair again that one has taken; of another's nothing changes."""
    current = CandidatePair.objects.select_for_update().get(pk=pair.pk)
    if current.taken_by_id != user.pk:
        return
    current.taken_by = current.taken_at = None
    current.save(update_fields=[*_TAKEN, "updated_at"])
    pair.taken_by = pair.taken_at = None
    record(events.GIVEN_BACK, actor=actor, subject=current, purpose="clerical_review")


def _agree(first: Judgement, second: Judgement) -> bool:
    """The same verdict; for the same person or a link to the case, the same role too."""
    if first.verdict != second.verdict:
        return False
    return first.verdict != Verdict.SAME or first.role == second.role


def move(pair: CandidatePair, state: str, *, role: str | None = None) -> None:
    """Move a locked pair along the table of transitions. Raises ImpossibleTransition."""
    if state not in PAIR_TRANSITIONS[pair.state]:
        raise ImpossibleTransition(f"{pair.state} → {state}")
    pair.state = state
    if role is not None:
        pair.role = role
    pair.save(update_fields=["state", "role", "round", *_REMEMBERED, *_TAKEN, "updated_at"])


def remember_records(pair: CandidatePair) -> None:
    """Note in which form both records were judged; saved by whoever saves the pair."""
    pair.judged_registration = pair.registration.content_fingerprint
    pair.judged_detainee = pair.detainee.content_fingerprint
    pair.judged_values = values_as_judged(pair)
    pair.changed_since = None


@transaction.atomic
def reopen(*, pair: CandidatePair, reason: str, user, actor: Actor) -> Reopening:
    """Let a settled pair be read again from the start, by two people, in a new round. Older rounds stay as they are."""
    check_decide(user)
    current = CandidatePair.objects.select_for_update().get(pk=pair.pk)
    check_can_be_reopened(current)
    reopening = begin_round(current, reason=reason, user=user, actor=actor)
    pair.state, pair.round, pair.role = current.state, current.round, current.role
    return reopening


def begin_round(pair: CandidatePair, *, reason: str, user, actor: Actor) -> Reopening:
    """Start a new round of a locked pair, with the reason that its readers see."""
    pair.round += 1
    pair.changed_since = None
    reopening = Reopening.objects.create(
        key_id=pair.key_id, pair=pair, round=pair.round, reason=reason, reopened_by=user
    )
    move(pair, PairState.CANDIDATE, role=MatchRole.SAME_PERSON)
    record(events.REOPENED, actor=actor, subject=pair, purpose="clerical_review", data={"round": pair.round})
    return reopening


@transaction.atomic
def keep(*, pair: CandidatePair, user, actor: Actor) -> None:
    """Leave a judgement as it is although a record has changed since; it comes up again only after a further change."""
    check_decide(user)
    current = CandidatePair.objects.select_for_update().get(pk=pair.pk)
    check_can_be_kept(current)
    remember_records(current)
    current.save(update_fields=[*_REMEMBERED, "updated_at"])
    pair.changed_since = None
    record(events.KEPT, actor=actor, subject=current, purpose="clerical_review", data={"round": current.round})
