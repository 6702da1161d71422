"""What is being filled in: encrypted on the server, nothing on the device, gone after seven days unused."""

from django.db import models

from portal.accounts.models import AccessHolder
from portal.confidential.fields import EncryptedJSONField
from portal.confidential.models import ConfidentialModel
from portal.core.models import TimestampedModel
from portal.core.personal import PersonalData


class Draft(ConfidentialModel, TimestampedModel):
    """The answers so far of one holder, by question. Sent once, it names the registration it became."""

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="drafts")
    language = models.CharField(max_length=5)
    answers = EncryptedJSONField()
    submitted_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="let her stop and go on later",
        retention="7 days after the last change; emptied when sent",
        fields={"language": "S1", "answers": "S3", "created_at": "S1", "updated_at": "S1", "submitted_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder"], condition=models.Q(submitted_at__isnull=True), name="one_open_draft_per_holder"
            )
        ]
