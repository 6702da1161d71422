"""Whether somebody may agree for a child or another person: a supervisor looks before it counts (floor 5; R-104)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.ages import coming_of_age_as_told
from portal.registry.content import RegistrationContent
from portal.registry.enums import FOR_A_CHILD, ApplicantKind, Authority, ReviewReason
from portal.registry.models import ConsentReview, Registration, Testimony
from portal.registry.signals import registration_changed
from portal.registry.testimonies import testimony_of

# Who says whether somebody may agree for another.
REVIEWERS = (Role.SUPERVISOR,)


class AlreadyReviewed(Exception):
    """Somebody else has looked at it meanwhile."""


def ask_review(
    *, registration: Registration, content: RegistrationContent, testimony: Testimony | None
) -> ConsentReview | None:
    """Keep the answers of a new registration from counting where a child registers or somebody spoke for the person."""
    authority = testimony.authority if testimony else Authority.OWN
    ends_at = coming_of_age_as_told(content, testimony)
    # Somebody who helps the family registered without having recorded what it agrees to.
    is_unrecorded = testimony is None and content.applicant_kind == ApplicantKind.HELPER
    if authority in FOR_A_CHILD or (ends_at and ends_at > timezone.now()):
        return ConsentReview.objects.create(registration=registration, reason=ReviewReason.MINOR, ends_at=ends_at)
    if authority != Authority.OWN or is_unrecorded:
        return ConsentReview.objects.create(registration=registration, reason=ReviewReason.PROXY)
    return None


@transaction.atomic
def review_consent(*, registration: Registration, is_accepted: bool, user: User) -> ConsentReview:
    """Say as a supervisor whether the answers count. Who recorded the testimony never looks at it herself.

    Raises PermissionDenied and AlreadyReviewed.
    """
    review = ConsentReview.objects.select_for_update().filter(registration=registration).first()
    testimony = testimony_of(registration)
    if not has_role(user, *REVIEWERS) or (testimony and testimony.recorded_by_id == user.pk):
        raise PermissionDenied("another person has to look at it")
    if review is None or review.reviewed_at is not None:
        raise AlreadyReviewed
    review.reviewed_by, review.reviewed_at, review.is_accepted = user, timezone.now(), is_accepted
    review.save()
    record(
        events.CONSENT_REVIEWED,
        actor=Actor.staff(user.pk),
        subject=registration,
        organization_id=registration.organization_id,
        data={"accepted": is_accepted},
    )
    key = registration.pk
    transaction.on_commit(lambda: registration_changed.send(sender=Registration, registration_id=key))
    return review
