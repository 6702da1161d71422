"""What staff have found out about a person."""

from portal.accounts.models import User
from portal.registry.enums import Axis, Fate
from portal.registry.models import Finding, Registration
from portal.registry.services.findings import add_finding

from .staff import StaffFactory


def make_finding(registration: Registration, code: str, *, by: User | None = None, source: str = "list 7") -> Finding:
    """Return a finding that a caseworker noted; the axis follows from the code."""
    return add_finding(
        registration=registration,
        axis=Axis.FATE if code in Fate.values else Axis.WHEREABOUTS,
        code=code,
        basis="document",
        confidence="high",
        source=source,
        source_date="2025-11",
        user=by or StaffFactory(caseworker=True),
    )
