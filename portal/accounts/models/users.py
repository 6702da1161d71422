"""The people of the office and of organizations. Families are none of them: see access_holders (ADR 0020)."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import Role
from portal.accounts.terms import ENDS_SOON
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData


class User(UUIDModel, AbstractUser):
    """Somebody with a name and a password. What staff may do stands in role grants, never here."""

    language = models.CharField(_("Language"), max_length=5, default="ar")
    # An administrator knows the first password, so it opens nothing but the page on which it is replaced.
    must_change_password = models.BooleanField(default=False)
    # Too much was read: nothing more is, until another person lifts it. From then on it is counted anew.
    reading_frozen_at = models.DateTimeField(null=True, blank=True)
    readings_counted_from = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="sign in; show staff who did what",
        retention="while the account lives, then the key only, for the audit log",
        fields={
            "username": "S1",
            "first_name": "S1",
            "last_name": "S1",
            "email": "S2",
            "password": "S3",
            "language": "S1",
            "last_login": "S1",
            "date_joined": "S1",
            "reading_frozen_at": "S1",
        },
        technical=("is_superuser", "is_staff", "is_active", "must_change_password", "readings_counted_from"),
        in_clear={"password": "a slow digest"},
    )

    @property
    def shown_name(self) -> str:
        """How colleagues call this person."""
        return self.get_full_name() or self.username


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    """Grants in the words of the domain."""

    def standing(self) -> "RoleGrantQuerySet":
        """Grants that have not been taken back, whether or not their time is over."""
        return self.filter(revoked_at__isnull=True)

    def live(self) -> "RoleGrantQuerySet":
        """Grants in force now."""
        return self.standing().filter(models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=timezone.now()))

    def ending(self) -> "RoleGrantQuerySet":
        """Grants in force that end within two weeks."""
        return self.live().filter(expires_at__lte=timezone.now() + ENDS_SOON)

    def over(self) -> "RoleGrantQuerySet":
        """Grants that nobody took back and whose time is over."""
        return self.standing().filter(expires_at__lte=timezone.now())

    def of(self, user: User) -> "RoleGrantQuerySet":
        """The grants of one user."""
        return self.filter(user=user)


class RoleGrant(UUIDModel):
    """One role given to one user by another, until a time. Taken back, never deleted.

    Without an end: what was given before roles ended, and what the server's own commands give.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=30, choices=Role.choices)
    granted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    personal_data = PersonalData(
        use="who may do what since when",
        retention="as long as the audit log",
        fields={"role": "S1", "granted_at": "S1", "expires_at": "S1", "revoked_at": "S1"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_live_grant_per_user_and_role",
            ),
            models.CheckConstraint(
                name="role_grant_ends_after_it_begins",
                condition=models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=models.F("granted_at")),
            ),
        ]
