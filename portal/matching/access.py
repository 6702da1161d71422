"""The only way to a pair: checks, logs the read of both sides, answers one uniform "not found" (floor 6).

The event's subject is the pair, not the registration: what a family may see of who read her file never betrays that
somebody compares (R-20). Both sides are named by their keys in the event's data.
"""

from uuid import UUID

from django.http import Http404

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.detainees.access import hidden_from
from portal.detainees.models import DetaineeRecord

from . import events
from .models import CandidatePair, DuplicatePair
from .permissions import can_read
from .persons import same_person

CLERICAL_REVIEW = "clerical_review"


def access_pair(key: UUID, *, user, purpose: str = CLERICAL_REVIEW) -> CandidatePair:
    """Return a live, allowed pair with both sides for a member of staff, logged. Raises Http404 otherwise."""
    if not can_read(user):
        raise Http404
    pair = (
        CandidatePair.objects.open_to_reading()
        .select_related("registration", "detainee__source", "detainee__last_batch")
        .filter(pk=key)
        .first()
    )
    if pair is None or hidden_from(user, same_person(pair.detainee)):
        raise Http404
    record(
        events.PAIR_VIEWED,
        actor=Actor.staff(user.pk),
        subject=pair,
        purpose=purpose,
        data={"registration": str(pair.registration_id), "detainee": str(pair.detainee_id)},
    )
    return pair


def access_duplicate(key: UUID, *, user, purpose: str = CLERICAL_REVIEW) -> DuplicatePair:
    """Return a live, allowed duplicate with both records for a member of staff, logged. Raises Http404 otherwise."""
    if not can_read(user):
        raise Http404
    found = DuplicatePair.objects.open_to_reading().select_related(
        "first_registration",
        "second_registration",
        "first_detainee__source",
        "first_detainee__last_batch",
        "second_detainee__source",
        "second_detainee__last_batch",
    )
    duplicate = found.filter(pk=key).first()
    if duplicate is None or hidden_from(user, _listed(duplicate)):
        raise Http404
    data = {"kind": duplicate.kind, "first": str(duplicate.first.pk), "second": str(duplicate.second.pk)}
    record(events.DUPLICATE_VIEWED, actor=Actor.staff(user.pk), subject=duplicate, purpose=purpose, data=data)
    return duplicate


def _listed(duplicate: DuplicatePair) -> list[DetaineeRecord]:
    two = [one for one in (duplicate.first, duplicate.second) if isinstance(one, DetaineeRecord)]
    return [record for one in two for record in same_person(one)]
