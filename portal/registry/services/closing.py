"""How much danger there is, and closing a file with a reason; nothing is deleted, and it can be reopened (floor 5)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.notifications.services.inbox import add_entry
from portal.registry import events
from portal.registry.casework import may_be_contacted
from portal.registry.enums import CLOSED_BY_US, ClosureReason, RegistrationState
from portal.registry.models import CaseClosure, CaseRisk, Registration
from portal.registry.need import CONTACT_READERS
from portal.registry.news import FILE_CLOSED

from .casework import NotReleased
from .registrations import ImpossibleTransition, change_state


@transaction.atomic
def grade_risk(*, registration: Registration, grade: str, basis: str, user) -> CaseRisk:
    """Note how much danger there is and on what that rests; the same again is no new row. Raises PermissionDenied."""
    _check(user)
    Registration.objects.select_for_update().get(pk=registration.pk)
    present = registration.risks.first()
    if present and (present.grade, present.basis, present.graded_by_id) == (grade, basis, user.pk):
        return present
    risk = CaseRisk.objects.create(
        key_id=registration.key_id,
        registration=registration,
        grade=grade,
        basis=basis,
        graded_by=user,
        graded_at=timezone.now(),
    )
    record(events.RISK_GRADED, actor=Actor.staff(user.pk), subject=registration)
    return risk


@transaction.atomic
def close_file(*, registration: Registration, reason: str, basis: str, elsewhere: str, user) -> CaseClosure:
    """Close a file. `basis` is for colleagues, `elsewhere` is what the family reads; twice changes nothing.

    Raises PermissionDenied, NotReleased, and ImpossibleTransition where it is paused or closed already.
    """
    _check(user)
    locked = Registration.objects.select_for_update().get(pk=registration.pk)
    state = ClosureReason(reason).value
    if locked.state == state and (present := registration.closures.filter(reopened_at__isnull=True).first()):
        return present
    if not locked.is_trusted:
        raise NotReleased
    change_state(registration=registration, state=state, actor=Actor.staff(user.pk))
    closure = CaseClosure.objects.create(
        key_id=registration.key_id,
        registration=registration,
        reason=reason,
        basis=basis,
        elsewhere=elsewhere,
        closed_by=user,
        closed_at=timezone.now(),
    )
    if registration.holder is not None and may_be_contacted(registration):
        add_entry(holder=registration.holder, kind=FILE_CLOSED, subject=str(closure.pk), actor=Actor.staff(user.pk))
    record(events.FILE_CLOSED, actor=Actor.staff(user.pk), subject=registration, data={"reason": state})
    return closure


@transaction.atomic
def reopen_file(*, registration: Registration, user) -> None:
    """Go on with a file that staff closed. Raises PermissionDenied, ImpossibleTransition."""
    _check(user)
    locked = Registration.objects.select_for_update().get(pk=registration.pk)
    if locked.state not in CLOSED_BY_US:
        raise ImpossibleTransition(f"{locked.state} is not closed by staff")
    change_state(registration=registration, state=RegistrationState.REGISTERED, actor=Actor.staff(user.pk))
    live = registration.closures.filter(reopened_at__isnull=True)
    live.update(reopened_at=timezone.now(), reopened_by=user)
    record(events.FILE_REOPENED, actor=Actor.staff(user.pk), subject=registration)


def closure_of(registration: Registration) -> CaseClosure | None:
    """Return the closing in force."""
    if registration.state not in CLOSED_BY_US:
        return None
    return registration.closures.filter(reopened_at__isnull=True).select_related("closed_by").first()


def _check(user) -> None:
    if not has_role(user, *CONTACT_READERS):
        raise PermissionDenied
