"""A lost code without the safe word: first what the caller says, then what we keep, then a person judges (floor 7)."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from portal.accounts.services import recovery as services
from portal.office.caller_forms import CallerFactsForm, JudgementForm
from portal.office.permissions import REPORTS, RolesMixin, actor_of
from portal.registry.access import access_registration
from portal.registry.models import Registration
from portal.registry.proofs import Question, kept_facts
from portal.registry.services.recovery import NotEnough, request_assisted

_ANSWERS = {
    NotEnough: gettext_lazy("Too little is right. Nothing was changed. Do not tell the caller what was wrong."),
    services.OnlyByWord: gettext_lazy("This page was closed under threat. Only the safe word opens it again."),
    services.TooManyWords: gettext_lazy("Too much that was wrong was said today. Please try again tomorrow."),
    services.AlreadyAsked: gettext_lazy("A new code has already been asked for. It waits for a second person."),
}


class AssistedRecoveryView(RolesMixin, FormView):
    """Write down what the caller says; judge it beside what we keep; read out a number for the second call."""

    roles = REPORTS
    form_class = CallerFactsForm
    template_name = "office/recovery/asking.html"
    extra_context = {"current": "reports"}

    def form_valid(self, form) -> HttpResponse:
        """Show both sides, or take the judgement."""
        registration = _read(form.cleaned_data["reference"], self.request.user)
        if registration is None:
            form.add_error(
                "reference",
                _("No page under this number is open to you. Check it with the caller, or ask a supervisor."),
            )
            return self.form_invalid(form)
        kept = kept_facts(registration)
        is_judged = "judged" in self.request.POST
        judgement = JudgementForm(
            self.request.POST if is_judged else None, codes=[code for code in form.said if code in kept]
        )
        if judgement.is_bound and judgement.is_valid():
            return _judged(self.request, registration, judgement.right)
        return render(self.request, "office/recovery/judging.html", _side_by_side(form, judgement, kept))


def _read(reference: str, user) -> Registration | None:
    """The registration a caller names, read and logged; none where there is no page, or it is of another team."""
    found = Registration.objects.filter(reference=reference, holder__isnull=False).only("pk").first()
    try:
        return access_registration(found.pk, user=user, purpose="recovery") if found else None
    except Http404:
        return None


def _side_by_side(form: CallerFactsForm, judgement: JudgementForm, kept: Mapping[str, tuple]) -> dict:
    rows = [
        {
            "code": code,
            "question": Question(code).label,
            "said": said,
            "kept": kept.get(code, ()),
            "field": judgement[f"right_{code}"] if code in kept else None,
        }
        for code, said in form.said.items()
    ]
    return {"form": form, "rows": rows, "current": "reports"}


def _judged(request: HttpRequest, registration: Registration, right: set[str]) -> HttpResponse:
    assert registration.holder is not None  # noqa: S101 - found by it
    try:
        recovery, number = request_assisted(holder=registration.holder, right=right, actor=actor_of(request))
    except services.RecoveryRefused as refusal:
        messages.error(request, _ANSWERS[type(refusal)])
        return redirect("office:recovery")
    context = {"number": number, "recovery": recovery, "current": "reports"}
    return render(request, "office/recovery/number.html", context)
