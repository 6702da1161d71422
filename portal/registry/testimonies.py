"""The only ways to what a helper heard: for the helper, for the family and for whoever reads the file (floor 5)."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from portal.accounts import events as account_events
from portal.accounts.reading import record_reading
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.audit.services import record
from portal.organizations.permissions import organizations_helped_for

from . import events
from .enums import GivenBy
from .models import ConsentLine, ConsentReview, Draft, Registration, Testimony
from .models.consent import ConsentLineQuerySet

# So long after sending a helper may be shown the code that she hands over.
HAND_OVER = timedelta(minutes=15)


def testimonies_of_helper(user) -> QuerySet[Testimony]:
    """Return what this helper recorded for organizations that she still acts for, the newest first; nobody else's."""
    found = Testimony.objects.filter(recorded_by=user, organization__in=organizations_helped_for(user))
    return found.select_related("draft", "draft__registration", "organization").order_by("-recorded_at", "pk")


def note_listed(testimonies: Iterable[Testimony], *, user) -> None:
    """Log that a helper read names on her list: one event for each reading, with how many and no name (R-25)."""
    count = sum(testimony.draft.submitted_at is None for testimony in testimonies)
    if count:
        record(events.HELPED_LISTED, actor=Actor.staff(user.pk), subject=user, data={"count": count})


def access_helped_draft(key: UUID, *, user) -> Testimony:
    """Return a helper's own testimony in order to go on with its draft, logged. Raises Http404."""
    testimony = find_helped(key, user=user)
    if testimony is None:
        raise Http404
    record_reading(
        events.HELPED_DRAFT_OPENED,
        user=user,
        subjects=[testimony.draft],
        organization_id=testimony.organization_id,
    )
    return testimony


def find_helped(key: UUID, *, user) -> Testimony | None:
    """Return a helper's own testimony whose draft was opened and logged before, or None. Her pages ask each time."""
    return testimonies_of_helper(user).select_related("draft__holder").filter(pk=key).first()


def helps_with(draft: Draft, *, user) -> bool:
    """Say whether this helper fills in this draft, or sent it; she may have another one open by now."""
    return testimonies_of_helper(user).filter(draft=draft).exists()


def may_hand_over(testimony: Testimony) -> bool:
    """Say whether the code may still be shown: sent a moment ago, and nobody has opened the page since."""
    sent_at = testimony.draft.submitted_at
    if sent_at is None or sent_at < timezone.now() - HAND_OVER:
        return False
    opened = {"code": account_events.PAGE_OPENED, "subject_id": testimony.draft.holder_id}
    return not Event.objects.filter(**opened).exists()


def testimony_of(registration: Registration) -> Testimony | None:
    """Return what a helper recorded for a registration that was read and logged just now, or None."""
    found = Testimony.objects.filter(draft__registration=registration)
    return found.select_related("organization", "recorded_by").first()


def heard_lines(registration: Registration) -> ConsentLineQuerySet:
    """Return the answers in force that a helper heard and the family has not given itself since."""
    return ConsentLine.objects.in_force().filter(registration=registration, given_by=GivenBy.TESTIMONY)


def review_of(registration: Registration) -> ConsentReview | None:
    """Return the review of who agreed that holds answers back now, or None."""
    return ConsentReview.objects.holding_back(timezone.now()).filter(registration=registration).first()
