"""Asking the person found, deciding by two or three people, and planning the talk (floor 7; R-20, R-21, R-106)."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST

from portal.accounts.permissions import has_role
from portal.core.refusing import Refused
from portal.detainees.enums import SharingTerms
from portal.detainees.sharing import sharing
from portal.matching.access import access_pair
from portal.matching.enums import Danger, PairState, Share
from portal.matching.models import CandidatePair, Disclosure
from portal.matching.permissions import DECIDERS, READERS, can_decide
from portal.matching.policies import check_may_tell, open_disclosure
from portal.matching.protection import TWO_APPROVERS, WARNS, protections
from portal.matching.services.disclosure import (
    approve_disclosure,
    note_asked,
    note_refused,
    refuse_disclosure,
    request_disclosure,
)
from portal.matching.services.talks import plan_talk
from portal.matching.sides import read_sides
from portal.matching.telling import Stage, telling_of
from portal.matching.telling_forms import AskedForm, DisclosureForm, PlanForm, WeighedForm
from portal.office.permissions import LIST_READERS, RolesMixin, actor_of, for_roles

from .pairs import work_context


class TellingView(RolesMixin, View):
    """Where telling stands, and the request for a decision."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show what stands and what is asked."""
        return self._page(request, access_pair(key, user=request.user), DisclosureForm())

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Ask for a decision."""
        pair = access_pair(key, user=request.user)
        form = DisclosureForm(request.POST)
        if not form.is_valid():
            return self._page(request, pair, form, status=422)
        try:
            request_disclosure(pair=pair, user=request.user, actor=actor_of(request), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, pair, form, status=409)
        messages.success(request, _("Your request is saved. Another person answers it."))
        return redirect("office:pair-telling", pair.pk)

    def _page(self, request: HttpRequest, pair: CandidatePair, form: DisclosureForm, status: int = 200) -> HttpResponse:
        telling, kinds = telling_of(pair), protections(pair)
        waiting = open_disclosure(pair)
        context = {
            **work_context(request, pair),
            "form": form,
            "sides": read_sides(pair),
            "telling": telling,
            "dangers": labels(Danger, telling.safety and telling.safety.dangers),
            "shares": labels(Share, telling.disclosure and telling.disclosure.shares),
            "protections": [kind.label for kind in sorted(kinds)],
            "needs_two": bool(kinds & TWO_APPROVERS),
            "has_warnings": bool(kinds & WARNS),
            "weigh_form": WeighedForm(),
            "waiting_decision": waiting,
            "may_answer": waiting is not None and can_decide(request.user) and not _has_spoken(waiting, request.user),
            "is_own": waiting is not None and _has_spoken(waiting, request.user),
            "may_request": waiting is None and pair.state == PairState.VERIFIED,
            "may_ask": pair.state == PairState.VERIFIED or telling.stage in _NOT_YET_TOLD,
            "may_plan": telling.stage in (Stage.DECIDED, Stage.PLANNED),
            "obstacle": refusal(check_may_tell, pair),
            "asks_source": _waits_for_source(pair) and has_role(request.user, *LIST_READERS),
        }
        return render(request, "office/pairs/telling.html", context, status=status)


_NOT_YET_TOLD = frozenset({Stage.DECIDED, Stage.PLANNED, Stage.SILENT, Stage.UNREACHED})


def labels(vocabulary, codes) -> list:
    """The words of stored codes, in the order of the vocabulary."""
    return [one.label for one in vocabulary if one in (codes or [])]


def _has_spoken(disclosure: Disclosure, user) -> bool:
    return user.pk in (disclosure.requested_by_id, disclosure.approved_by_id)


def refusal(check: Callable[[Any], None], of: Any) -> str:
    """Why a policy refuses, or an empty text."""
    try:
        check(of)
    except Refused as refused:
        return str(refused)
    return ""


def _waits_for_source(pair: CandidatePair) -> bool:
    given = sharing(pair.detainee)
    return given.terms == SharingTerms.ASK_SOURCE and given.answer is None


@require_POST
@for_roles(frozenset(DECIDERS))
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Approve or refuse, by another person than the one who asked."""
    pair = access_pair(key, user=request.user)
    disclosure = open_disclosure(pair)
    if disclosure is None:
        messages.warning(request, _("This decision has already been answered."))
        return redirect("office:pair-telling", pair.pk)
    who: dict[str, Any] = {"disclosure": disclosure, "user": request.user, "actor": actor_of(request)}
    try:
        if request.POST.get("answer") == "approve":
            approve_disclosure(**who, has_weighed="weighed" in request.POST)
        else:
            refuse_disclosure(**who)
    except Refused as refused:
        note_refused(pair=pair, act="answer", actor=actor_of(request))
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Your answer is saved."))
    return redirect("office:pair-telling", pair.pk)


class StepView(RolesMixin, View, ABC):
    """One step of telling on a page of its own: a form, its heading, and what is done with it."""

    roles = frozenset(READERS)
    form_class: type[Form]

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show the form."""
        return self._page(request, access_pair(key, user=request.user), self.form_class())

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Save it, or say why not; nothing that was typed is lost."""
        pair = access_pair(key, user=request.user)
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self._page(request, pair, form, status=422)
        try:
            self.save(pair, form.cleaned_data, user=request.user, actor=actor_of(request))
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, pair, form, status=409)
        messages.success(request, _("Saved"))
        return redirect("office:pair-telling", pair.pk)

    @abstractmethod
    def save(self, pair: CandidatePair, said: dict, **who) -> None:
        """Do what the form asks. Raises Refused."""

    @abstractmethod
    def words(self) -> dict:
        """Heading and first sentence."""

    def _page(self, request: HttpRequest, pair: CandidatePair, form: Form, status: int = 200) -> HttpResponse:
        context = {**work_context(request, pair), **self.words(), "form": form}
        return render(request, "office/pairs/telling_step.html", context, status=status)


class AskedView(StepView):
    """Whether the person found could be asked safely, and the answer."""

    form_class = AskedForm

    def save(self, pair: CandidatePair, said: dict, **who) -> None:
        """Note it; a newer answer takes the place of an older one."""
        note_asked(pair=pair, **said, **who)

    def words(self) -> dict:
        """What to mind before anybody is asked."""
        return {
            "heading": _("Can the person found be asked safely?"),
            "lead": _(
                "Nobody is told about anybody who does not want it. Ask alone, in a language the person speaks, and "
                "say that no is a good answer. Where asking is dangerous, do not ask: then we cannot answer, and the "
                "family’s page stays as it is."
            ),
        }


class PlanView(StepView):
    """Who tells the family, how, in which language, with whom beside it, and when."""

    form_class = PlanForm

    def save(self, pair: CandidatePair, said: dict, **who) -> None:
        """Plan the talk; takes the place of an earlier plan."""
        disclosure = telling_of(pair).disclosure
        if disclosure is None:
            raise Refused(_("The family may be told only after a decision."))
        plan_talk(disclosure=disclosure, **said, **who)

    def words(self) -> dict:
        """What a talk needs."""
        return {
            "heading": _("Plan the talk"),
            "lead": _("The family’s page asks only when and how to speak. Whoever tells sees what may be told."),
        }
