"""What was erased at the family's wish, and what a court forbids to erase for now."""

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData

from .registrations import RETENTION, Registration


class LegalHold(ConfidentialModel):
    """An order to keep a registration. While one is in force, erasing is refused and she is told so plainly."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="holds")
    reason = EncryptedTextField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="keep what a court has ordered to keep, and say who ordered it and until when",
        retention=RETENTION,
        fields={"reason": "S3", "placed_at": "S1", "lifted_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration"], condition=models.Q(lifted_at__isnull=True), name="one_hold_in_force"
            ),
            models.CheckConstraint(
                name="hold_lifted_who_and_when",
                condition=both_or_neither("lifted_at", "lifted_by"),
            ),
        ]


class Erasure(UUIDModel):
    """One erasure: random keys of what is gone, and nothing else. Read again after an old backup was restored.

    Written with the deletion of the rows; `finished_at` is set once the data keys are destroyed.
    """

    registration_key = models.UUIDField(unique=True)
    holder_key = models.UUIDField(null=True, blank=True)
    data_keys = models.JSONField(default=list)
    erased_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="keep erased what was erased, also after an old backup is restored",
        retention="as long as the installation lives",
        technical=("registration_key", "holder_key", "data_keys", "erased_at", "finished_at"),
    )
