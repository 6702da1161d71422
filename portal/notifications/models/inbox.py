"""The inbox, and what became of the messages about it. Knows nothing about anyone's case."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.core.constraints import both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.notifications.enums import NO_FAILURES, DeliveryState

from .channels import RETENTION, SafeChannel


class InboxEntry(UUIDModel):
    """One piece of news on her page. `kind` and `subject` are codes and keys; the words are made when it is shown."""

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="inbox")
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="news she asked for",
        retention=RETENTION,
        fields={"kind": "S1", "subject": "S1", "created_at": "S1", "read_at": "S1"},
    )

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["holder", "kind", "subject"], name="one_entry_per_piece_of_news")
        ]


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Deliveries in the words of the domain."""

    def undelivered(self) -> "DeliveryQuerySet":
        """What did not reach her and nobody of the staff has dealt with; not what we kept back for her sake."""
        return self.filter(state=DeliveryState.GIVEN_UP, handled_at__isnull=True).exclude(problem__in=NO_FAILURES)


class Delivery(UUIDModel):
    """One message about one inbox entry by one channel, with its attempts.

    `next_at` is when it is tried next; `message_id` what the carrier calls it, to know it when it comes back.
    """

    entry = models.ForeignKey(InboxEntry, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.ForeignKey(SafeChannel, on_delete=models.CASCADE, related_name="deliveries")
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=40, blank=True)
    message_id = models.CharField(max_length=200, blank=True, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)
    next_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    arrived_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    handled_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    personal_data = PersonalData(
        use="know when a message did not arrive, and who found another way",
        retention=RETENTION,
        fields={"sent_at": "S1", "arrived_at": "S1", "handled_at": "S1"},
        technical=("state", "attempts", "problem", "message_id", "created_at", "next_at"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "channel"], name="one_delivery_per_entry_and_channel"),
            models.CheckConstraint(
                name="delivery_handled_who_and_when",
                condition=both_or_neither("handled_by", "handled_at"),
            ),
        ]
