"""A file of another team in an emergency: opened at once for an hour, and looked at by somebody else (R-24)."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import FormView, TemplateView

from portal.accounts.enums import Role
from portal.audit.models import Event
from portal.audit.services import record
from portal.office.opening_forms import EmergencyForm
from portal.office.permissions import FILES, RolesMixin, actor_of, for_roles
from portal.registry import events
from portal.registry.enums import ReadPurpose
from portal.registry.models import FileOpening, Registration
from portal.registry.need import any_team_at_work, may_open
from portal.registry.services.openings import note_looked_at, open_in_emergency

LOOKERS = frozenset({Role.SUPERVISOR})
_MOST = 50


class EmergencyView(RolesMixin, FormView):
    """Say which file and what the emergency is; it opens at once."""

    roles = FILES
    form_class = EmergencyForm
    template_name = "office/emergencies/new.html"
    extra_context = {"current": "files"}

    def form_valid(self, form) -> HttpResponse:
        """Open it for an hour, unless it is open anyway."""
        file = Registration.objects.filter(reference=form.cleaned_data["reference"]).first()
        if file is None:
            form.add_error("reference", _("There is no file with this reference."))
            return self.form_invalid(form)
        if may_open(self.request.user, file):
            messages.info(self.request, _("This file is open to you without an emergency."))
        else:
            open_in_emergency(registration=file, words=form.cleaned_data["words"], user=self.request.user)
        return redirect("office:files-detail", key=file.pk)

    def form_invalid(self, form) -> HttpResponse:
        """Say what is missing; nothing that was typed is lost."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


class EmergenciesView(RolesMixin, TemplateView):
    """Emergencies that wait for somebody else's look, and the latest that were looked at. No reason stands here."""

    roles = LOOKERS
    template_name = "office/emergencies/list.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add both."""
        who = ("user", "looked_by", "registration")
        waiting = FileOpening.objects.waiting().select_related(*who).defer("words")
        looked = FileOpening.objects.emergencies().filter(looked_at__isnull=False).select_related(*who).defer("words")
        lists = {"waiting": emergency_rows(waiting[:_MOST]), "looked": emergency_rows(looked[:_MOST])}
        return {**super().get_context_data(**kwargs), "current": "day", **lists}


@require_safe
@for_roles(LOOKERS)
def emergency(request: HttpRequest, key: UUID) -> HttpResponse:
    """One emergency with its reason; that somebody read it is logged."""
    found = _emergency(key)
    record(events.EMERGENCY_READ, actor=actor_of(request), subject=found)
    (row,) = emergency_rows([found])
    context = {"current": "day", **row, "is_own": found.user_id == request.user.pk}
    return render(request, "office/emergencies/detail.html", context)


@require_POST
@for_roles(LOOKERS)
def looked(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note that another person has looked at it; one's own is refused and logged."""
    found = _emergency(key)
    try:
        if note_looked_at(opening=found, user=request.user):
            messages.success(request, _("Saved"))
        else:
            messages.error(request, _("Somebody else has dealt with this already."))
    except PermissionDenied:
        record(events.EMERGENCY_REFUSED, actor=actor_of(request), subject=found)
        messages.error(request, _("You opened this file yourself. Another person has to look at it."))
    return redirect("office:emergencies")


def emergency_until(registration: Registration, *, user) -> datetime | None:
    """Until when a file of another team, which was read just now, is open to this person; None where it is hers."""
    if not any_team_at_work(user) or may_open(user, registration):
        return None
    live = FileOpening.objects.live().emergencies().filter(registration=registration, user=user)
    return live.order_by("-ends_at").values_list("ends_at", flat=True).first()


def emergency_rows(openings) -> list[dict]:
    """Each emergency with how often the file was read under it."""
    return [{"opening": one, "readings": _readings(one)} for one in openings]


def _readings(opening: FileOpening) -> int:
    under = {"at__gte": opening.opened_at, "at__lt": opening.ends_at, "purpose": ReadPurpose.EMERGENCY}
    return Event.objects.filter(
        code=events.VIEWED, actor_id=opening.user_id, subject_id=opening.registration_id, **under
    ).count()


def _emergency(key: UUID) -> FileOpening:
    found = FileOpening.objects.emergencies().select_related("user", "looked_by", "registration")
    return get_object_or_404(found, pk=key)
