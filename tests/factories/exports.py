"""Requests to hand out possible matches, made by the real services."""

from __future__ import annotations

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.matching.enums import ExportPurpose
from portal.matching.models import ExportRequest
from portal.matching.services.exports import approve_export, request_export
from tests.factories.staff import StaffFactory


def asked(user: User | None = None, *, purpose: str = ExportPurpose.MEASURE) -> ExportRequest:
    """A request that waits for a second person; by a data steward of its own unless somebody is given."""
    user = user or StaffFactory(role=Role.DATA_STEWARD)
    return request_export(purpose=purpose, user=user, actor=Actor.staff(user.pk))


def approved(user: User | None = None, *, purpose: str = ExportPurpose.MEASURE) -> ExportRequest:
    """A request that may be used now."""
    request, second = asked(user, purpose=purpose), StaffFactory(role=Role.SUPERVISOR)
    approve_export(request=request, user=second, actor=Actor.staff(second.pk))
    request.refresh_from_db()
    return request
