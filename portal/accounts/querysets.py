"""Users and recoveries in the words of the domain (floor 2)."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.db import models
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder, CodeRecovery, RoleGrant, User


def frozen_holders() -> models.QuerySet[AccessHolder]:
    """Those whose page was closed under threat and not opened again, the latest first."""
    return AccessHolder.objects.filter(frozen_at__isnull=False).order_by("-frozen_at")


def without_second_factor() -> models.QuerySet[User]:
    """Active people with a role who have not set up the authenticator app."""
    with_app = Authenticator.objects.filter(type=Authenticator.Type.TOTP).values("user_id")
    with_role = RoleGrant.objects.live().values("user_id")
    return User.objects.filter(is_active=True, pk__in=with_role).exclude(pk__in=with_app)


def live_roles(user: User) -> list[str]:
    """The labels of a person's live roles, in the order of the enumeration."""
    held = set(RoleGrant.objects.live().of(user).values_list("role", flat=True))
    return [str(Role(value).label) for value in Role.values if value in held]


def open_recoveries() -> models.QuerySet[CodeRecovery]:
    """Recoveries that wait for their time or for a second person and are not too old, the oldest first."""
    now = timezone.now()
    waiting = CodeRecovery.objects.filter(approved_at__isnull=True, refused_at__isnull=True, ends_at__gte=now)
    return waiting.select_related("requested_by", "holder").order_by("requested_at")


def stopped_recoveries() -> models.QuerySet[CodeRecovery]:
    """Those that the owner of the page stopped in the last 30 days: somebody else may have asked."""
    since = timezone.now() - timedelta(days=30)
    return CodeRecovery.objects.filter(stopped_at__gte=since).select_related("holder").order_by("-stopped_at")
