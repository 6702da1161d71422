"""How we may reach her, and what she wants to be told: seen and changed by herself alone (floor 7)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.family.forms.reach import ChannelForm, WishesForm
from portal.family.rendering import for_holder, render_page
from portal.family.views.entering import for_holder_or_code
from portal.notifications.care import Fact, cautions
from portal.notifications.enums import ChannelKind, Every, Telling
from portal.notifications.kinds import SIGN_OF_LIFE, kinds
from portal.notifications.models import SignOfLife
from portal.notifications.senders import is_connected
from portal.notifications.services.channels import end_channels, last_did_not_arrive, live_channels, set_channel
from portal.notifications.services.wishes import set_wishes, tellings_of


@require_safe
@for_holder
def reach(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """Every way that works here, with what she said about it, and what she is told."""
    live = {channel.kind: channel for channel in live_channels(holder=holder)}
    ways = [
        {
            "kind": kind,
            "channel": live.get(kind),
            "facts": cautions(live[kind]) if kind in live else [],
            "did_not_arrive": kind in live and last_did_not_arrive(live[kind]),
        }
        for kind in ChannelKind
        if kind in live or is_connected(kind)
    ]
    return render_page(request, "family/reach.html", {"ways": ways, "told": _told(holder)})


def _told(holder: AccessHolder) -> list[Fact]:
    spoken, sign = tellings_of(holder=holder), SignOfLife.objects.filter(holder=holder).first()
    rhythm = Every(sign.every).label if sign else _("You have not chosen yet")
    return [
        Fact(kind.label, rhythm if kind.code == SIGN_OF_LIFE else Telling(spoken.get(kind.code, Telling.MESSAGE)).label)
        for kind in kinds()
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder_or_code
def change_way(request: HttpRequest, holder: AccessHolder, kind: str) -> HttpResponse:
    """Set, change or end one way. What is ended gets nothing more, not even what waits."""
    if kind not in ChannelKind.values:
        raise Http404
    actor, way = Actor.holder(holder.pk), ChannelKind(kind)
    if request.method == "POST" and "end" in request.POST:
        end_channels(holder=holder, actor=actor, only_kind=way)
        messages.success(request, _("We no longer use this way."))
        return redirect("family:reach")
    present = live_channels(holder=holder).filter(kind=way).first()
    if present is None and not is_connected(way):
        raise Http404
    initial = ChannelForm.initial_of(present) if present else {}
    form = ChannelForm(request.POST if request.method == "POST" else None, kind=way, initial=initial)
    if form.is_bound and form.is_valid():
        note = form.cleaned_data.get("note", "")
        set_channel(holder=holder, kind=way, value=form.cleaned_data["value"], note=note, actor=actor, care=form.care())
        messages.success(request, _("Saved. It holds from now on."))
        return redirect("family:reach")
    return render_page(request, "family/reach_way.html", {"form": form, "way": way, "present": present})


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder_or_code
def change_wishes(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """What she is told, and how often we say that we are still here."""
    form = WishesForm(request.POST if request.method == "POST" else None, initial=_wishes(holder))
    if form.is_bound and form.is_valid():
        set_wishes(
            holder=holder,
            tellings=form.tellings(),
            every=form.cleaned_data["every"],
            today=timezone.now().date(),
            actor=Actor.holder(holder.pk),
        )
        messages.success(request, _("Saved. It holds from now on."))
        return redirect("family:reach")
    return render_page(request, "family/reach_wishes.html", {"form": form})


def _wishes(holder: AccessHolder) -> dict[str, str]:
    """What she said; a message for what she said nothing about."""
    sign = SignOfLife.objects.filter(holder=holder).first()
    tellings = {kind.code: Telling.MESSAGE.value for kind in kinds()} | tellings_of(holder=holder)
    return tellings | ({"every": sign.every} if sign else {})
