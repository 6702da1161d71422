"""Noting what was found out, by two people where it says death, and that a family was told (floor 5; R-20, R-21)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.permissions import check_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.enums import CODES_OF, SAY_DEATH, Axis, Basis, Confidence, RegistrationState
from portal.registry.models import Finding, Registration
from portal.registry.need import CONTACT_READERS


class AnsweredAlready(Exception):
    """Somebody else was faster, or there is nothing to answer."""


class NoTalk(Exception):
    """The family was not asked to speak with us: nothing like this is told in another way."""


@transaction.atomic
def add_finding(
    *,
    registration: Registration,
    axis: str,
    code: str,
    basis: str,
    confidence: str,
    source: str,
    source_date: str,
    user,
) -> Finding:
    """Note a finding. One that says death counts only once a second person has confirmed it.

    Sent twice it is one. Raises PermissionDenied, and ValueError for an unknown code.
    """
    check_role(user, *CONTACT_READERS)
    said = {
        "code": str(CODES_OF[Axis(axis)](code)),
        "basis": str(Basis(basis)),
        "confidence": str(Confidence(confidence)),
        "source": source,
        "source_date": source_date,
    }
    Registration.objects.select_for_update().get(pk=registration.pk)
    newest = registration.findings.filter(axis=axis, found_by=user).order_by("-found_at").first()
    if newest is not None and all(getattr(newest, name) == value for name, value in said.items()):
        return newest
    finding = Finding.objects.create(
        key_id=registration.key_id,
        registration=registration,
        axis=axis,
        needs_second=code in SAY_DEATH,
        found_by=user,
        found_at=timezone.now(),
        **said,
    )
    _record(events.FINDING_NOTED, finding, user)
    return finding


@transaction.atomic
def answer_finding(*, finding: Finding, is_confirmed: bool, user) -> None:
    """Confirm a finding that says death, or not: a supervisor, and never who noted it.

    Raises PermissionDenied and AnsweredAlready.
    """
    check_role(user, Role.SUPERVISOR)
    current = _locked(finding, user)
    if not current.needs_second or current.second_at is not None:
        raise AnsweredAlready
    current.second_by, current.second_at, current.is_confirmed = user, timezone.now(), is_confirmed
    current.save(update_fields=["second_by", "second_at", "is_confirmed"])
    _record(events.FINDING_CONFIRMED if is_confirmed else events.FINDING_REFUSED, current, user)


@transaction.atomic
def note_told(*, finding: Finding, user) -> None:
    """Note that the family was told in a talk: by another person than who noted the finding.

    From then on it is in what the family downloads. Raises PermissionDenied, NoTalk and AnsweredAlready.
    """
    check_role(user, *CONTACT_READERS)
    current = _locked(finding, user)
    if current.told_at is not None or (current.needs_second and not current.is_confirmed):
        raise AnsweredAlready
    if current.registration.state not in (RegistrationState.PLEASE_CONTACT, RegistrationState.ANSWERED):
        raise NoTalk
    current.told_by, current.told_at = user, timezone.now()
    current.save(update_fields=["told_by", "told_at"])
    _record(events.FINDING_TOLD, current, user)


def _locked(finding: Finding, user) -> Finding:
    current = Finding.objects.select_for_update().get(pk=finding.pk)
    if current.found_by_id == user.pk:
        raise PermissionDenied
    return current


def _record(code: str, finding: Finding, user) -> None:
    record(code, actor=Actor.staff(user.pk), subject=finding.registration, data={"axis": finding.axis})
