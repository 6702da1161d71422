"""What people told us: listed, read, worked on (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import ListView, TemplateView

from portal.accounts.permissions import has_role
from portal.office.permissions import RECORD_CHECKS, REPORTS, RolesMixin, actor_of, for_roles
from portal.registry.access import registration_to_move
from portal.registry.models import Registration
from portal.registry.need import open_to
from portal.registry.services.holding import hold, release
from portal.support.access import access_report
from portal.support.models import PRESSING_KINDS, Report, ReportState
from portal.support.services import TRANSITIONS, ImpossibleMove, move_report


class ReportsView(RolesMixin, ListView):
    """Reports that wait, wrong records with a reference first; `?done=1` lists the finished ones."""

    roles = REPORTS
    template_name = "office/reports/list.html"
    context_object_name = "reports"
    paginate_by = 50

    def get_queryset(self):
        """Waiting or done."""
        if self.request.GET.get("done"):
            return Report.objects.done().order_by("-closed_at")
        return Report.objects.waiting().most_pressing_first()

    def get_context_data(self, **kwargs) -> dict:
        """Say which list it is."""
        is_done = bool(self.request.GET.get("done"))
        kept = "done=1&" if is_done else ""
        return {**super().get_context_data(**kwargs), "current": "reports", "is_done": is_done, "kept_query": kept}


class ReportView(RolesMixin, TemplateView):
    """One report, read and logged."""

    roles = REPORTS
    template_name = "office/reports/detail.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the report and where it may go."""
        report = access_report(self.kwargs["key"], user=self.request.user)
        named = _named(report, self.request.user)
        context = super().get_context_data(**kwargs)
        context |= {"current": "reports", "report": report, "is_known": named is not None}
        context["can_hold"] = named is not None and report.kind in PRESSING_KINDS
        context["is_held"] = named is not None and named.held_at is not None
        is_pressing = report.kind in PRESSING_KINDS
        context["may_hold_record"] = is_pressing and has_role(self.request.user, *RECORD_CHECKS)
        return {**context, "next_states": TRANSITIONS[report.state]}


@require_POST
@for_roles(REPORTS)
def change_state(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a report up, or finish it."""
    report = access_report(key, user=request.user)
    state, named = request.POST.get("state", ""), _named(report)
    if state == ReportState.DONE and named is not None and named.held_at is not None:
        messages.error(request, _("The registration is not going on yet. Let it go on first."))
        return redirect("office:reports-detail", key=report.pk)
    try:
        move_report(report=report, state=state, actor=actor_of(request))
        messages.success(request, _("Saved"))
    except ImpossibleMove:
        messages.error(request, _("Somebody else has moved this report on. Please look again."))
    return redirect("office:reports-detail", key=report.pk)


@require_POST
@for_roles(REPORTS)
def hold_named(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep the registration that a report names still, or let it go on. Nobody outside can see it."""
    report = access_report(key, user=request.user)
    named = _named(report, request.user)
    if named is None or report.kind not in PRESSING_KINDS:
        messages.error(request, _("This report names no registration that could be kept still."))
        return redirect("office:reports-detail", key=report.pk)
    registration = registration_to_move(named.pk, user=request.user)
    act = release if request.POST.get("deed") == "release" else hold
    act(registration=registration, actor=actor_of(request))
    messages.success(request, _("Saved"))
    return redirect("office:reports-detail", key=report.pk)


def _named(report: Report, user=None) -> Registration | None:
    """The registration whose reference the person gave. Only who may open the file is told whether there is one."""
    if not report.reference:
        return None
    named = Registration.objects.filter(reference=report.reference).only("pk", "held_at")
    return (named if user is None else open_to(user, named)).first()
