"""Detainee records with their names and custody events, as lists tell of them (floor 5; ADR 0023).

Back office only, never public. A record is one source's claim; sources are never merged over each other.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import BlindIndexRow, ConfidentialModel
from portal.core.models import TimestampedModel
from portal.core.personal import PersonalData
from portal.detainees.enums import CustodyKind, LegalStatus

from .lists import RETENTION, Batch, Source


class DetaineeRecordQuerySet(models.QuerySet["DetaineeRecord"]):
    """Records in the words of the domain."""

    def listed(self) -> "DetaineeRecordQuerySet":
        """Those that some list stands behind: only these are compared, found and counted."""
        return self.filter(withdrawn_at__isnull=True)

    def withdrawn(self) -> "DetaineeRecordQuerySet":
        """Those whose lists were all taken back. Kept, because people may have judged them."""
        return self.filter(withdrawn_at__isnull=False)

    def of_persons(self, keys: Iterable[UUID]) -> "DetaineeRecordQuerySet":
        """These records with all that people judged to be of the same persons."""
        persons = DetaineeRecord.objects.filter(pk__in=list(keys), person__isnull=False)
        return self.filter(models.Q(pk__in=list(keys)) | models.Q(person__in=persons.values("person")))


class DetaineeRecord(ConfidentialModel, TimestampedModel):
    """What one source says about one detained person. `row_fingerprint` tells whether a new row says the same.

    `content_fingerprint` changes with all that is compared: what the row says, and what people entered beside it.
    `facility_code` is the place we know behind what the source wrote. A record without any list is `withdrawn_at`.
    Records judged to be one person share `person`, the smallest of their keys; it is empty where one stands alone.
    `is_sealed` is the stored answer for the whole person, worked out on `weighed_on` by `services.sealing` alone; what
    nobody has worked out is sealed (ADR 0023).
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="records")
    external_id = models.CharField(max_length=80)
    last_batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+")
    content_fingerprint = models.BinaryField(max_length=32)
    row_fingerprint = models.BinaryField(max_length=32, default=b"")
    sex = EncryptedTextField()
    birth_date = EncryptedTextField()
    birth_place = EncryptedTextField()
    nationality = EncryptedTextField()
    facility = EncryptedTextField()
    facility_code = EncryptedTextField(null=True, default=None)
    legal_status = models.CharField(max_length=20, choices=LegalStatus.choices, default=LegalStatus.UNKNOWN)
    legal_status_as_written = EncryptedTextField()
    source_note = EncryptedTextField()
    withdrawn_at = models.DateTimeField(null=True, blank=True, db_index=True)
    person = models.UUIDField(null=True, blank=True, db_index=True, editable=False)
    is_sealed = models.BooleanField(default=True, editable=False)
    weighed_on = models.DateField(null=True, blank=True, editable=False)

    objects = DetaineeRecordQuerySet.as_manager()

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
            "facility_code": "S3",
            "legal_status": "S2",
            "legal_status_as_written": "S2",
            "source_note": "S2",
            "person": "S3",
            "is_sealed": "S3",
        },
        technical=(
            "key_id",
            "content_fingerprint",
            "row_fingerprint",
            "withdrawn_at",
            "weighed_on",
            "created_at",
            "updated_at",
        ),
        in_clear={
            "person": "records of one person are found together by it; it is a number and no name",
            "is_sealed": "searches and queues leave sealed records out by it, in one question",
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="one_record_per_source_and_external_id")
        ]
        indexes = [models.Index(fields=["external_id"], name="detainees_by_number")]


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
    """What a list says happened in custody; made anew from its rows. `date` is EDTF, `place` verbatim.

    What people enter stands in `CustodyEntry`, which no list replaces.
    """

    record = models.ForeignKey(DetaineeRecord, on_delete=models.CASCADE, related_name="custody_events")
    kind = models.CharField(max_length=12, choices=CustodyKind.choices)
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
