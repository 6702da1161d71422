"""The log as an auditor sees it: codes, times and staff; no name of a family, no content (floor 7)."""

from urllib.parse import urlencode

from django.core.cache import cache
from django.utils import timezone
from django.views.generic import ListView

from portal.accounts.models import User
from portal.audit.actors import ActorKind
from portal.audit.events import UnknownEvent, label
from portal.audit.models import Event
from portal.audit.sealing import verify
from portal.office.forms import AuditFilterForm
from portal.office.permissions import AUDIT, RolesMixin
from portal.registry.models import FileOpening

from .emergencies import emergency_rows

# The latest files that were opened in an emergency.
_EMERGENCIES = 10
_CHAIN_KEY, _CHAIN_SECONDS = "audit-chain-state", 300


class AuditView(RolesMixin, ListView):
    """Latest events first; filtered by code and by person of the staff."""

    roles = AUDIT
    template_name = "office/audit/list.html"
    context_object_name = "events"
    paginate_by = 100

    def get_queryset(self):
        """Events as filtered; an unreadable filter filters nothing."""
        self.form = AuditFilterForm(self.request.GET or None)
        rows = Event.objects.order_by("-pk")
        if self.form.is_valid():
            code, actor = self.form.cleaned_data["code"], self.form.cleaned_data["actor"]
            rows = rows.filter(code=code) if code else rows
            rows = rows.filter(actor_id=actor.pk) if actor else rows
        return rows

    def get_context_data(self, **kwargs) -> dict:
        """Add words for codes, names of staff and the state of the chain."""
        context = super().get_context_data(**kwargs)
        names = _staff_names(context["events"])
        entries = [
            {
                "event": event,
                "label": _label(event.code),
                "kind": ActorKind(event.actor_kind).label,
                "who": names.get(event.actor_id, ""),
            }
            for event in context["events"]
        ]
        kept = {name: self.request.GET[name] for name in ("code", "actor") if self.request.GET.get(name)}
        context |= {"current": "audit", "entries": entries, "form": self.form, "chain": chain_state()}
        if not kept and context["page_obj"].number == 1:
            opened = FileOpening.objects.emergencies().select_related("user", "looked_by", "registration")
            context["emergencies"] = emergency_rows(opened.defer("words")[:_EMERGENCIES])
        return {**context, "filter_query": f"{urlencode(kept)}&" if kept else ""}


def chain_state() -> dict:
    """Return what the last walk over the chain found; walked at most every five minutes."""
    state = cache.get(_CHAIN_KEY)
    if state is None:
        found = verify()
        state = {
            "sealed": found.sealed,
            "unsealed": found.unsealed,
            "head": found.head,
            "faults": found.faults[:20],
            "at": timezone.now(),
        }
        cache.set(_CHAIN_KEY, state, _CHAIN_SECONDS)
    return state


def _staff_names(events) -> dict:
    keys = {event.actor_id for event in events if event.actor_kind == ActorKind.STAFF}
    return {user.pk: user.get_full_name() or user.username for user in User.objects.filter(pk__in=keys)}


def _label(code: str) -> str:
    try:
        return label(code)
    except UnknownEvent:
        return code
