"""Detainee records that the person, or the person's family, calls wrong: held by one, answered by another (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView

from portal.accounts.permissions import has_role
from portal.core.refusing import Refused
from portal.detainees.access import unsealed_to
from portal.matching.access import access_check
from portal.matching.models import RecordCheck
from portal.matching.services.checking import close_check, open_check
from portal.matching.telling_forms import CheckedForm, HoldRecordForm
from portal.office.permissions import RECORD_CHECKS, REPORTS, RolesMixin, actor_of
from portal.support.access import access_report
from portal.support.models import Report

from .one_form import one_form


class ChecksView(RolesMixin, ListView):
    """Records that are held, the oldest first; sources and numbers only."""

    roles = RECORD_CHECKS
    template_name = "office/checks/list.html"
    context_object_name = "checks"
    extra_context = {"current": "checks"}
    paginate_by = 50

    def get_queryset(self):
        """Those nobody has answered."""
        checks = RecordCheck.objects.open().filter(unsealed_to(self.request.user, "record__"))
        return checks.select_related("record__source").order_by("opened_at", "pk")


class HoldView(RolesMixin, View):
    """Hold a record at once. `?report=` is the report that calls it wrong."""

    roles = RECORD_CHECKS

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask which record."""
        return self._page(request, HoldRecordForm(user=request.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Hold it."""
        form = HoldRecordForm(request.POST, user=request.user)
        if not form.is_valid():
            return self._page(request, form, status=422)
        said = form.cleaned_data
        try:
            check = open_check(
                record_of=said["record"],
                reason=said["reason"],
                report=self._report(request),
                user=request.user,
                actor=actor_of(request),
            )
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, form, status=409)
        messages.success(request, _("The record is held. Another person says what comes of it."))
        return redirect("office:record-check", check.pk)

    def _report(self, request: HttpRequest) -> Report | None:
        """The report, for who may read reports; whoever may not holds the record without one."""
        try:
            key = UUID(request.GET.get("report", ""))
        except ValueError:
            return None
        return access_report(key, user=request.user) if has_role(request.user, *REPORTS) else None

    def _page(self, request: HttpRequest, form: HoldRecordForm, status: int = 200) -> HttpResponse:
        return one_form(
            request,
            form,
            current="checks",
            title=_("Stop using a record while it is checked"),
            lead=_(
                "Tell nobody outside whether there is such a record. The record itself stays as the source wrote it."
            ),
            button=_("Hold it now"),
            back=reverse("office:record-checks"),
            back_label=_("Records called wrong"),
            status=status,
        )


class CheckView(RolesMixin, View):
    """One check, and the answer of another person."""

    roles = RECORD_CHECKS

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show it."""
        return self._page(request, access_check(key, user=request.user), CheckedForm())

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Say what came of it."""
        check = access_check(key, user=request.user)
        form = CheckedForm(request.POST)
        if not form.is_valid():
            return self._page(request, check, form, status=422)
        try:
            close_check(check=check, user=request.user, actor=actor_of(request), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, check, form, status=409)
        messages.success(request, _("Your answer is saved."))
        return redirect("office:record-check", check.pk)

    def _page(self, request: HttpRequest, check: RecordCheck, form: CheckedForm, status: int = 200) -> HttpResponse:
        is_open = check.closed_at is None
        context = {
            "current": "checks",
            "check": check,
            "form": form,
            "is_own": is_open and check.opened_by_id == request.user.pk,
            "may_answer": is_open and check.opened_by_id != request.user.pk,
            "may_open_report": check.report_id is not None and has_role(request.user, *REPORTS),
        }
        return render(request, "office/checks/detail.html", context, status=status)
