"""Exports of registrations: asked for by one person, answered by another, taken once (floor 7; R-06, R-22)."""

from collections.abc import Callable
from typing import cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView

from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.accounts.second_factor import is_fresh
from portal.core.refusing import Refused
from portal.office.extract_forms import ApprovalForm, ExtractForm, RefusalForm
from portal.office.permissions import EXPORTS, EXTRACT_ANSWERS, EXTRACTS, RolesMixin, actor_of, ask_again, for_roles
from portal.referrals.enums import OWN_WORK, ExtractState, FileKind, LeftOut, Part
from portal.referrals.models import Extract
from portal.referrals.permissions import is_limited_to_own, may_approve
from portal.referrals.selecting import selection_of
from portal.referrals.services import extracts as services
from portal.referrals.tables import headings_of
from portal.registry.casework import STATE_WORDS
from portal.registry.consent_texts import warnings_about

_OPEN = (ExtractState.WAITING, ExtractState.WAITING_FOR_THIRD)
_TYPES = {
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_KINDS = {ExtractState.APPROVED: "done", ExtractState.REFUSED: "stop"} | dict.fromkeys(_OPEN, "wait")


def _seen_by(user) -> QuerySet[Extract]:
    """Who approves sees all requests; everybody else the own ones."""
    rows = Extract.objects.select_related("requested_by", "approved_by", "second_by", "refused_by", "recipient")
    return rows if may_approve(user) else rows.filter(requested_by=user.pk)


def _one(request: HttpRequest, key: UUID) -> Extract:
    """Raises Http404, the same for what there is not and what is not theirs."""
    found = _seen_by(request.user).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


class ExtractsView(RolesMixin, ListView):
    """The requests that this person may see, the newest first."""

    roles = EXTRACTS
    template_name = "office/extracts/list.html"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[Extract]:
        """Without what was written: it stands on the page of each."""
        return _seen_by(self.request.user).defer("words", "refusal").order_by("-requested_at", "pk")

    def get_context_data(self, **kwargs) -> dict:
        """Add where each request stands."""
        context = super().get_context_data(**kwargs)
        rows = [{"extract": one, **_standing(one), "whom": _whom(one)} for one in context["object_list"]]
        return {**context, "current": "extracts", "rows": rows, "sees_pairs": has_role(self.request.user, *EXPORTS)}


class NewExtractView(RolesMixin, FormView):
    """Ask for an export, with a fresh proof; where that is too old when it is sent, nothing typed is lost."""

    roles = EXTRACTS
    form_class = ExtractForm
    template_name = "office/extracts/new.html"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Ask who it is before anything is typed."""
        return ask_again(request, request.path) or super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict:
        """Add whose rights hold."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_context_data(self, **kwargs) -> dict:
        """Add whether only her own files go into it."""
        limited = is_limited_to_own(self.request.user)
        return {**super().get_context_data(**kwargs), "current": "extracts", "is_limited": limited}

    def form_valid(self, form) -> HttpResponse:
        """Ask, or say why not."""
        if not is_fresh(self.request):
            form.add_error(None, _("It is more than five minutes since you proved who you are."))
            return self.render_to_response(self.get_context_data(form=form, proof_url=_proof_url()))
        try:
            extract = services.ask_extract(user=self.request.user, actor=actor_of(self.request), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.form_invalid(form)
        messages.success(self.request, _("Your request is saved. Another person answers it."))
        return redirect("office:extracts-detail", key=extract.pk)


class ExtractView(RolesMixin, DetailView):
    """One request: what it would hold now, its hidden sample for whoever answers, and what can be done with it."""

    roles = EXTRACTS
    template_name = "office/extracts/detail.html"
    context_object_name = "extract"

    def get_object(self, queryset=None) -> Extract:
        """Raises Http404."""
        return _one(self.request, self.kwargs["key"])

    def get_context_data(self, **kwargs) -> dict:
        """Add where it stands; a request that is over has no sample and no count of today."""
        user, extract = cast(User, self.request.user), self.object
        standing = _standing(extract)
        context = {**super().get_context_data(**kwargs), **standing, "current": "extracts", "facts": _facts(extract)}
        state = standing["state"]
        answers = (
            state in _OPEN and may_approve(user) and user.pk not in (extract.requested_by_id, extract.approved_by_id)
        )
        if state in _OPEN or state == ExtractState.APPROVED:
            selection = selection_of(extract)
            context |= {"count": selection.count, "left_out": _reasons(selection.left_out)}
        else:
            context |= {"count": extract.count, "left_out": _reasons(extract.left_out)}
        if answers:
            sample = services.sample_for(extract, user=user, actor=actor_of(self.request))
            context["sample"] = list(zip(headings_of(extract), zip(*sample, strict=True), strict=False))
            context.setdefault("approval", ApprovalForm(has_warnings=bool(_warnings(extract))))
            context.setdefault("refusal", RefusalForm())
        is_mine = extract.requested_by_id == user.pk
        context |= {"may_answer": answers, "may_take": is_mine and state == ExtractState.APPROVED}
        context["warnings"] = _warnings(extract)
        context["columns"] = [Part(part).label for part in extract.parts]
        return context


class ApproveExtractView(ExtractView):
    """Approve as another person, with a fresh proof."""

    roles = EXTRACT_ANSWERS
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Approve, or show the page again where a danger was not weighed."""
        key = self.kwargs["key"]
        if again := ask_again(request, reverse("office:extracts-detail", kwargs={"key": key})):
            return again
        self.object = self.get_object()
        form = ApprovalForm(request.POST, has_warnings=bool(_warnings(self.object)))
        if form.is_valid():
            return _answer(request, key, services.approve_extract, has_weighed=True)
        return self.render_to_response(self.get_context_data(approval=form))


class RefuseExtractView(ExtractView):
    """Refuse as another person, with a reason; nothing leaves, so no proof is asked for."""

    roles = EXTRACT_ANSWERS
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Refuse, or show the page again with what was written."""
        form = RefusalForm(request.POST)
        if form.is_valid():
            return _answer(request, self.kwargs["key"], services.refuse_extract, reason=form.cleaned_data["reason"])
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(refusal=form))


@require_POST
@for_roles(EXTRACTS)
def take(request: HttpRequest, key: UUID) -> HttpResponse:
    """Hand over the one copy, with a fresh proof; whoever comes second is told that it is gone."""
    extract = _one(request, key)
    if again := ask_again(request, reverse("office:extracts-detail", kwargs={"key": key})):
        return again
    try:
        taken, content = services.take_extract(extract=extract, user=request.user, actor=actor_of(request))
    except Refused as refused:
        messages.warning(request, str(refused))
        return redirect("office:extracts-detail", key=key)
    answer = HttpResponse(content, content_type=_TYPES[FileKind(taken.file_kind)])
    answer["Content-Disposition"] = f'attachment; filename="{taken.number}.{taken.file_kind}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _answer(request: HttpRequest, key: UUID, act: Callable[..., object], **said) -> HttpResponse:
    try:
        act(extract=_one(request, key), user=request.user, actor=actor_of(request), **said)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Your answer is saved."))
    return redirect("office:extracts-detail", key=key)


def _proof_url() -> str:
    """Where she proves in another window who she is, while this one keeps what was typed."""
    return f"/staff/2fa/reauthenticate/?{urlencode({'next': reverse('office:extracts')})}"


def _standing(extract: Extract) -> dict:
    state = extract.stands()
    return {"state": state, "kind": _KINDS.get(state, "")}


def _whom(extract: Extract) -> str:
    return extract.recipient.name if extract.recipient else str(OWN_WORK[extract.purpose])


def _warnings(extract: Extract) -> list[str]:
    return warnings_about(extract.recipient) if extract.recipient else []


def _reasons(left_out: dict[str, int]) -> list[dict]:
    return [{"label": LeftOut(reason).label, "count": count} for reason, count in left_out.items()]


def _facts(extract: Extract) -> list[dict]:
    """What was chosen; what was left open has no line."""
    owner = extract.owner
    found = [
        (_("To whom"), _whom(extract), "text"),
        (_("What is it needed for?"), extract.words, "text"),
        (_("State"), STATE_WORDS[extract.state] if extract.state else "", "words"),
        (_("Region of the last news"), extract.region.path if extract.region else "", "text"),
        (_("Registered from"), extract.since.isoformat() if extract.since else "", "date"),
        (_("Registered until"), extract.until.isoformat() if extract.until else "", "date"),
        (_("Who has it"), owner.shown_name if owner else "", "text"),
        (_("Which kind of file?"), extract.get_file_kind_display(), "words"),
    ]
    return [{"label": label, "value": value, "style": style} for label, value, style in found if value]
