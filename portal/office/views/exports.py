"""Requests to hand out possible matches: asked for by one person, answered by another (floor 7; R-06, R-22).

The file itself is written at the command line, never in a browser.
"""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView, ListView

from portal.accounts.permissions import has_role
from portal.core.refusing import Refused
from portal.matching.enums import ExportState
from portal.matching.forms import ExportForm
from portal.matching.models import ExportRequest
from portal.matching.permissions import EXPORT_APPROVERS, EXPORT_ASKERS, can_approve_export
from portal.matching.services import exports as services
from portal.office.permissions import EXPORTS, RolesMixin, actor_of, ask_again, for_roles


class ExportsView(RolesMixin, ListView):
    """All requests, the newest first, and what this person may do with each."""

    roles = EXPORTS
    template_name = "office/exports/list.html"
    queryset = ExportRequest.objects.select_related("requested_by", "approved_by").order_by("-requested_at", "pk")
    paginate_by = 50

    def get_context_data(self, **kwargs) -> dict:
        """Add each request's state, and whether it waits for this person or may be used."""
        context = super().get_context_data(**kwargs)
        approves = can_approve_export(self.request.user)
        rows = []
        for asked in context["object_list"]:
            state, is_own = asked.state(), asked.requested_by_id == self.request.user.pk
            rows.append(
                {
                    "request": asked,
                    "state": state,
                    "is_open": state == ExportState.APPROVED,
                    "may_answer": approves and not is_own and state == ExportState.WAITING,
                }
            )
        may_ask = has_role(self.request.user, *EXPORT_ASKERS)
        return {**context, "current": "exports", "rows": rows, "may_ask": may_ask}


class NewExportView(RolesMixin, FormView):
    """Ask for an export."""

    roles = frozenset(EXPORT_ASKERS)
    form_class = ExportForm
    template_name = "office/exports/new.html"
    extra_context = {"current": "exports"}

    def form_valid(self, form) -> HttpResponse:
        """Ask, or say why not."""
        actor = actor_of(self.request)
        try:
            services.request_export(user=self.request.user, actor=actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.form_invalid(form)
        messages.success(self.request, _("Your request is saved. Another person answers it."))
        return redirect("office:exports")


@require_POST
@for_roles(frozenset(EXPORT_APPROVERS))
def approve(request: HttpRequest, key: UUID) -> HttpResponse:
    """Approve as the second person, with a proof not older than five minutes."""
    again = ask_again(request, reverse("office:exports"))
    return again or _answer(request, key, services.approve_export)


@require_POST
@for_roles(frozenset(EXPORT_APPROVERS))
def refuse(request: HttpRequest, key: UUID) -> HttpResponse:
    """Refuse as the second person."""
    return _answer(request, key, services.refuse_export)


def _answer(request: HttpRequest, key: UUID, act: Callable[..., None]) -> HttpResponse:
    asked = get_object_or_404(ExportRequest, pk=key)
    try:
        act(request=asked, user=request.user, actor=actor_of(request))
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Your answer is saved."))
    return redirect("office:exports")
