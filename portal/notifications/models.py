"""Safe channels, the inbox and what was delivered. Knows nothing about anyone's case (floor 3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import AccessHolder
from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData

_RETENTION = "while the holder's registration lives"


class ChannelKind(models.TextChoices):
    """How somebody can be reached."""

    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("A person calls me")


class SafeChannel(ConfidentialModel):
    """An address or number its owner called safe. Nothing is ever sent to any other."""

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(max_length=10, choices=ChannelKind.choices)
    value = EncryptedTextField()
    note = EncryptedTextField()
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="reach her in the way she called safe",
        retention=_RETENTION,
        fields={"kind": "S2", "value": "S3", "note": "S3", "created_at": "S1", "ended_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "kind"], condition=models.Q(ended_at__isnull=True), name="one_live_channel_per_kind"
            )
        ]


class InboxEntry(UUIDModel):
    """One piece of news on her page. `kind` and `subject` are codes and keys; the words are made when it is shown."""

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="inbox")
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="news she asked for",
        retention=_RETENTION,
        fields={"kind": "S1", "subject": "S1", "created_at": "S1", "read_at": "S1"},
    )

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["holder", "kind", "subject"], name="one_entry_per_piece_of_news")
        ]


class DeliveryState(models.TextChoices):
    """Where a message stands."""

    WAITING = "waiting", _("Waiting")
    SENT = "sent", _("Sent")
    GIVEN_UP = "given_up", _("Given up")


class Delivery(UUIDModel):
    """One message about one inbox entry by one channel, with its attempts."""

    entry = models.ForeignKey(InboxEntry, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.ForeignKey(SafeChannel, on_delete=models.CASCADE, related_name="deliveries")
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="know when a message did not arrive",
        retention=_RETENTION,
        fields={"sent_at": "S1"},
        technical=("state", "attempts", "problem", "created_at"),
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "channel"], name="one_delivery_per_entry_and_channel")]
