"""The ways in which somebody can safely be reached, with her hours and her words."""

from django.db import models

from portal.accounts.models import AccessHolder
from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.personal import PersonalData
from portal.notifications.enums import ChannelKind, Wording, Zone

RETENTION = "while the holder's registration lives"
_CARE = ("wording", "hour_from", "hour_to", "days", "zone", "is_shared", "may_leave_message")


class SafeChannel(ConfidentialModel):
    """An address or number its owner called safe. Nothing is ever sent to any other.

    `hour_from` and `hour_to` bound the hours on the clock of `zone` (they may pass midnight), `days` are the safe days
    as ISO digits (1 Monday … 7 Sunday, empty: every day). `is_shared` and `may_leave_message` are None while not asked.
    """

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(max_length=10, choices=ChannelKind.choices)
    value = EncryptedTextField()
    note = EncryptedTextField()
    wording = models.CharField(max_length=10, choices=Wording.choices, default=Wording.NEWS)
    hour_from = models.PositiveSmallIntegerField(null=True, blank=True)
    hour_to = models.PositiveSmallIntegerField(null=True, blank=True)
    days = models.CharField(max_length=7, blank=True)
    zone = models.CharField(max_length=40, choices=Zone.choices, blank=True)
    is_shared = models.BooleanField(null=True)
    may_leave_message = models.BooleanField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="reach her in the way, the hours and the words she called safe",
        retention=RETENTION,
        fields={
            "kind": "S2",
            "value": "S3",
            "note": "S3",
            "created_at": "S1",
            "ended_at": "S1",
            **dict.fromkeys(_CARE, "S2"),
        },
        technical=("key_id",),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "kind"], condition=models.Q(ended_at__isnull=True), name="one_live_channel_per_kind"
            ),
            models.CheckConstraint(
                name="channel_hours_from_and_to",
                condition=models.Q(hour_from__isnull=True, hour_to__isnull=True)
                | (
                    models.Q(hour_from__isnull=False, hour_to__isnull=False, hour_from__lt=24, hour_to__lt=24)
                    & ~models.Q(hour_from=models.F("hour_to"))
                ),
            ),
            models.CheckConstraint(
                name="channel_times_have_a_clock",
                condition=models.Q(hour_from__isnull=True, days="") | ~models.Q(zone=""),
            ),
        ]
