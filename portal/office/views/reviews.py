"""Who agreed: what a helper heard, and a supervisor's look at a child's or another's answers (floor 7; R-104)."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.core.languages import LANGUAGES
from portal.office.permissions import CONSENT_REVIEWERS, for_roles
from portal.registry.access import registration_to_move
from portal.registry.models import ConsentReview, Registration, Testimony
from portal.registry.services.reviews import AlreadyReviewed, review_consent
from portal.registry.testimonies import testimony_of


def agreed_by(registration: Registration, *, user) -> dict:
    """What the file's page shows of who agreed, of a registration that was read and logged just now."""
    testimony = testimony_of(registration)
    review = ConsentReview.objects.filter(registration=registration).select_related("reviewed_by").first()
    is_own = testimony is not None and testimony.recorded_by_id == user.pk
    return {
        "testimony": testimony,
        "heard": _facts(testimony) if testimony else [],
        "review": review,
        "may_review": bool(review and not review.reviewed_at and not is_own and has_role(user, *CONSENT_REVIEWERS)),
    }


def _facts(testimony: Testimony) -> list[dict]:
    helper = testimony.recorded_by.shown_name
    spoken = LANGUAGES[testimony.language].native if testimony.language in LANGUAGES else testimony.language_in_words
    told = [
        (_("What the person is called, in the person’s own words"), testimony.person_name),
        (_("Who agrees?"), testimony.get_authority_display()),
        (_("Who agreed, and by what paper"), testimony.speaker),
        (_("Year of birth of the child"), testimony.birth_year),
        (_("How it was heard"), testimony.get_way_display()),
        (_("Language"), spoken),
        (_("Can the person read the questions?"), testimony.get_can_read_display()),
        (_("Read aloud by"), testimony.read_aloud_by),
        (_("Recorded by"), helper),
        (_("Organization"), str(testimony.organization)),
    ]
    return [{"label": label, "value": value} for label, value in told if value]


@require_POST
@for_roles(CONSENT_REVIEWERS)
def review(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say whether the answers count. A second click, or a second person, changes nothing."""
    user = cast(User, request.user)
    registration = registration_to_move(key, user=user)
    try:
        review_consent(registration=registration, is_accepted="accept" in request.POST, user=user)
        messages.success(request, _("Saved"))
    except AlreadyReviewed:
        messages.error(request, _("Somebody has looked at it already. Please look again."))
    except PermissionDenied:
        messages.error(request, _("You recorded this yourself. Another person has to look at it."))
    return redirect("office:files-detail", key=registration.pk)
