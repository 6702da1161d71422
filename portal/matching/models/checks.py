"""A detainee record that the person, or the person's family, calls wrong (floor 6)."""

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import another_person
from portal.core.personal import PersonalData
from portal.detainees.models import DetaineeRecord
from portal.matching.enums import CheckOutcome
from portal.support.models import Report

RETENTION = "while the record lives"


class RecordCheckQuerySet(models.QuerySet["RecordCheck"]):
    """Checks in the words of the domain."""

    def open(self) -> "RecordCheckQuerySet":
        """Those not yet answered."""
        return self.filter(closed_at__isnull=True)

    def stopping(self) -> "RecordCheckQuerySet":
        """Those for which a record is neither compared nor told: while it is checked, and once it is withdrawn."""
        return self.filter(models.Q(closed_at__isnull=True) | models.Q(outcome=CheckOutcome.WITHDRAWN))


def is_comparable(path: str) -> models.Q:
    """Say which detainee records take part: some list stands behind them, and nobody holds or has found them wrong.

    `path` leads to a record.
    """
    held = RecordCheck.objects.stopping().filter(record=models.OuterRef(f"{path}pk"))
    return models.Q(~models.Exists(held), **{f"{path}withdrawn_at__isnull": True})


class RecordCheck(ConfidentialModel):
    """One person holds the record at once; another one says what came of it. The record itself is never changed."""

    record = models.ForeignKey(DetaineeRecord, on_delete=models.CASCADE, related_name="checks")
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    reason = EncryptedTextField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=10, choices=CheckOutcome.choices, blank=True)
    answer = EncryptedTextField()
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RecordCheckQuerySet.as_manager()

    personal_data = PersonalData(
        use="let detained people and their families have a wrong record put right",
        retention=RETENTION,
        fields={"reason": "S3", "opened_at": "S1", "outcome": "S3", "answer": "S3", "closed_at": "S1"},
        technical=("key_id",),
        in_clear={"outcome": "each comparison leaves out, in one question, the records that were found to be wrong"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record"], condition=models.Q(closed_at__isnull=True), name="one_open_check_per_record"
            ),
            models.CheckConstraint(
                name="check_closed_who_when_and_what",
                condition=models.Q(closed_by__isnull=True, closed_at__isnull=True, outcome="")
                | models.Q(closed_by__isnull=False, closed_at__isnull=False) & ~models.Q(outcome=""),
            ),
            models.CheckConstraint(
                name="check_closed_by_another_person",
                condition=another_person("closed_by", than="opened_by"),
            ),
        ]
