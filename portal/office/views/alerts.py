"""Who read unusually much, and what a second person says to it (floor 7; R-23). No record is named here."""

from typing import cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import ListView

from portal.accounts.enums import AlertAnswer
from portal.accounts.models import Alert, User
from portal.accounts.permissions import has_role
from portal.accounts.services.alerts import AnsweredAlready, answer_alert, may_answer, seen_by
from portal.office.permissions import ALERTS, PLANTED, RolesMixin, ask_again, for_roles


class AnswerForm(forms.Form):
    """What came of it."""

    answer = forms.ChoiceField(
        label=gettext_lazy("What came of it?"),
        choices=[("", gettext_lazy("Please choose")), *AlertAnswer.choices],
        widget=forms.Select(attrs={"class": "input"}),
    )


class AlertsView(RolesMixin, ListView):
    """What waits first, then what was answered; never what is about oneself."""

    roles = ALERTS
    template_name = "office/alerts/list.html"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[Alert]:
        """Those that this person's roles are told of."""
        seen = seen_by(cast(User, self.request.user)).select_related("about", "answered_by")
        return seen.waiting().order_by("-at") if self._shows_waiting() else seen.answered()

    def _shows_waiting(self) -> bool:
        return self.request.GET.get("show") != "answered"

    def get_context_data(self, **kwargs) -> dict:
        """Add the form where this person may answer."""
        context = {**super().get_context_data(**kwargs), "current": "alerts", "shows_waiting": self._shows_waiting()}
        user = cast(User, self.request.user)
        context["shows_planted"] = has_role(user, *PLANTED)
        context["rows"] = [
            {
                "alert": alert,
                "form": AnswerForm(auto_id=f"{alert.pk.hex}_%s") if may_answer(user, alert) else None,
            }
            for alert in context["object_list"]
        ]
        return context


@require_POST
@for_roles(ALERTS)
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say what came of it, after a fresh proof; of a stop, this lifts it."""
    if again := ask_again(request, "/office/alerts/"):
        return again
    user = cast(User, request.user)
    alert = get_object_or_404(Alert, pk=key)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please say what came of it."))
        return redirect("office:alerts")
    try:
        answer_alert(alert=alert, answer=form.cleaned_data["answer"], by=user)
        messages.success(request, _("Saved. It holds from the next page on."))
    except AnsweredAlready:
        messages.error(request, _("Somebody else has answered this already."))
    except PermissionDenied:
        messages.error(request, _("Another person has to look into it."))
    return redirect("office:alerts")
