"""Records that we invented and planted: nobody's work leads to them, so whoever opens one was looking for something."""

from uuid import UUID

from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.personal import PersonalData

from .users import User


class PlantedRecord(ConfidentialModel):
    """That one record is planted. Its key stands here encrypted and as a keyed digest: who reads the table knows none.

    `planted_on` is a day and not a moment, so that no other row is found by the time at which it was written. What is
    withdrawn is found no longer; the row stays, for the alerts it raised.
    """

    digest = models.BinaryField(max_length=32, unique=True)
    subject = EncryptedTextField()
    planted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    planted_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)

    personal_data = PersonalData(
        use="notice when somebody opens what no work leads to",
        retention="as long as the audit log",
        fields={"planted_on": "S1", "withdrawn_on": "S1", "digest": "S3", "subject": "S3"},
        technical=("key_id",),
        in_clear={"digest": "a keyed digest: found by it, and led back to nothing without the key"},
    )

    def key(self) -> UUID:
        """The key of the record that is planted."""
        return UUID(self.subject)
