"""What staff have found out about a person: a row per finding, never changed; what the family believes stands apart."""

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import another_person, both_or_neither
from portal.core.personal import PersonalData
from portal.registry.enums import CODES_OF, Axis, Basis, Confidence

from .registrations import RETENTION, Registration


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings in the words of the domain."""

    def waiting(self) -> "FindingQuerySet":
        """Those that say death and that no second person has looked at; the oldest first."""
        return self.filter(needs_second=True, second_at__isnull=True).order_by("found_at", "pk")

    def in_force(self) -> "FindingQuerySet":
        """Those that count: the newest first."""
        return self.filter(models.Q(needs_second=False) | models.Q(is_confirmed=True)).order_by("-found_at", "-pk")


class Finding(ConfidentialModel):
    """One finding on one axis. It tells the family nothing: people do, in a talk, and note that they have (R-20).

    `source_date` is EDTF: as of when the source says so. `needs_second` stands for a code that says death.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="findings")
    axis = models.CharField(max_length=12, choices=Axis.choices)
    code = EncryptedTextField()
    basis = EncryptedTextField()
    confidence = EncryptedTextField()
    source = EncryptedTextField()
    source_date = EncryptedTextField()
    needs_second = models.BooleanField()
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField()
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    second_at = models.DateTimeField(null=True, blank=True)
    is_confirmed = models.BooleanField(null=True, blank=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    told_at = models.DateTimeField(null=True, blank=True)

    objects = FindingQuerySet.as_manager()

    personal_data = PersonalData(
        use="know what has become of the person and where, from whom, and how sure that is",
        retention=RETENTION,
        fields={
            "axis": "S2",
            "code": "S3",
            "basis": "S3",
            "confidence": "S3",
            "source": "S3",
            "source_date": "S3",
            "found_at": "S2",
            "second_at": "S2",
            "told_at": "S2",
        },
        technical=("key_id", "needs_second", "is_confirmed"),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="finding_needs_two_people",
                condition=another_person("second_by", than="found_by"),
            ),
            models.CheckConstraint(
                name="finding_second_who_when_and_what",
                condition=both_or_neither("second_by", "second_at", "is_confirmed"),
            ),
            models.CheckConstraint(
                name="finding_told_who_and_when",
                condition=both_or_neither("told_by", "told_at"),
            ),
            models.CheckConstraint(
                name="finding_told_by_another_person",
                condition=another_person("told_by", than="found_by"),
            ),
            models.CheckConstraint(
                name="finding_told_once_it_counts",
                condition=models.Q(told_at__isnull=True)
                | models.Q(needs_second=False)
                # Asked apart: an unknown lets a check pass.
                | models.Q(is_confirmed__isnull=False, is_confirmed=True),
            ),
        ]

    def words(self) -> str:
        """What was found, in the reader's language."""
        return str(CODES_OF[self.axis](self.code).label)

    def basis_words(self) -> str:
        """What it rests on, and how sure it is."""
        return f"{Basis(self.basis).label} · {Confidence(self.confidence).label}"
