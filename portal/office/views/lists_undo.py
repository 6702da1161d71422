"""An imported list is taken back: one person asks, another one answers, both with a fresh proof (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from portal.accounts.permissions import has_role
from portal.core.refusing import Refused
from portal.detainees import services
from portal.detainees.access import access_batch
from portal.detainees.enums import BatchState
from portal.detainees.forms import UndoForm
from portal.detainees.models import Batch
from portal.detainees.policies import ImpossibleStep, SourceBusy, can_become
from portal.detainees.tasks import undo_list
from portal.office.permissions import LIST_KEEPERS, LIST_READERS, RolesMixin, actor_of, ask_again, for_roles

from .lists_steps import moved_on, now_or_later, source_busy


class UndoView(RolesMixin, FormView):
    """Ask that a list be taken back, and say why."""

    roles = LIST_KEEPERS
    needs_fresh = True
    form_class = UndoForm
    template_name = "office/lists/undo.html"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Ask, or lead to the list where it has moved on."""
        return self._unless_moved_on() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Take the request, or lead to the list where it has moved on."""
        return self._unless_moved_on() or super().post(request, *args, **kwargs)

    def _unless_moved_on(self) -> HttpResponse | None:
        self.batch = access_batch(self.kwargs["key"], user=self.request.user, purpose="undo")
        if can_become(self.batch, BatchState.UNDOING):
            return None
        return redirect("office:lists-detail", key=self.batch.pk)

    def get_context_data(self, **kwargs) -> dict:
        """Add the list."""
        return {**super().get_context_data(**kwargs), "current": "lists", "batch": self.batch}

    def form_valid(self, form: UndoForm) -> HttpResponse:
        """Ask, or say why not."""
        try:
            reason, actor = form.cleaned_data["reason"], actor_of(self.request)
            services.ask_undo(batch=self.batch, reason=reason, user=self.request.user, actor=actor)
        except ImpossibleStep:
            messages.error(self.request, moved_on())
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.form_invalid(form)
        else:
            messages.success(self.request, _("Your request is saved. Another person answers it."))
        return redirect("office:lists-detail", key=self.batch.pk)


@require_POST
@for_roles(LIST_READERS)
def approve(request: HttpRequest, key: UUID) -> HttpResponse:
    """Agree as the second person, with a proof not older than five minutes; then the list is taken back."""
    back = reverse("office:lists-detail", args=[key])
    if again := ask_again(request, back):
        return again
    batch = access_batch(key, user=request.user, purpose="undo")
    try:
        batch = services.approve_undo(batch=batch, user=request.user, actor=actor_of(request))
        now_or_later(batch, request, services.undo_batch, undo_list)
    except SourceBusy:
        messages.error(request, source_busy())
    except ImpossibleStep:
        messages.error(request, moved_on())
    except Refused as refused:
        messages.warning(request, str(refused))
    return redirect(back)


@require_POST
@for_roles(LIST_READERS)
def refuse(request: HttpRequest, key: UUID) -> HttpResponse:
    """Turn the request down, or take one's own back: the list stays."""
    batch = access_batch(key, user=request.user, purpose="undo")
    try:
        services.refuse_undo(batch=batch, user=request.user, actor=actor_of(request))
        messages.success(request, _("Your answer is saved."))
    except Refused as refused:
        messages.warning(request, str(refused))
    return redirect("office:lists-detail", key=key)


def undo_standing(batch: Batch, user) -> dict:
    """The latest request to take a list back, and what this person may do now."""
    request = batch.undo_requests.select_related("requested_by", "approved_by").order_by("-requested_at").first()
    is_waiting = request is not None and not request.approved_at and not request.refused_at
    is_own = request is not None and request.requested_by_id == user.pk
    can_ask = can_become(batch, BatchState.UNDOING) and not is_waiting and has_role(user, *LIST_KEEPERS)
    may_answer = is_waiting and has_role(user, *LIST_READERS)
    return {
        "request": request,
        "is_own": is_own,
        "may_answer": may_answer,
        "can_ask": can_ask,
    }
