"""For which organizations somebody acts now; asked afresh at every request (floor 3)."""

from django.db.models import QuerySet

from portal.accounts.enums import HELPER_ROLES
from portal.accounts.permissions import has_role

from .models import MembershipRole, Organization


def organizations_helped_for(user) -> QuerySet[Organization]:
    """Return the organizations, all of them verified, for which this user fills in registrations with families."""
    if not has_role(user, *HELPER_ROLES):
        return Organization.objects.none()
    live = {"memberships__user": user, "memberships__ended_at__isnull": True}
    return Organization.objects.verified().filter(**live, memberships__role=MembershipRole.CASEWORKER).order_by("slug")
