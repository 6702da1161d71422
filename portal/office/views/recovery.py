"""A lost code, with two people of the staff (floor 7). See accounts.services.recovery."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder, CodeRecovery
from portal.accounts.permissions import has_role
from portal.accounts.querysets import frozen_holders, open_recoveries, stopped_recoveries
from portal.accounts.services import recovery as services
from portal.core.languages import latin_digits
from portal.core.references import spaced_return_code
from portal.notifications.kinds import NEW_CODE
from portal.notifications.services.inbox import add_entry
from portal.office.caller_forms import CallbackNumberForm, RecoveryForm
from portal.office.permissions import RECOVERY_APPROVERS, REPORTS, RolesMixin, actor_of, ask_again, for_roles
from portal.registry.access import access_registration
from portal.registry.models import Registration
from portal.registry.need import check_row, open_to

_WRONG = gettext_lazy(
    "The reference number and the word do not belong together, or the file belongs to another team. "
    "Nothing was changed."
)
_ANSWERS = {
    services.KnowsTheWord: gettext_lazy("You were shown this safe word before a call. Please ask a colleague."),
    services.TooManyWords: gettext_lazy("Too many wrong words were said today. Please try again tomorrow."),
    services.AlreadyAsked: gettext_lazy("A new code has already been asked for. It waits for a second person."),
}

_NOT_YET = {
    services.TooEarly: gettext_lazy("The owner of the page can still stop it. Please wait for the time that is shown."),
    services.WrongNumber: gettext_lazy(
        "This is not the number that the caller was given. After three wrong ones it ends."
    ),
}


class RecoveriesView(RolesMixin, TemplateView):
    """New codes that wait for a second person."""

    roles = REPORTS
    template_name = "office/recovery/list.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add each recovery with its references and whether this person may decide on it, and the closed pages."""
        rows = [
            {
                "recovery": recovery,
                "references": list(recovery.holder.registrations.values_list("reference", flat=True)),
                "is_own": recovery.requested_by_id == self.request.user.pk,
                "is_too_early": recovery.opens_at > timezone.now(),
                "form": CallbackNumberForm(auto_id=f"n-{recovery.pk}-%s"),
            }
            for recovery in open_to(self.request.user, open_recoveries())
        ]
        may_approve = has_role(self.request.user, Role.SUPERVISOR)
        frozen = open_to(self.request.user, frozen_holders()).prefetch_related("registrations")
        context = {"current": "reports", "rows": rows, "may_approve": may_approve, "frozen": frozen}
        stopped = open_to(self.request.user, stopped_recoveries())
        context["stopped"] = stopped.prefetch_related("holder__registrations")
        return {**super().get_context_data(**kwargs), **context}


class NewRecoveryView(RolesMixin, FormView):
    """Type the reference and the word the caller said; the word kept is never shown."""

    roles = REPORTS
    form_class = RecoveryForm
    template_name = "office/recovery/new.html"
    extra_context = {"current": "reports"}

    def form_valid(self, form) -> HttpResponse:
        """Compare and ask. One answer for an unknown reference, no safe word and a wrong word."""
        holder = holder_of(form.cleaned_data["reference"], user=self.request.user)
        try:
            if holder is None:
                raise services.WrongSafeWord
            actor = actor_of(self.request)
            services.request_recovery(holder=holder, spoken=form.cleaned_data["spoken"], actor=actor)
        except services.RecoveryRefused as refusal:
            form.add_error(None, _ANSWERS.get(type(refusal), _WRONG))
            return self.form_invalid(form)
        messages.success(self.request, _("The word is right. A second person now has to approve."))
        return redirect("office:recovery")


def holder_of(reference: str, *, user) -> AccessHolder | None:
    """Return whose registration a caller names, logged; None where there is none."""
    found = Registration.objects.filter(reference=reference, holder__isnull=False).only("pk").first()
    try:
        return access_registration(found.pk, user=user, purpose="recovery").holder if found else None
    except Http404:  # a file of another team is answered like none, and was logged
        return None


@require_POST
@for_roles(RECOVERY_APPROVERS)
def approve(request: HttpRequest, key: UUID) -> HttpResponse:
    """Approve as the second person; the new code is shown once, to be read out on the telephone."""
    again = ask_again(request, reverse("office:recovery"))
    if again:
        return again
    recovery = check_row(CodeRecovery.objects.all(), key, user=request.user)
    try:
        number = latin_digits(request.POST.get("number", "")).replace(" ", "")
        code = services.approve_recovery(recovery=recovery, number=number, actor=actor_of(request))
    except services.NotOpen:
        return _no_longer_open(request)
    except services.RecoveryRefused as refusal:
        messages.error(request, _NOT_YET[type(refusal)])
        return redirect("office:recovery")
    except PermissionDenied:
        messages.error(request, _("You asked for this code yourself. A second person has to approve."))
        return redirect("office:recovery")
    add_entry(holder=recovery.holder, kind=NEW_CODE, subject=str(recovery.pk), actor=actor_of(request))
    context = {"code": spaced_return_code(code), "current": "reports"}
    return render(request, "office/recovery/code.html", context)


@require_POST
@for_roles(REPORTS)
def refuse(request: HttpRequest, key: UUID) -> HttpResponse:
    """Refuse; the old code lives on."""
    recovery = check_row(CodeRecovery.objects.all(), key, user=request.user)
    try:
        services.refuse_recovery(recovery=recovery, actor=actor_of(request))
    except services.NotOpen:
        return _no_longer_open(request)
    messages.success(request, _("No new code is given. The old code still works."))
    return redirect("office:recovery")


def _no_longer_open(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("This was decided already, or it is too old. Please ask again."))
    return redirect("office:recovery")
