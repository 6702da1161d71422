"""Leave to hand out possible matches, by two people (floor 6)."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from portal.core.constraints import another_person
from portal.core.models import FourEyes, UUIDModel
from portal.core.personal import PersonalData
from portal.matching.enums import ExportPurpose, ExportState


class ExportRequest(UUIDModel, FourEyes):
    """Leave to hand out possible matches once, under pseudonyms. Requester and approver differ (R-06, R-22)."""

    # A request nobody answers in time must be made again.
    WAITS_FOR = timedelta(days=14)

    purpose = models.CharField(max_length=15, choices=ExportPurpose.choices)
    expires_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="who asked for, approved and used an export of possible matches",
        retention="as long as the log",
        fields={"requested_at": "S1", "approved_at": "S1", "refused_at": "S1", "used_at": "S1"},
        technical=("purpose", "expires_at"),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="export_needs_two_people",
                condition=another_person("approved_by", than="requested_by"),
            ),
            models.CheckConstraint(
                name="export_approved_who_and_when",
                condition=models.Q(approved_by__isnull=True, approved_at__isnull=True, expires_at__isnull=True)
                # Asked apart: a comparison with nothing is unknown, and a check lets the unknown pass.
                | models.Q(
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                    expires_at__isnull=False,
                    expires_at__gt=models.F("approved_at"),
                ),
            ),
            models.CheckConstraint(
                name="export_answered_once",
                condition=models.Q(approved_at__isnull=True) | models.Q(refused_at__isnull=True),
            ),
            models.CheckConstraint(
                name="export_used_within_its_time",
                condition=models.Q(used_at__isnull=True)
                | models.Q(
                    approved_at__isnull=False,
                    used_at__gte=models.F("approved_at"),
                    used_at__lt=models.F("expires_at"),
                ),
            ),
            models.UniqueConstraint(
                fields=["requested_by"],
                condition=models.Q(approved_at__isnull=True, refused_at__isnull=True),
                name="one_open_export_per_person",
            ),
        ]
        indexes = [models.Index(fields=["-requested_at"])]

    def state(self) -> ExportState:
        """Say where the request stands at this moment."""
        if self.used_at:
            return ExportState.USED
        if self.refused_at:
            return ExportState.REFUSED
        now = timezone.now()
        if self.expires_at:
            return ExportState.APPROVED if now < self.expires_at else ExportState.LAPSED
        return ExportState.WAITING if now < self.requested_at + self.WAITS_FOR else ExportState.LAPSED
