"""The consent ledger: one row per answer, never overwritten; the latest per purpose is in force."""

from django.db import models

from portal.core.models import UUIDModel
from portal.core.personal import NOTHING_PERSONAL, PersonalData
from portal.registry.enums import Answer, GivenBy, Purpose

from .registrations import RETENTION, Registration


class ConsentText(models.Model):
    """The words of a consent question as they were shown, under their own SHA-256. Never changed, never deleted."""

    hash = models.CharField(max_length=64, primary_key=True)
    language = models.CharField(max_length=5)
    version = models.PositiveSmallIntegerField()
    words = models.TextField()

    personal_data = NOTHING_PERSONAL


class ConsentLineQuerySet(models.QuerySet["ConsentLine"]):
    """Lines in the words of the domain."""

    def in_force(self) -> "ConsentLineQuerySet":
        """Lines neither withdrawn nor replaced."""
        return self.filter(withdrawn_at__isnull=True, replaced_at__isnull=True)


class ConsentLine(UUIDModel):
    """One answer to one question, with the version and hash of the text that was shown."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    answer = models.CharField(max_length=5, choices=Answer.choices)
    given_by = models.CharField(max_length=10, choices=GivenBy.choices, default=GivenBy.SELF)
    text_version = models.PositiveSmallIntegerField(default=1)
    text_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=5)
    given_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentLineQuerySet.as_manager()

    personal_data = PersonalData(
        use="do only what she agreed to, and prove it",
        retention=RETENTION,
        fields={
            "purpose": "S1",
            "answer": "S1",
            "given_by": "S1",
            "language": "S1",
            "given_at": "S1",
            "replaced_at": "S1",
            "withdrawn_at": "S1",
        },
        technical=("text_version", "text_hash"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "purpose"],
                condition=models.Q(withdrawn_at__isnull=True, replaced_at__isnull=True),
                name="one_consent_in_force_per_purpose",
            )
        ]
