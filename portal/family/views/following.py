"""Following a proceeding and stopping, with one click each (floor 7)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.family.rendering import for_holder
from portal.family.sessions import current_holder, keep_wanted, take_wanted
from portal.following import services
from portal.proceedings.models import Proceeding


@require_POST
def follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Follow a public proceeding; twice changes nothing. Without an open page it is done after the code."""
    proceeding = get_object_or_404(Proceeding.objects.public(), slug=slug)
    holder = current_holder(request)
    if holder is None:
        keep_wanted(request, proceeding.slug)
        return redirect("family:return")
    return _follow(request, holder, proceeding)


def follow_wanted(request: HttpRequest, holder: AccessHolder) -> HttpResponse | None:
    """Follow what she chose before she gave her code; None where there is nothing, or it is no longer public."""
    slug = take_wanted(request)
    proceeding = Proceeding.objects.public().filter(slug=slug).first() if slug else None
    return _follow(request, holder, proceeding) if proceeding else None


def _follow(request: HttpRequest, holder: AccessHolder, proceeding: Proceeding) -> HttpResponse:
    services.follow(holder=holder, proceeding=proceeding, actor=Actor.holder(holder.pk))
    messages.success(request, _("You follow it now. News will stand on your page."))
    return redirect("family:me")


@require_POST
@for_holder
def unfollow(request: HttpRequest, holder: AccessHolder, slug: str) -> HttpResponse:
    """Stop following; also what is no longer public."""
    proceeding = get_object_or_404(Proceeding, slug=slug)
    services.stop_following(holder=holder, proceeding=proceeding, actor=Actor.holder(holder.pk))
    messages.success(request, _("Stopped. You will get no more news about it."))
    return redirect("family:me")
