"""A decision whether a family is told, by two people (floor 6)."""

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.personal import PersonalData
from portal.matching.enums import Decision

from .pairs import RETENTION, CandidatePair


class Disclosure(ConfidentialModel):
    """A decision whether the family is asked to speak with us. Requester and approver differ."""

    pair = models.ForeignKey(CandidatePair, on_delete=models.CASCADE, related_name="disclosures")
    round = models.PositiveSmallIntegerField(default=1)
    decision = models.CharField(max_length=15, choices=Decision.choices)
    reason = EncryptedTextField()
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="who decided what the family is told",
        retention=RETENTION,
        fields={
            "decision": "S3",
            "reason": "S3",
            "requested_at": "S1",
            "approved_at": "S1",
            "refused_at": "S1",
        },
        technical=("key_id", "round"),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="disclosure_needs_two_people",
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("requested_by")),
            ),
            models.CheckConstraint(
                name="disclosure_approved_who_and_when",
                condition=models.Q(approved_by__isnull=True, approved_at__isnull=True)
                | models.Q(approved_by__isnull=False, approved_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["pair", "round"],
                condition=models.Q(refused_at__isnull=True),
                name="one_open_disclosure_per_round",
            ),
        ]
