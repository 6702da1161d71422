"""What came in a way that people look at first: released, put aside, marked as spam, erased by two (floor 7; R-39)."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.office.permissions import FILES, actor_of, ask_again, for_roles
from portal.registry.access import registration_to_move
from portal.registry.enums import Trust
from portal.registry.models import Registration
from portal.registry.services.trust import NoSuchStep, NotDue, change_trust, due_spam, erase_spam


def trust_of(registration: Registration, *, user) -> dict:
    """What the file's page shows of it, and what may be done."""
    is_spam = registration.trust == Trust.SPAM
    marked_at = registration.trust_at if is_spam else None
    return {
        "trust": registration.get_trust_display(),
        "is_trusted": registration.is_trusted,
        "is_spam": is_spam,
        "erasable_from": marked_at + timedelta(days=settings.SPAM_DAYS) if marked_at else None,
        "is_due": is_spam and due_spam().filter(pk=registration.pk).exists(),
        "is_own_mark": registration.trust_by_id == user.pk,
    }


@require_POST
@for_roles(FILES)
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Release, put aside or mark as spam; a second click on the same button changes nothing."""
    registration = registration_to_move(key, user=request.user)
    try:
        change_trust(
            registration=registration,
            trust=request.POST.get("trust", ""),
            user=request.user,
            actor=actor_of(request),
        )
        messages.success(request, _("Saved"))
    except NoSuchStep:
        messages.error(request, _("Somebody else has moved this file on. Please look again."))
    return redirect("office:files-detail", key=registration.pk)


@require_POST
@for_roles(FILES)
def erase(request: HttpRequest, key: UUID) -> HttpResponse:
    """Erase spam whose time is over, after a fresh proof, by another person than who marked it."""
    back = reverse("office:files-detail", kwargs={"key": key})
    if again := ask_again(request, back):
        return again
    registration = registration_to_move(key, user=request.user)
    try:
        erase_spam(registration=registration, user=request.user, actor=actor_of(request))
    except NotDue:
        messages.error(request, _("This cannot be erased now. Please look again."))
        return redirect(back)
    messages.success(request, _("It is erased."))
    return redirect(reverse("office:files") + "?show=spam")
