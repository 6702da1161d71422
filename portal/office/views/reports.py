"""What people told us: listed, read, worked on (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import ListView, TemplateView

from portal.office.permissions import REPORTS, RolesMixin, actor_of, for_roles
from portal.registry.models import Registration
from portal.support.access import access_report
from portal.support.models import Report
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
        is_known = bool(report.reference) and Registration.objects.filter(reference=report.reference).exists()
        context = super().get_context_data(**kwargs)
        context |= {"current": "reports", "report": report, "is_known": is_known}
        return {**context, "next_states": TRANSITIONS[report.state]}


@require_POST
@for_roles(REPORTS)
def change_state(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a report up, or finish it."""
    report = access_report(key, user=request.user)
    try:
        move_report(report=report, state=request.POST.get("state", ""), actor=actor_of(request))
        messages.success(request, _("Saved"))
    except ImpossibleMove:
        messages.error(request, _("Somebody else has moved this report on. Please look again."))
    return redirect("office:reports-detail", key=report.pk)
