"""Who is trained for what is hardest, or for records of children: given by a supervisor, and over at a date."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from portal.accounts.enums import TrainedFor
from portal.core.constraints import both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData

from .users import User


class TrainedGrantQuerySet(models.QuerySet["TrainedGrant"]):
    """Grants in the words of the domain."""

    def for_kind(self, kind: str) -> "TrainedGrantQuerySet":
        """Grants of one kind."""
        return self.filter(kind=kind)

    def standing(self) -> "TrainedGrantQuerySet":
        """Grants that were not taken back, whether or not their time is over."""
        return self.filter(revoked_at__isnull=True)

    def live(self) -> "TrainedGrantQuerySet":
        """Grants in force now."""
        return self.standing().filter(expires_at__gt=timezone.now())

    def ending(self) -> "TrainedGrantQuerySet":
        """Grants in force that end within a month."""
        return self.live().filter(expires_at__lt=timezone.now() + timedelta(days=30))


class TrainedGrant(UUIDModel):
    """That one person may read what `kind` names until a date, because another one vouches for the training."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="trained_grants")
    kind = models.CharField(max_length=20, choices=TrainedFor.choices, default=TrainedFor.SEALED_NOTES)
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = TrainedGrantQuerySet.as_manager()

    personal_data = PersonalData(
        use="who may read what only trained people read, who vouched for it, and until when",
        retention="as long as the audit log",
        fields={"kind": "S1", "granted_at": "S1", "expires_at": "S1", "revoked_at": "S1"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_standing_trained_grant_per_user",
            ),
            models.CheckConstraint(
                name="trained_grant_from_somebody_else", condition=~models.Q(granted_by=models.F("user"))
            ),
            models.CheckConstraint(
                name="trained_grant_ends_after_it_begins", condition=models.Q(expires_at__gt=models.F("granted_at"))
            ),
            models.CheckConstraint(
                name="trained_grant_taken_back_who_and_when",
                condition=both_or_neither("revoked_at", "revoked_by"),
            ),
        ]
