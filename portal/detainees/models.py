"""Sources, batches, rows verbatim, detainee records with their names and custody events (floor 5).

Back office only, never public. A record is one source's claim; sources are never merged over each other.
"""

from typing import Any, cast

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedJSONField, EncryptedTextField
from portal.confidential.models import BlindIndexRow, ConfidentialModel
from portal.core.models import TimestampedModel, UUIDModel
from portal.core.personal import NOTHING_PERSONAL, PersonalData

from .enums import BatchState, CustodyKind, LegalStatus, Reliability, RowOutcome, SharingTerms

RETENTION = "while the source allows; reviewed every 12 months"


class Source(UUIDModel, TimestampedModel):
    """Who gave us lists, how reliable, on which terms."""

    name = models.CharField(max_length=200, unique=True)
    reliability = models.CharField(max_length=1, choices=Reliability.choices, default=Reliability.F)
    sharing_terms = models.CharField(max_length=30, choices=SharingTerms.choices, default=SharingTerms.CASE_TEAM)

    personal_data = NOTHING_PERSONAL

    def __str__(self) -> str:
        return self.name


class BatchQuerySet(models.QuerySet["Batch"]):
    """Lists in the words of the domain."""

    def of_source(self, source: Source) -> "BatchQuerySet":
        """The lists of one source."""
        return self.filter(source=source)

    def imported(self) -> "BatchQuerySet":
        """Those whose rows became records, the latest first."""
        return self.filter(state=BatchState.IMPORTED).order_by("-imported_at")


class Batch(ConfidentialModel, TimestampedModel):
    """One list as received. Its rows are kept encrypted, word for word; a cancelled list loses them.

    `mapping` names the place of each canonical column; `header` is encrypted because a list without headings begins
    with a person.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="batches")
    label = models.CharField(max_length=120)
    received_on = models.DateField()
    reliability = models.CharField(max_length=1, choices=Reliability.choices)
    sharing_terms = models.CharField(max_length=30, choices=SharingTerms.choices)
    file_fingerprint = models.BinaryField(max_length=32)
    header = EncryptedJSONField(null=True, default=None)
    mapping = models.JSONField(default=dict)
    remarks = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=BatchState.choices, default=BatchState.DRY_RUN)
    counts = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    imported_at = models.DateTimeField(null=True, blank=True)

    objects = BatchQuerySet.as_manager()

    personal_data = PersonalData(
        use="where a record comes from",
        retention=RETENTION,
        fields={"label": "S1", "header": "S3"},
        technical=(
            "key_id",
            "received_on",
            "reliability",
            "sharing_terms",
            "file_fingerprint",
            "mapping",
            "remarks",
            "state",
            "counts",
            "imported_at",
            "created_at",
            "updated_at",
        ),
    )

    def headings(self) -> list[str]:
        """The column headings as written; none for a list set aside."""
        return cast(list[str], self.header or [])


class DetaineeRecord(ConfidentialModel, TimestampedModel):
    """What one source says about one detained person. `content_fingerprint` tells whether a new row says the same."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="records")
    external_id = models.CharField(max_length=80)
    last_batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+")
    content_fingerprint = models.BinaryField(max_length=32)
    sex = EncryptedTextField()
    birth_date = EncryptedTextField()
    birth_place = EncryptedTextField()
    nationality = EncryptedTextField()
    facility = EncryptedTextField()
    legal_status = models.CharField(max_length=20, choices=LegalStatus.choices, default=LegalStatus.UNKNOWN)
    legal_status_as_written = EncryptedTextField()
    source_note = EncryptedTextField()

    personal_data = PersonalData(
        use="answer a family whether the person is on a list",
        retention=RETENTION,
        fields={
            "external_id": "S2",
            "sex": "S2",
            "birth_date": "S2",
            "birth_place": "S2",
            "nationality": "S2",
            "facility": "S3",
            "legal_status": "S2",
            "legal_status_as_written": "S2",
            "source_note": "S2",
        },
        technical=("key_id", "content_fingerprint", "created_at", "updated_at"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="one_record_per_source_and_external_id")
        ]
        indexes = [models.Index(fields=["external_id"], name="detainees_by_number")]


class BatchRowQuerySet(models.QuerySet["BatchRow"]):
    """Rows in the words of the domain, in the order of the file."""

    def rejected(self) -> "BatchRowQuerySet":
        """Rows that stay out."""
        return self.filter(outcome=RowOutcome.REJECTED).order_by("number")

    def accepted(self) -> "BatchRowQuerySet":
        """Rows that come in."""
        return self.exclude(outcome=RowOutcome.REJECTED).order_by("number")

    def with_warnings(self) -> "BatchRowQuerySet":
        """Rows that come in although something in them is not as we know it."""
        return self.accepted().exclude(problems=[])

    def not_yet_imported(self) -> "BatchRowQuerySet":
        """Rows that come in and have no record yet: where a broken-off import goes on."""
        return self.accepted().filter(record__isnull=True)

    def counts(self) -> dict[str, int]:
        """How many rows there are, and of each outcome."""
        found = dict(self.order_by().values_list("outcome").annotate(models.Count("pk")))
        outcomes = {str(outcome): found.get(outcome, 0) for outcome in RowOutcome if outcome != RowOutcome.PENDING}
        return {"rows": sum(found.values()), **outcomes}


class BatchRow(ConfidentialModel):
    """One row of a list, word for word, with what became of it and why.

    `cells` holds `{"cells": [text, ...], "faults": [[code, place or null], ...]}`; `problems` codes and columns only.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = EncryptedJSONField()
    outcome = models.CharField(max_length=10, choices=RowOutcome.choices)
    problems = models.JSONField(default=list)
    record = models.ForeignKey(DetaineeRecord, null=True, blank=True, on_delete=models.SET_NULL, related_name="rows")

    objects = BatchRowQuerySet.as_manager()

    personal_data = PersonalData(
        use="prove what the source wrote",
        retention=RETENTION,
        fields={"cells": "S3"},
        technical=("key_id", "number", "outcome", "problems"),
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="one_row_per_number")]

    def kept(self) -> dict[str, Any]:
        """`{"cells": [text, ...], "faults": [[code, place or null], ...]}`, opened."""
        return cast(dict[str, Any], self.cells)


class DetaineeName(ConfidentialModel):
    """One name of a record, as written, with its parts."""

    record = models.ForeignKey(DetaineeRecord, on_delete=models.CASCADE, related_name="names")
    script = models.CharField(max_length=4)
    language = models.CharField(max_length=5)
    is_primary = models.BooleanField(default=False)
    full_as_written = EncryptedTextField()
    given = EncryptedTextField()
    father = EncryptedTextField()
    grandfather = EncryptedTextField()
    family = EncryptedTextField()
    kunya = EncryptedTextField()
    mother = EncryptedTextField()

    personal_data = PersonalData(
        use="find the person a family seeks",
        retention=RETENTION,
        fields={
            "full_as_written": "S3",
            "given": "S3",
            "father": "S3",
            "grandfather": "S3",
            "family": "S3",
            "kunya": "S3",
            "mother": "S3",
        },
        technical=("key_id", "script", "language", "is_primary"),
    )


class CustodyEvent(ConfidentialModel):
    """Something that happened to the person in custody. `date` is EDTF, `place` verbatim."""

    record = models.ForeignKey(DetaineeRecord, on_delete=models.CASCADE, related_name="custody_events")
    kind = models.CharField(max_length=10, choices=CustodyKind.choices)
    date = EncryptedTextField()
    place = EncryptedTextField()

    personal_data = PersonalData(
        use="compare with when and where the family lost the person",
        retention=RETENTION,
        fields={"date": "S2", "place": "S2"},
        technical=("key_id", "kind"),
    )


class NameIndex(BlindIndexRow):
    """Blind-index tokens of a record's names."""

    record = models.ForeignKey(DetaineeRecord, on_delete=models.CASCADE, related_name="name_tokens")

    personal_data = PersonalData(
        use="narrow a search without opening names", retention=RETENTION, technical=("field", "token", "version")
    )

    class Meta:
        indexes = [models.Index(fields=["version", "field", "token", "record"], name="detainees_name_narrows")]
