"""The only way to a report: it checks, logs the read and answers one uniform "not found" (floor 3)."""

from uuid import UUID

from django.http import Http404

from portal.accounts.enums import Role
from portal.accounts.permissions import has_role
from portal.accounts.reading import record_reading

from . import events
from .models import Report

READERS = (Role.CASEWORKER, Role.SUPERVISOR)


def access_report(key: UUID, *, user) -> Report:
    """Return a report for a member of staff, logged. Raises Http404 where there is none or no right to it."""
    report = Report.objects.filter(pk=key).first()
    if report is None or not has_role(user, *READERS):
        raise Http404
    record_reading(events.REPORT_VIEWED, user=user, subjects=[report])
    return report
