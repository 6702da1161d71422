"""Talks with families: what may be told, that it was told, and what the family answers (floor 7; R-20).

Who holds a talk sees what may be told and in which words, and nothing of the detainee record.
"""

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views import View
from django.views.generic import TemplateView

from portal.accounts.permissions import has_role
from portal.core.languages import LANGUAGES, language
from portal.core.refusing import Refused
from portal.detainees.access import unsealed_to
from portal.matching.access import access_talk
from portal.matching.enums import PairState, Share
from portal.matching.models import CandidatePair, Correction, Disclosure, FamilyAnswer, Talk
from portal.matching.permissions import TELLERS, can_hold_talks, can_read
from portal.matching.policies import check_still_decided
from portal.matching.services.disclosure import note_refused
from portal.matching.services.talks import note_answer, note_told
from portal.matching.telling import told_on_lost_ground
from portal.matching.telling_forms import FamilyAnswerForm, ToldForm
from portal.office.permissions import FILES, TALKS, RolesMixin, actor_of
from portal.office.views.pairs_telling import labels, refusal
from portal.registry.need import may_open

_MOST = 100


class TalksView(RolesMixin, TemplateView):
    """What is to be planned, told, heard and put right. References and dates only, no names of families."""

    roles = TALKS
    template_name = "office/talks/list.html"

    def get_context_data(self, **kwargs) -> dict:
        """One's own talks, and for who reads pairs everybody's and what is to be planned."""
        user = self.request.user
        reads = can_read(user)
        answered = Exists(FamilyAnswer.objects.filter(disclosure=OuterRef("disclosure")))
        called_wrong = Exists(Correction.objects.standing().filter(disclosure=OuterRef("disclosure")))
        talks = Talk.objects.select_related("teller", "disclosure__pair__registration").order_by("planned_on", "pk")
        mine = Q(teller=cast(UUID, user.pk))
        # Who holds a talk hears of no record; who reads pairs sees no talk about somebody sealed to her.
        talks = talks.filter(mine | unsealed_to(user, "disclosure__pair__detainee__")) if reads else talks.filter(mine)
        context = {**super().get_context_data(**kwargs), "current": "talks", "reads": reads}
        context["waiting"] = talks.waiting().filter(Q(correction__isnull=False) | Q(disclosure__in=_in_force()))[:_MOST]
        context["unanswered"] = talks.told().filter(~answered, ~called_wrong)[:_MOST]
        if reads:
            seen = unsealed_to(user, "disclosure__pair__detainee__")
            context["to_plan"] = to_plan().filter(unsealed_to(user, "pair__detainee__"))[:_MOST]
            context["corrections"] = open_corrections().filter(seen)[:_MOST]
            lost = talks.told().filter(correction__isnull=True, disclosure__in=told_on_lost_ground())
            context["lost_ground"] = lost[:_MOST]
        return context


def _in_force() -> QuerySet[Disclosure]:
    """Decisions to tell of the round in which their pair stands, where the pair is still open to reading."""
    pairs = CandidatePair.objects.open_to_reading().filter(state=PairState.DISCLOSED)
    return Disclosure.objects.to_tell().filter(pair__in=pairs, round=F("pair__round"))


def to_plan() -> QuerySet[Disclosure]:
    """Decisions by which a family may be told, and for which nobody has planned a talk."""
    planned = Talk.objects.live().filter(disclosure=OuterRef("pk"), correction__isnull=True)
    rows = _in_force().filter(~Exists(planned))
    return rows.select_related("pair__registration").order_by("effective_at", "pk")


def open_corrections() -> QuerySet[Correction]:
    """What somebody says we told wrongly, until it is answered, and then until the family has heard it."""
    heard = Talk.objects.told().filter(correction=OuterRef("pk"))
    rows = Correction.objects.standing().filter(~Exists(heard))
    return rows.select_related("disclosure__pair__registration").order_by("requested_at", "pk")


def apology(talk: Talk, code: str) -> dict:
    """The words for telling of our error, in one language, with that language for the page."""
    with override(code):
        return {
            "language": LANGUAGES[code],
            "words": _(
                "We told you something that is wrong. The error is ours, not yours. We are sorry. You may be angry "
                "with us. You may ask us everything, and what you registered stays as it was. We go on looking."
            ),
        }


class TalkView(RolesMixin, View):
    """One talk: what may be told; and, once it was held, how it went."""

    roles = TALKS

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show it."""
        return talk_page(request, access_talk(key, user=request.user))

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Note that the family was told."""
        talk = access_talk(key, user=request.user)
        return _noted(request, talk, "told", ToldForm(request.POST), note_told)


class AnswerView(RolesMixin, View):
    """What the family says to it, noted by who told it."""

    roles = TALKS

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """The form stands on the talk's page."""
        return redirect("office:talk", access_talk(key, user=request.user).pk)

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Note the answer."""
        talk = access_talk(key, user=request.user)
        return _noted(request, talk, "answer", FamilyAnswerForm(request.POST), note_answer)


def _noted(request: HttpRequest, talk: Talk, act: str, form: Form, note: Callable[..., Any]) -> HttpResponse:
    """Note what came of a talk; where that cannot be, the talk's page says why and keeps what was typed."""
    shown: dict[str, Any] = {f"{act}_form": form}
    if not form.is_valid():
        return talk_page(request, talk, **shown, status=422)
    try:
        _check_teller(talk, request.user)
        note(talk=talk, user=request.user, actor=actor_of(request), **form.cleaned_data)
    except Refused as refused:
        note_refused(pair=talk.disclosure.pair, act=act, actor=actor_of(request))
        form.add_error(None, str(refused))
        return talk_page(request, talk, **shown, status=409)
    messages.success(request, _("Saved"))
    return redirect("office:talk", talk.pk)


def _check_teller(talk: Talk, user) -> None:
    """Who reads pairs but speaks with no family is told so, instead of a closed door."""
    if not has_role(user, *TELLERS):
        raise Refused(_("Another person was to hold this talk. Plan it anew if you hold it."))


def talk_page(
    request: HttpRequest,
    talk: Talk,
    *,
    told_form: Form | None = None,
    answer_form: Form | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render one talk with the form that is due."""
    registration = talk.disclosure.pair.registration
    family = language(registration.language).code
    spoken = [family, *([talk.language] if talk.language and talk.language != family else [])]
    is_mine = talk.teller_id == request.user.pk and can_hold_talks(request.user)
    may_answer = is_mine and talk.told_at is not None and talk.correction_id is None
    is_still_to_tell = talk.told_at is None and talk.correction_id is None
    obstacle = refusal(check_still_decided, talk.disclosure) if is_still_to_tell else ""
    context = {
        "current": "talks",
        "talk": talk,
        "file": registration,
        "spoken_in": LANGUAGES[talk.language].native if talk.language else "",
        "obstacle": obstacle,
        "shares": labels(Share, talk.disclosure.shares),
        "apologies": [apology(talk, code) for code in spoken] if talk.correction_id else [],
        "answers": talk.disclosure.answers.select_related("noted_by").order_by("noted_at", "pk"),
        "told_form": (told_form or ToldForm()) if is_mine and talk.told_at is None and not obstacle else None,
        "answer_form": (answer_form or FamilyAnswerForm()) if may_answer else None,
        "errors_of": told_form or answer_form,
        "may_open_file": has_role(request.user, *FILES) and may_open(request.user, registration),
        "may_call_wrong": can_read(request.user) and talk.told_at is not None and talk.correction_id is None,
    }
    return render(request, "office/talks/detail.html", context, status=status)
