"""Sources, their lists, rows verbatim, and asking that a list be taken back (floor 5; ADR 0023). Never public."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedJSONField, EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import another_person, both_or_neither
from portal.core.models import FourEyes, TimestampedModel, UUIDModel
from portal.core.personal import NOTHING_PERSONAL, PersonalData
from portal.detainees.enums import (
    BatchState,
    Credibility,
    Reliability,
    RowOutcome,
    SharingTerms,
)

if TYPE_CHECKING:
    from .records import DetaineeRecord

# What is counted of a list that was checked or brought in.
_COUNTED = (RowOutcome.CREATED, RowOutcome.UPDATED, RowOutcome.UNCHANGED, RowOutcome.REJECTED)
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

    def at_work(self) -> "BatchQuerySet":
        """Those whose rows are being brought in or taken back at this moment."""
        return self.filter(state__in=(BatchState.IMPORTING, BatchState.UNDOING))


class Batch(ConfidentialModel, TimestampedModel):
    """One list as received. Its rows are kept encrypted, word for word; a cancelled list loses them.

    `mapping` names the place of each canonical column; `header` is encrypted because a list without headings begins
    with a person. `meanings` says what words of this list mean (`{column: {word: code}}`), `unknown_words` which are
    left to be said (`{column: [[word, rows], ...]}`). `done` counts the rows behind the step that began at `begun_at`.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="batches")
    label = models.CharField(max_length=120)
    received_on = models.DateField()
    reliability = models.CharField(max_length=1, choices=Reliability.choices)
    credibility = models.CharField(max_length=1, choices=Credibility.choices, default=Credibility.UNJUDGED)
    sharing_terms = models.CharField(max_length=30, choices=SharingTerms.choices)
    file_fingerprint = models.BinaryField(max_length=32)
    header = EncryptedJSONField(null=True, default=None)
    mapping = models.JSONField(default=dict)
    meanings = EncryptedJSONField(null=True, default=None)
    unknown_words = EncryptedJSONField(null=True, default=None)
    remarks = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=BatchState.choices, default=BatchState.DRY_RUN)
    counts = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    imported_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(null=True, blank=True)

    objects = BatchQuerySet.as_manager()

    personal_data = PersonalData(
        use="where a record comes from",
        retention=RETENTION,
        fields={"label": "S1", "header": "S3", "meanings": "S2", "unknown_words": "S3"},
        technical=(
            "key_id",
            "received_on",
            "reliability",
            "credibility",
            "sharing_terms",
            "file_fingerprint",
            "mapping",
            "remarks",
            "state",
            "counts",
            "imported_at",
            "done",
            "begun_at",
            "created_at",
            "updated_at",
        ),
    )

    @property
    def grade(self) -> str:
        """Both halves of the admiralty code, such as B2."""
        return f"{self.reliability}{self.credibility}"

    def headings(self) -> list[str]:
        """The column headings as written; none for a list set aside."""
        return cast(list[str], self.header or [])

    def words(self) -> dict[str, dict[str, str]]:
        """What words of this list mean: column, word, code."""
        return cast(dict[str, dict[str, str]], self.meanings or {})

    def left_to_say(self) -> dict[str, list[tuple[str, int]]]:
        """Words of this list that nobody has given a meaning, with the rows that hold them, the most frequent first."""
        return {column: [(word, rows) for word, rows in found] for column, found in (self.unknown_words or {}).items()}


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

    def changing(self) -> "BatchRowQuerySet":
        """Rows that say something else than we have."""
        return self.filter(outcome=RowOutcome.UPDATED).order_by("number")

    def claiming(self, records: Iterable["DetaineeRecord | UUID"]) -> "BatchRowQuerySet":
        """What lists that came in say of these records, the latest import last. A list not let in claims nothing."""
        stated = self.filter(record__in=list(records), batch__state__in=(BatchState.IMPORTING, BatchState.IMPORTED))
        latest_last = models.F("batch__imported_at").asc(nulls_last=True)
        return stated.select_related("batch__source").order_by(latest_last, "number")

    def not_yet_taken_back(self) -> "BatchRowQuerySet":
        """Rows with a record: where a broken-off taking back goes on."""
        return self.filter(record__isnull=False).exclude(outcome=RowOutcome.UNDONE).order_by("number")

    def not_yet_imported(self) -> "BatchRowQuerySet":
        """Rows that come in and have no record yet: where a broken-off import goes on."""
        return self.accepted().filter(record__isnull=True)

    def counts(self) -> dict[str, int]:
        """How many rows there are, and of each outcome."""
        found = dict(self.order_by().values_list("outcome").annotate(models.Count("pk")))
        outcomes = {str(outcome): found.get(outcome, 0) for outcome in _COUNTED}
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
    record = models.ForeignKey(
        "detainees.DetaineeRecord", null=True, blank=True, on_delete=models.SET_NULL, related_name="rows"
    )

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


class UndoRequestQuerySet(models.QuerySet["UndoRequest"]):
    """Requests in the words of the domain."""

    def waiting(self) -> "UndoRequestQuerySet":
        """Those that nobody has answered."""
        return self.filter(approved_at__isnull=True, refused_at__isnull=True)


class UndoRequest(ConfidentialModel, FourEyes):
    """One person asks that an imported list be taken back, another one answers. Opens with the list's key."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="undo_requests")
    reason = EncryptedTextField()

    objects = UndoRequestQuerySet.as_manager()

    personal_data = PersonalData(
        use="who asked that a list be taken back, why, and who agreed",
        retention="as long as the log",
        fields={"reason": "S1", "requested_at": "S1", "approved_at": "S1", "refused_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="undo_needs_two_people",
                condition=another_person("approved_by", than="requested_by"),
            ),
            models.CheckConstraint(
                name="undo_approved_who_and_when",
                condition=both_or_neither("approved_by", "approved_at"),
            ),
            models.CheckConstraint(
                name="undo_answered_once",
                condition=models.Q(approved_at__isnull=True) | models.Q(refused_at__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["batch"],
                condition=models.Q(approved_at__isnull=True, refused_at__isnull=True),
                name="one_open_undo_per_list",
            ),
        ]
