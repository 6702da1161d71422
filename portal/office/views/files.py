"""The files of the families: what waits, what was told, how she is reached, and the next step (floor 7; R-14, R-20)."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import ListView, TemplateView

from portal.accounts.models import User
from portal.accounts.services import recovery
from portal.accounts.services.calls import show_safe_word
from portal.core.counting import counts
from portal.matching.queues import is_insufficient_registration
from portal.notifications.models import ChannelKind, SafeChannel
from portal.office.caller_forms import FamilyWishForm, SpokenWordForm
from portal.office.permissions import FILES, RolesMixin, actor_of, ask_again, for_roles
from portal.office.views.holds import hold_of
from portal.registry.access import access_channel, access_channels, access_registration, registration_to_move
from portal.registry.casework import (
    QUEUES,
    RARE_QUEUES,
    STATE_WORDS,
    history,
    may_be_reached,
    needs_family_wish,
    of_colleague,
    reach_of,
)
from portal.registry.clock import danger_first
from portal.registry.enums import CLOSED_BY_US, TRANSITIONS, ContactPurpose, ReadPurpose, RegistrationState, Risk
from portal.registry.models import Author, Registration
from portal.registry.need import any_team_at_work, open_to
from portal.registry.services.casework import NotAgreed, NotReleased, OnlyAtFamilyWish, move_file
from portal.registry.services.registrations import ImpossibleTransition
from portal.registry.services.together import taken_together
from portal.registry.told import read_told

from .case_links import links_of
from .case_work import RISK_KINDS, work_of
from .contact import ways_of
from .emergencies import emergency_until
from .evidence import evidence_rows
from .findings import findings_of
from .reviews import agreed_by
from .sealed import sealed_of
from .trust import SEVERAL, trust_of

# What the button says that leads to a state.
_DEEDS: dict[str, str | Promise] = {
    RegistrationState.BEING_READ: gettext_lazy("I am reading it"),
    RegistrationState.ANSWERED: gettext_lazy("We spoke: the family is answered"),
    RegistrationState.REGISTERED: gettext_lazy("It is read: register it"),
    RegistrationState.PLEASE_CONTACT: gettext_lazy("Ask the family to speak with us"),
    RegistrationState.PAUSED: gettext_lazy("Pause it"),
    RegistrationState.CLOSED: gettext_lazy("Close it for good"),
}
_GO_ON = gettext_lazy("Go on with it")
_NO_TALK = gettext_lazy("No talk is needed now")
_READ = {RegistrationState.RECEIVED, RegistrationState.BEING_READ}


class FilesView(RolesMixin, ListView):
    """What waits, by age; references and dates only, no name."""

    roles = FILES
    template_name = "office/files/list.html"
    context_object_name = "files"
    paginate_by = 50

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        """Read which list is asked for."""
        super().setup(request, *args, **kwargs)
        self.asked = request.GET.get("show", "")

    def get_queryset(self):
        """The chosen list, danger first; without a choice the first in which something waits."""
        user = cast(User, self.request.user)
        lists = {name: open_to(user, rows()) for name, (_label, rows) in QUEUES.items()}
        lists |= {"mine": of_colleague(user)}
        self.counts = counts(User.objects.filter(pk=user.pk), lists)
        waiting = next((name for name, count in self.counts.items() if count), "new")
        self.chosen = self.asked if self.asked in lists else waiting
        return danger_first(lists[self.chosen])

    def get_context_data(self, **kwargs) -> dict:
        """Add the lists with their counts, and each state in words."""
        context = {**super().get_context_data(**kwargs), "current": "files", "chosen": self.chosen}
        labels = {"mine": _("My files")} | {name: label for name, (label, _rows) in QUEUES.items()}
        context["label"] = labels[self.chosen]
        context["tabs"] = [
            {"name": name, "label": label, "count": self.counts[name]}
            for name, label in labels.items()
            if self.counts[name] or name == self.chosen or name not in RARE_QUEUES
        ]
        context["narrows"] = any_team_at_work(self.request.user)
        context["may_choose"] = self.chosen in SEVERAL
        owners = User.objects.in_bulk({file.owner_id for file in context["files"] if file.owner_id})
        context["rows"] = [_row(file, owners) for file in context["files"]]
        return context


def _row(file: Registration, owners: dict) -> dict:
    """What a list shows of a file: no name but the colleague's who has it."""
    owner = owners.get(file.owner_id)  # type: ignore[attr-defined]
    risk = Risk(file.risk) if file.risk else None  # type: ignore[attr-defined]
    return {
        "file": file,
        "state": _state(file),
        "owner": owner.shown_name if owner else "",
        "risk": risk.label if risk in RISK_KINDS else "",
        "risk_kind": RISK_KINDS.get(risk, "") if risk else "",
    }


def _state(file: Registration) -> str | Promise:
    return STATE_WORDS[file.state] if file.is_trusted else file.get_trust_display()


class FileView(RolesMixin, TemplateView):
    """One registration, read and logged once."""

    roles = FILES
    template_name = "office/files/detail.html"

    def get_context_data(self, **kwargs) -> dict:
        """Open the registration for casework, and add how she is reached and what may come next."""
        user = self.request.user
        registration = access_registration(self.kwargs["key"], user=user, purpose=ReadPurpose.CASEWORK)
        reach = reach_of(registration)
        channels = access_channels(registration, user=user) if reach.is_open else []
        return {
            **super().get_context_data(**kwargs),
            "current": "files",
            "file": registration,
            "can_call": any(channel.kind == ChannelKind.PHONE for channel in channels),
            "state": STATE_WORDS[registration.state],
            "emergency_until": emergency_until(registration, user=user),
            "told": read_told(registration),
            "evidence": evidence_rows(registration, user=user),
            "together": open_to(user, taken_together(registration)),
            "may_reach": reach.is_open,
            "channels": channels,
            "ways": ways_of(channels),
            "has_safe_word": bool(registration.holder and registration.holder.safe_word),
            "word_form": SpokenWordForm(),
            "wish_form": FamilyWishForm(),
            "talk_chosen_at": reach.talk_chosen_at,
            "history": history(registration),
            "unread": registration.messages.unread_from(Author.FAMILY).count(),
            "is_insufficient": is_insufficient_registration(registration),
            **work_of(registration, user=user),
            **links_of(registration, user=user),
            **hold_of(registration, user=user),
            **findings_of(registration, user=user),
            **sealed_of(registration, user=user),
            **trust_of(registration, user=user),
            **agreed_by(registration, user=user),
            **_next_steps(registration, reach.has_agreed),
        }


def _next_steps(registration: Registration, has_agreed: bool) -> dict:
    """The buttons: ordinary steps, and those that only the family may want."""
    steps: dict[str, list] = {"steps": [], "wishes": []}
    for state in _DEEDS:
        if state not in TRANSITIONS[registration.state]:
            continue
        if state == RegistrationState.PLEASE_CONTACT and not has_agreed:
            continue
        at_wish = needs_family_wish(registration.state, state)
        if not at_wish and (not registration.is_trusted or registration.state in CLOSED_BY_US):
            continue
        steps["wishes" if at_wish else "steps"].append({"state": state, "deed": _deed(registration.state, state)})
    return steps


def _deed(present: str, state: str) -> str | Promise:
    if state != RegistrationState.REGISTERED or present in _READ:
        return _DEEDS[state]
    return _GO_ON if present == RegistrationState.PAUSED else _NO_TALK


@require_POST
@for_roles(FILES)
def move(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take the next step; a second click on the same button changes nothing."""
    registration = registration_to_move(key, user=request.user)
    try:
        move_file(
            registration=registration,
            state=request.POST.get("state", ""),
            is_family_wish=FamilyWishForm(request.POST).is_valid(),
            actor=actor_of(request),
        )
        messages.success(request, _("Saved"))
    except OnlyAtFamilyWish:
        messages.error(request, _("Only the family can wish this. Please say that they asked for it."))
    except NotReleased:
        messages.error(request, _("Please check first whether this is from a person, and release it."))
    except NotAgreed:
        messages.error(request, _("The family has not agreed to be contacted."))
    except ImpossibleTransition:
        messages.error(request, _("Somebody else has moved this file on. Please look again."))
    return redirect("office:files-detail", key=registration.pk)


@require_POST
@for_roles(FILES)
def word(request: HttpRequest, key: UUID) -> HttpResponse:
    """Compare what was said on the telephone with the safe word; only the answer is shown, wrong words are counted."""
    registration = registration_to_move(key, user=request.user, in_emergency=True)
    form = SpokenWordForm(request.POST)
    spoken = form.cleaned_data["spoken"] if form.is_valid() else ""
    try:
        if registration.holder is None:
            raise recovery.NoSafeWord
        recovery.confirm_safe_word(holder=registration.holder, spoken=spoken, actor=actor_of(request))
        messages.success(request, _("The word is right."))
    except recovery.TooManyWords:
        messages.error(request, _("Too many wrong words were said today. Please try again tomorrow."))
    except recovery.RecoveryRefused:
        messages.error(request, _("The word is not right. Say nothing about the file."))
    return redirect("office:files-detail", key=registration.pk)


@require_POST
@for_roles(FILES)
def call(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the safe word to the person who calls now, once, after a fresh proof; each showing is logged."""
    back = reverse("office:files-detail", kwargs={"key": key})
    if again := ask_again(request, back):
        return again
    registration = access_registration(key, user=request.user, purpose=ReadPurpose.CASEWORK)
    if registration.holder is None or not may_be_reached(registration):
        return redirect(back)
    phones = [one.pk for one in access_channels(registration, user=request.user) if one.kind == ChannelKind.PHONE]
    if not phones or not registration.holder.safe_word:
        return redirect(back)
    channels = [_phone(phone, registration, request.user) for phone in phones]
    word_to_say = show_safe_word(holder=registration.holder, actor=actor_of(request))
    context = {"current": "files", "file": registration, "channels": channels, "word": word_to_say}
    return render(request, "office/files/call.html", context)


def _phone(key: UUID, registration: Registration, user) -> SafeChannel:
    return access_channel(key, registration=registration, user=user, purpose=ContactPurpose.CALL)
