"""What a colleague said a file is opened for, and files of other teams opened in an emergency (ADR 0030; R-24)."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import another_person, both_or_neither
from portal.core.personal import PersonalData
from portal.registry.enums import ReadPurpose

from .registrations import RETENTION, Registration


class FileOpeningQuerySet(models.QuerySet["FileOpening"]):
    """Openings in the words of the domain."""

    def live(self) -> "FileOpeningQuerySet":
        """Those whose time is not over."""
        return self.filter(ends_at__gt=timezone.now())

    def emergencies(self) -> "FileOpeningQuerySet":
        """Files of other teams, opened in an emergency."""
        return self.filter(purpose=ReadPurpose.EMERGENCY)

    def waiting(self) -> "FileOpeningQuerySet":
        """Emergencies that nobody else has looked at, the oldest first."""
        return self.emergencies().filter(looked_at__isnull=True).order_by("opened_at", "pk")


class FileOpening(ConfidentialModel):
    """One colleague opens one file for a stated purpose until a time. An emergency is looked at by somebody else."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="openings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20, choices=ReadPurpose.choices)
    words = EncryptedTextField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    looked_at = models.DateTimeField(null=True, blank=True)

    objects = FileOpeningQuerySet.as_manager()

    personal_data = PersonalData(
        use="know who opened a file for what, and look at each emergency afterwards",
        retention=RETENTION,
        fields={"purpose": "S1", "words": "S3", "opened_at": "S1", "ends_at": "S1", "looked_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        ordering = ["-opened_at", "-pk"]
        indexes = [models.Index(fields=["user", "ends_at"], name="openings_of_a_person")]
        constraints = [
            models.CheckConstraint(
                name="opening_ends_after_it_begins", condition=models.Q(ends_at__gt=models.F("opened_at"))
            ),
            models.CheckConstraint(
                name="opening_looked_at_who_and_when", condition=both_or_neither("looked_at", "looked_by")
            ),
            models.CheckConstraint(
                name="opening_looked_at_by_somebody_else",
                condition=another_person("looked_by", than="user"),
            ),
        ]
