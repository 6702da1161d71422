"""What only trained people read: testimony, who a witness is, where a person is now."""

from django.conf import settings
from django.db import models

from portal.confidential.cipher import place
from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.personal import PersonalData
from portal.registry.enums import HeardFrom

from .registrations import RETENTION, Registration


class SealedNote(ConfidentialModel):
    """One note, written by a trained person after a talk. Nothing is changed once it is written.

    `envelope` opens to an envelope again: kind and words are sealed to the team's public key (see
    `confidential.team_sealing`), and around it stands the registration's own key, so that erasing reaches backups.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="sealed_notes")
    envelope = EncryptedTextField()
    heard_from = models.CharField(max_length=6, choices=HeardFrom.choices)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    personal_data = PersonalData(
        use="keep what is hardest to say with the few who are trained to hear it",
        retention=RETENTION,
        fields={"envelope": "S3", "heard_from": "S2", "written_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        ordering = ["-written_at", "-pk"]

    def bound_to(self) -> bytes:
        """Return what binds the words to this row."""
        return place(self._meta.db_table, "envelope", self.pk, self.key_id)
