"""What came in a way that people look at first: released, put aside, marked as spam, erased by two (floor 7; R-39)."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from portal.core.digits import write_number
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


# Lists of which several can be chosen: to mark as spam, and to erase. A page shows so many at most.
SEVERAL = ("check", "spam")
_AT_ONCE = 50


@require_POST
@for_roles(FILES)
def several(request: HttpRequest, show: str) -> HttpResponse:
    """Mark or erase all that were chosen, each asked for by itself; what could not be done is named and unchanged."""
    if show not in SEVERAL:
        raise Http404
    back = f"{reverse('office:files')}?show={show}"
    if show == "spam" and (again := ask_again(request, back)):
        return again
    keys = dict.fromkeys(request.POST.getlist("key")[:_AT_ONCE])
    refused = [name for name in (_refused(request, key, show) for key in keys) if name is not None]
    if done := len(keys) - len(refused):
        messages.success(request, _several_done(show, done))
    if refused:
        named = ", ".join(name for name in refused if name) or _("not found")
        messages.error(request, _("Nothing was changed with these, please look at each: %(files)s") % {"files": named})
    if not keys:
        messages.error(request, _("Please choose at least one."))
    return redirect(back)


def _refused(request: HttpRequest, key: str, show: str) -> str | None:
    """Do it with one; None where it is done, else its reference, empty where there is none for this person."""
    try:
        registration = registration_to_move(UUID(key), user=request.user)
    except (ValueError, Http404):
        return ""
    try:
        if show == "check":
            actor = actor_of(request)
            change_trust(registration=registration, trust=Trust.SPAM, user=request.user, actor=actor)
        else:
            erase_spam(registration=registration, user=request.user, actor=actor_of(request))
    except (NoSuchStep, NotDue):
        return registration.reference
    return None


def _several_done(show: str, count: int) -> str:
    if show == "check":
        said = ngettext("%(count)s file is marked as spam.", "%(count)s files are marked as spam.", count)
    else:
        said = ngettext("%(count)s file is erased.", "%(count)s files are erased.", count)
    return said % {"count": write_number(count)}
