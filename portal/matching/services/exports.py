"""Leave to hand out possible matches, by two people, for one use within 24 hours (floor 6; R-06, R-22).

Roles are asked again when the leave is used: who has lost the role since can no longer hand anything out.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.refusing import Refused
from portal.matching import events
from portal.matching.enums import ExportPurpose, ExportState
from portal.matching.models import ExportRequest
from portal.matching.permissions import EXPORT_APPROVERS, EXPORT_ASKERS, check_approve_export, check_ask_export
from portal.notifications.enums import StaffNotice
from portal.notifications.services.staff import tell_staff

VALID_FOR = timedelta(hours=24)
PURPOSE = "export"
# For the operator at the command line, in English like every line there.
_WHY_NOT = {
    ExportState.WAITING: "the request still waits for a second person",
    ExportState.REFUSED: "the request was refused",
    ExportState.USED: "the request has been used already; each serves once",
    ExportState.LAPSED: "the request is too old",
}


class ExportNotApproved(Exception):
    """There is no leave to hand pairs out; the text says why."""


@transaction.atomic
def request_export(*, purpose: str, user, actor: Actor) -> ExportRequest:
    """Ask for leave to hand out pairs. Raises PermissionDenied, Refused or ValueError."""
    check_ask_export(user)
    if purpose not in ExportPurpose.values:
        raise ValueError("unknown purpose")
    User.objects.select_for_update().get(pk=user.pk)
    own = ExportRequest.objects.filter(requested_by=user, approved_at__isnull=True, refused_at__isnull=True)
    for request in own:
        if request.state() == ExportState.WAITING:
            raise Refused(_("You have already asked for an export. Another person answers it next."))
    # A request that nobody answered in time makes room for the new one.
    own.update(refused_at=timezone.now())
    request = ExportRequest.objects.create(purpose=purpose, requested_by=user)
    _record(events.EXPORT_ASKED, request, actor)
    tell_staff(kind=StaffNotice.APPROVAL, roles=EXPORT_APPROVERS, but_not=[user.pk])
    return request


@transaction.atomic
def approve_export(*, request: ExportRequest, user, actor: Actor) -> None:
    """Let a request be used once within 24 hours: another person than the one who asked."""
    current = _locked(request, user)
    current.approved_by, current.approved_at = user, timezone.now()
    current.expires_at = current.approved_at + VALID_FOR
    current.save(update_fields=["approved_by", "approved_at", "expires_at"])
    _record(events.EXPORT_APPROVED, current, actor)


@transaction.atomic
def refuse_export(*, request: ExportRequest, user, actor: Actor) -> None:
    """Turn a request down: another person than the one who asked."""
    current = _locked(request, user)
    current.refused_at = timezone.now()
    current.save(update_fields=["refused_at"])
    _record(events.EXPORT_TURNED_DOWN, current, actor)


@transaction.atomic
def take_export(*, key: UUID | None, actor: Actor) -> ExportRequest:
    """Use up an approved request. Raises ExportNotApproved with the reason, and then nothing has changed."""
    if key is None:
        raise ExportNotApproved("there is none")
    current = ExportRequest.objects.select_for_update().filter(pk=key).first()
    if current is None:
        raise ExportNotApproved("there is no such request")
    if current.state() != ExportState.APPROVED:
        raise ExportNotApproved(_WHY_NOT[current.state()])
    if not _still_entitled(current):
        raise ExportNotApproved("who asked for it or approved it no longer has the role for that")
    current.used_at = timezone.now()
    current.save(update_fields=["used_at"])
    _record(events.EXPORT_TAKEN, current, actor)
    return current


def _still_entitled(request: ExportRequest) -> bool:
    return has_role(request.requested_by, *EXPORT_ASKERS) and has_role(request.approved_by, *EXPORT_APPROVERS)


def _locked(request: ExportRequest, user) -> ExportRequest:
    check_approve_export(user)
    current = ExportRequest.objects.select_for_update().get(pk=request.pk)
    if current.requested_by_id == user.pk:
        raise Refused(_("You asked for this export yourself. Another person must answer it."))
    if current.state() == ExportState.LAPSED and current.approved_at is None:
        raise Refused(_("This request is too old. Please ask again."))
    if current.state() != ExportState.WAITING:
        raise Refused(_("This request has already been answered."))
    return current


def _record(code: str, request: ExportRequest, actor: Actor) -> None:
    record(code, actor=actor, subject=request, purpose=PURPOSE, data={"purpose": request.purpose})
