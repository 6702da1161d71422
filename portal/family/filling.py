"""Whose registration is being filled in: one's own, or with a helper who signed in (floor 7).

A helper's session names the testimony that she opened; every form of hers names it too, so that two windows never write
into each other. Her own page, her code and her messages stay closed to the helper.
"""

import uuid
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from portal.accounts import sessions as staff_sessions
from portal.accounts.enums import HELPER_ROLES
from portal.accounts.gate import is_let_in
from portal.accounts.models import AccessHolder
from portal.accounts.permissions import actor_of
from portal.accounts.signing_in_again import ask_to_sign_in, forget_sent_form
from portal.audit.actors import Actor
from portal.registry.models import Draft, Testimony
from portal.registry.testimonies import find_helped, helps_with

from .sessions import HELPING, absent_holder, current_holder, forget_holder


def begin_filling(request: HttpRequest, testimony: Testimony) -> None:
    """Open a helper's draft in this browser; the page of a family that was open here is closed."""
    forget_holder(request)
    request.session[HELPING] = str(testimony.pk)


def end_filling(request: HttpRequest) -> None:
    """Close the draft that a helper had open; she stays signed in."""
    request.session.pop(HELPING, None)


def is_helping(request: HttpRequest) -> bool:
    """Say whether this request is a helper's, whether or not she may go on."""
    return _key(request) is not None


def current_helped(request: HttpRequest) -> Testimony | None:
    """Return the testimony whose registration a helper fills in here, or None where she may not, or no longer."""
    key = _key(request)
    if key is None or not is_let_in(request, HELPER_ROLES):
        return None
    testimony = find_helped(key, user=request.user)
    if testimony is not None:
        request.session[HELPING] = str(testimony.pk)
        request.helped = testimony  # type: ignore[attr-defined]
        forget_sent_form(request)
    return testimony


def filled_for(request: HttpRequest) -> AccessHolder | None:
    """Return for whom the form is filled in here: her whose page is open, or the person beside a helper."""
    if not is_helping(request):
        return current_holder(request)
    helped = current_helped(request)
    return helped.draft.holder if helped and helped.draft.submitted_at is None else None


def absent_filled_for(request: HttpRequest) -> AccessHolder | None:
    """Return for whom what is sent now may be kept, where the page or the helper's session closed meanwhile."""
    key = _key(request)
    if key is None:
        return absent_holder(request)
    if not request.user.is_authenticated or not staff_sessions.has_ended(request):
        return None
    helped = find_helped(key, user=request.user)
    return helped.draft.holder if helped else None


def who_acts(request: HttpRequest, holder: AccessHolder) -> Actor:
    """Return who sends: the helper, or the holder herself."""
    return actor_of(request) if is_helping(request) else Actor.holder(holder.pk)


def who_goes_on(request: HttpRequest, draft: Draft) -> Actor | None:
    """Return who goes on here with what was begun for a draft, or None where nobody may.

    A helper may have another person's open by now, or none: what she began is still that person's.
    """
    holder = current_holder(request)
    if holder is not None and holder.pk == draft.holder_id:
        return Actor.holder(holder.pk)
    is_helper = is_let_in(request, HELPER_ROLES) and helps_with(draft, user=request.user)
    return actor_of(request) if is_helper else None


def open_again(request: HttpRequest, draft: Draft) -> None:
    """Go on in a helper's window with the person it is about, whoever she has open in another one."""
    request.session[HELPING] = str(draft.testimony.pk)
    request.helped = draft.testimony  # type: ignore[attr-defined]


def home(request: HttpRequest) -> HttpResponse:
    """Lead to her page, or a helper to her list: first to sign in, with what she typed, where she is signed out."""
    if is_helping(request) and request.method == "POST" and not request.user.is_authenticated:
        return ask_to_sign_in(request, next_page=reverse("helping:kept"))
    return redirect("helping:list" if is_helping(request) else "family:me")


def for_filling(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Pass for whom is filled in as second argument; without anybody lead to the code's page or the helper's list."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        holder = filled_for(request)
        if holder is None:
            return home(request) if is_helping(request) else redirect("family:return")
        return view(request, holder, *args, **kwargs)

    return guarded


def _key(request: HttpRequest) -> uuid.UUID | None:
    named = request.POST.get(HELPING) if request.method == "POST" else None
    try:
        return uuid.UUID(str(named or request.session.get(HELPING, "")))
    except ValueError:
        return None
