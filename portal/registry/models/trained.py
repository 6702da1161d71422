"""That a family wishes a trained person to ask: a task for trained people, seen by nobody else."""

from django.conf import settings
from django.db import models

from portal.core.constraints import both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.registry.enums import CLOSED_STATES, TRUSTED

from .registrations import RETENTION, Registration


class TrainedWishQuerySet(models.QuerySet["TrainedWish"]):
    """Wishes in the words of the domain."""

    def open(self) -> "TrainedWishQuerySet":
        """Those that nobody has answered and the family did not take back."""
        return self.filter(ended_at__isnull=True, done_at__isnull=True)

    def waiting(self) -> "TrainedWishQuerySet":
        """The open ones of trusted registrations that are not closed; who waits longest comes first."""
        of_trusted = self.open().filter(registration__trust__in=TRUSTED)
        return of_trusted.exclude(registration__state__in=CLOSED_STATES).order_by("wished_at", "pk")


class TrainedWish(UUIDModel):
    """One yes of a family, until she takes it back or a trained person has spoken with her."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="trained_wishes")
    wished_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = TrainedWishQuerySet.as_manager()

    personal_data = PersonalData(
        use="let a trained person speak with a family that wishes it",
        retention=RETENTION,
        fields={"wished_at": "S2", "ended_at": "S2", "done_at": "S2"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration"],
                condition=models.Q(ended_at__isnull=True, done_at__isnull=True),
                name="one_waiting_trained_wish",
            ),
            models.CheckConstraint(
                name="trained_wish_done_who_and_when",
                condition=both_or_neither("done_at", "done_by"),
            ),
        ]
