"""Users and recoveries in the words of the domain (floor 2)."""

from allauth.mfa.models import Authenticator
from django.db import models
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder, CodeRecovery, RoleGrant, User
from portal.accounts.services.recovery import VALID_FOR


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
    """Recoveries that wait for a second person and are not too old, the oldest first."""
    since = timezone.now() - VALID_FOR
    waiting = CodeRecovery.objects.filter(approved_at__isnull=True, refused_at__isnull=True, requested_at__gte=since)
    return waiting.select_related("requested_by", "holder").order_by("requested_at")
