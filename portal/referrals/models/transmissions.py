"""What was given to a recipient: asked for by one person, handed out by another (floor 6)."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.core.constraints import another_person
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.organizations.models import Recipient
from portal.registry.models import Registration

# A request nobody answers in time must be made again, on what the family agrees to then.
REQUEST_DAYS = 14


class TransmissionQuerySet(models.QuerySet["Transmission"]):
    """Transmissions in the words of the domain."""

    def waiting(self) -> "TransmissionQuerySet":
        """Those that wait for a second person."""
        since = timezone.now() - timedelta(days=REQUEST_DAYS)
        return self.filter(given_at__isnull=True, refused_at__isnull=True, requested_at__gte=since)

    def given(self) -> "TransmissionQuerySet":
        """Those that left the house."""
        return self.filter(given_at__isnull=False)

    def to_recall(self) -> "TransmissionQuerySet":
        """Those given, of which the family took its yes back, and whose recipient nobody has told."""
        return self.given().filter(recall_due_at__isnull=False, recalled_at__isnull=True)


class Transmission(UUIDModel):
    """One giving of classes of data to one recipient. What was in the file is named by its SHA-256, and not kept."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="transmissions")
    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    data_classes = models.JSONField()
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(auto_now_add=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    refused_at = models.DateTimeField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    recall_due_at = models.DateTimeField(null=True, blank=True)
    recalled_at = models.DateTimeField(null=True, blank=True)

    objects = TransmissionQuerySet.as_manager()

    personal_data = PersonalData(
        use="show the family what was given to whom, and have it deleted where they take their yes back",
        retention="while the registration lives; reviewed 12 months after it is closed",
        fields={
            "data_classes": "S1",
            "requested_at": "S1",
            "refused_at": "S1",
            "given_at": "S1",
            "recall_due_at": "S1",
            "recalled_at": "S1",
        },
        technical=("sha256",),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="transmission_needs_two_people",
                condition=another_person("answered_by", than="requested_by"),
            ),
            models.CheckConstraint(
                name="transmission_answered_once_by_somebody",
                condition=models.Q(answered_by__isnull=True, given_at__isnull=True, refused_at__isnull=True)
                | models.Q(answered_by__isnull=False, given_at__isnull=False, refused_at__isnull=True)
                | models.Q(answered_by__isnull=False, given_at__isnull=True, refused_at__isnull=False),
            ),
        ]


class ErasedGiving(UUIDModel):
    """What was given of a registration that the family has erased since: its recipient must be told to delete it too.

    The reference is what the recipient knows the file by; it stays until somebody has told them, then the row goes.
    """

    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=12)
    given_at = models.DateTimeField()
    erased_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        use="have a recipient delete what a family has erased here",
        retention="until the recipient was told, at most some days",
        fields={"reference": "S2", "given_at": "S1", "erased_at": "S1"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recipient", "reference", "given_at"], name="one_row_per_erased_giving")
        ]
