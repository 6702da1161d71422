"""What is given to recipients: asked for, handed out by another person, and recalled (floor 7; R-06, R-21, R-101)."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import ListView

from portal.accounts.permissions import has_role
from portal.core.refusing import Refused
from portal.office.permissions import FILES, RolesMixin, actor_of, ask_again, for_roles
from portal.organizations.models import Recipient
from portal.referrals import services
from portal.referrals.models import ErasedGiving, Transmission
from portal.registry.access import registration_to_move
from portal.registry.consent import agreements_of
from portal.registry.consent_texts import warnings_about
from portal.registry.enums import DataClass
from portal.registry.need import files_open_to


class GivenView(RolesMixin, ListView):
    """What waits for a second person, what must be recalled, and all that was given."""

    roles = FILES
    template_name = "office/given/list.html"
    paginate_by = 50
    extra_context = {"current": "given"}

    def get_queryset(self):
        """What must be recalled first, then what waits, then the newest."""
        rows = Transmission.objects.given() | Transmission.objects.waiting()
        due = F("recall_due_at").asc(nulls_last=True)
        order = (F("recalled_at").asc(nulls_first=True), due, F("given_at").desc(nulls_first=True), "pk")
        mine = rows.filter(files_open_to(self.request.user, "registration__"))
        return mine.select_related("recipient", "registration").order_by(*order)

    def get_context_data(self, **kwargs) -> dict:
        """Add what each row is about, and whether it waits for this person."""
        context = super().get_context_data(**kwargs)
        approves = has_role(self.request.user, *services.APPROVERS)
        rows = [
            {
                "given": one,
                "classes": [DataClass(code).label for code in one.data_classes],
                "warnings": warnings_about(one.recipient),
                "may_answer": approves and one.requested_by_id != self.request.user.pk,
            }
            for one in context["object_list"]
        ]
        erased = ErasedGiving.objects.select_related("recipient").order_by("erased_at")
        return {**context, "rows": rows, "erased": erased}


@require_POST
@for_roles(FILES)
def ask(request: HttpRequest, key: UUID, recipient: UUID) -> HttpResponse:
    """Ask a second person to give a recipient everything that the family agreed to give to it."""
    registration = registration_to_move(key, user=request.user)
    found = get_object_or_404(Recipient, pk=recipient)
    agreed = next((one.agreed for one in agreements_of(registration) if one.recipient == found), [])
    try:
        services.ask_to_send(
            registration=registration,
            recipient=found,
            data_classes=agreed,
            user=request.user,
            actor=actor_of(request),
        )
        messages.success(request, _("Your request is saved. Another person answers it."))
    except Refused as refused:
        messages.warning(request, str(refused))
    return redirect("office:giving", key=key)


@require_POST
@for_roles(frozenset(services.APPROVERS))
def give(request: HttpRequest, key: UUID) -> HttpResponse:
    """Hand the file out as the second person, with a fresh proof; it is made once and not kept."""
    if again := ask_again(request, reverse("office:given")):
        return again
    waiting = _transmission(request, key)
    try:
        given, content = services.hand_out(transmission=waiting, user=request.user, actor=actor_of(request))
    except Refused as refused:
        messages.warning(request, str(refused))
        return redirect("office:given")
    answer = HttpResponse(content, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{given.registration.reference}.json"'
    return answer


@require_POST
@for_roles(frozenset(services.APPROVERS))
def refuse(request: HttpRequest, key: UUID) -> HttpResponse:
    """Refuse as the second person."""
    return _answer(request, key, services.refuse_to_send)


@require_POST
@for_roles(FILES)
def recalled(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note that the recipient was told to delete what it was given."""
    return _answer(request, key, services.note_recall)


@require_POST
@for_roles(FILES)
def told_of_erasure(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note that the recipient was told to delete what the family has erased here."""
    found = ErasedGiving.objects.filter(pk=key).select_related("recipient").first()
    if found is not None:
        services.note_told_of_erasure(erased=found, user=request.user, actor=actor_of(request))
    messages.success(request, _("Saved"))
    return redirect("office:given")


def _transmission(request: HttpRequest, key: UUID) -> Transmission:
    """One of a file that is open to this person; another attempt is logged."""
    found = get_object_or_404(Transmission, pk=key)
    registration_to_move(found.registration_id, user=request.user)
    return found


def _answer(request: HttpRequest, key: UUID, act: Callable[..., None]) -> HttpResponse:
    found = _transmission(request, key)
    try:
        act(transmission=found, user=request.user, actor=actor_of(request))
        messages.success(request, _("Saved"))
    except Refused as refused:
        messages.warning(request, str(refused))
    return redirect("office:given")
