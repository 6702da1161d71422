"""The log as an auditor sees it: codes, times and staff; no name of a family, no content (floor 7)."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import ListView

from portal.accounts.models import User
from portal.audit.actors import ActorKind
from portal.audit.checking import ANCHOR_TAKEN, ask_check
from portal.audit.events import UnknownEvent, label
from portal.audit.models import ChainCheck, Event, Seal
from portal.audit.sealing import GENESIS
from portal.audit.services import record
from portal.office.audit_words import record_words
from portal.office.forms import AuditFilterForm, ChainForm
from portal.office.permissions import AUDIT, RolesMixin, actor_of, for_roles
from portal.registry.models import FileOpening

from .emergencies import emergency_rows

# The latest files that were opened in an emergency.
_EMERGENCIES = 10


class AuditView(RolesMixin, ListView):
    """Latest events first; filtered by code, person of the staff, days and record."""

    roles = AUDIT
    template_name = "office/audit/list.html"
    context_object_name = "events"
    paginate_by = 25

    def get_queryset(self):
        """Events as filtered; an unreadable filter filters nothing."""
        self.form = AuditFilterForm(self.request.GET or None)
        return Event.objects.filter(self.form.narrowed()).order_by("-pk")

    def get_context_data(self, **kwargs) -> dict:
        """Add words for codes, names of staff and what the last walk over the chain found."""
        context = super().get_context_data(**kwargs)
        names = _staff_names(context["events"])
        entries = [
            {
                "event": event,
                "label": _label(event.code),
                "kind": ActorKind(event.actor_kind).label,
                "who": names.get(event.actor_id, ""),
                "record": record_words(event.subject_kind),
                "whose": names.get(event.subject_id, ""),
            }
            for event in context["events"]
        ]
        kept = self.request.GET.copy()
        kept.pop("page", None)
        context |= {"current": "audit", "entries": entries, "form": self.form, "chain_form": ChainForm()}
        context["chain"] = ChainCheck.objects.first()
        if not kept and context["page_obj"].number == 1:
            opened = FileOpening.objects.emergencies().select_related("user", "looked_by", "registration")
            context["emergencies"] = emergency_rows(opened.defer("words")[:_EMERGENCIES])
        return {**context, "filter_query": f"{kept.urlencode()}&" if kept else ""}


@require_POST
@for_roles(AUDIT)
def check_chain(request: HttpRequest) -> HttpResponse:
    """Walk the chain: the answer stands on the page, at once or when the worker has come to the end."""
    form = ChainForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["anchor"][0]))
        return redirect("office:audit")
    anchor = form.cleaned_data["anchor"].strip().lower()
    check = ask_check(actor=actor_of(request), user_id=cast(UUID, request.user.pk), anchor=anchor)
    if check.finished_at is None:
        messages.info(request, _("The log is long: it is being checked. Open this page again in a while."))
    return redirect("office:audit")


@require_POST
@for_roles(AUDIT)
def anchor(request: HttpRequest) -> HttpResponse:
    """The last seal as a small text, to be kept outside: with it a shortened log is found from here on (R-28)."""
    last = Seal.objects.order_by("-sequence").first()
    place, head = (last.sequence, last.hash) if last else (0, GENESIS)
    record(ANCHOR_TAKEN, actor=actor_of(request), data={"sequence": place})
    text = f"{head}\n{place}\n{timezone.now():%Y-%m-%dT%H:%M:%SZ}\n"
    name = f"log-{timezone.now():%Y-%m-%d}.txt"
    return HttpResponse(
        text,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _staff_names(events) -> dict:
    keys = {event.actor_id for event in events if event.actor_kind == ActorKind.STAFF}
    keys |= {event.subject_id for event in events if event.subject_kind == User._meta.label_lower}
    return {user.pk: user.shown_name for user in User.objects.filter(pk__in=keys)}


def _label(code: str) -> str:
    try:
        return label(code)
    except UnknownEvent:
        return code
