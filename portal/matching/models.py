"""Candidate pairs, judgements and disclosure (floor 6). A list of pairs is as sensitive as testimony."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.confidential.fields import EncryptedJSONField, EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.models import TimestampedModel, UUIDModel
from portal.core.personal import NOTHING_PERSONAL, PersonalData
from portal.detainees.models import DetaineeRecord
from portal.registry.enums import COMPARED_STATES, Purpose
from portal.registry.models import ConsentLine, Registration

from .enums import (
    Decision,
    ExportPurpose,
    ExportState,
    MatchRole,
    PairState,
    Reading,
    SideKind,
    Verdict,
)

RETENTION = "while both records live; after rejection a fingerprint and the reason"


class LinkRun(UUIDModel):
    """One run of the comparison. The date of the last run is the heartbeat every family sees alike."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    is_complete = models.BooleanField(default=False)
    registrations = models.PositiveIntegerField(default=0)
    detainees = models.PositiveIntegerField(default=0)
    candidates = models.PositiveIntegerField(default=0)

    personal_data = NOTHING_PERSONAL

    class Meta:
        get_latest_by = "finished_at"


class LinkedMark(models.Model):
    """What the last comparison saw of one record, so that the next one reads only what changed.

    `fingerprint` is keyed over the record's content and the model's version; a record that left comparison has no mark.
    """

    kind = models.CharField(max_length=12, choices=SideKind.choices)
    record_id = models.UUIDField()
    fingerprint = models.BinaryField(max_length=32)

    personal_data = PersonalData(
        use="compare only what changed",
        retention="until the record leaves comparison",
        technical=("kind", "record_id", "fingerprint"),
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_id"], name="one_mark_per_record")]


class PairQuerySet(models.QuerySet["CandidatePair"]):
    """Pairs in the words of the domain."""

    def live(self) -> "PairQuerySet":
        """Pairs the last comparison still proposes, or that people have touched."""
        return self.filter(superseded_at__isnull=True)

    def allowed(self) -> "PairQuerySet":
        """Pairs whose family agrees to comparison at this moment; a withdrawal takes effect at once."""
        consent = ConsentLine.objects.allowing(Purpose.COMPARE).filter(registration=models.OuterRef("registration"))
        return self.filter(models.Exists(consent), registration__state__in=COMPARED_STATES)

    def open_to_reading(self) -> "PairQuerySet":
        """What people may look at: live and allowed."""
        return self.live().allowed()

    def touched(self) -> "PairQuerySet":
        """Pairs about which somebody has said something; the machine never takes them away."""
        return self.filter(models.Q(judgements__isnull=False) | ~models.Q(state=PairState.CANDIDATE)).distinct()

    def heaviest_first(self) -> "PairQuerySet":
        """In the order in which reviewers read."""
        return self.order_by("-weight", "pk")


class CandidatePair(ConfidentialModel, TimestampedModel):
    """The machine's proposal, with a reason per field. Tells nobody anything by itself."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="pairs")
    detainee = models.ForeignKey(DetaineeRecord, on_delete=models.CASCADE, related_name="pairs")
    role = models.CharField(max_length=30, choices=MatchRole.choices, default=MatchRole.SAME_PERSON)
    state = models.CharField(max_length=30, choices=PairState.choices, default=PairState.CANDIDATE, db_index=True)
    weight = models.FloatField()
    probability = models.FloatField()
    round = models.PositiveSmallIntegerField(default=1)
    reasons = EncryptedJSONField(default=list)
    model_version = models.CharField(max_length=20)
    superseded_at = models.DateTimeField(null=True, blank=True)

    objects = PairQuerySet.as_manager()

    personal_data = PersonalData(
        use="show two reviewers why the machine proposes a pair",
        retention=RETENTION,
        fields={"role": "S3", "state": "S3", "weight": "S3", "probability": "S3", "reasons": "S3"},
        technical=("key_id", "round", "model_version", "superseded_at", "created_at", "updated_at"),
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["registration", "detainee"], name="one_pair_per_two_records")]
        indexes = [models.Index(fields=["state", "-weight"])]


class Judgement(ConfidentialModel):
    """What one person said about a pair. Never overwritten; a reopened pair starts a new round."""

    pair = models.ForeignKey(CandidatePair, on_delete=models.CASCADE, related_name="judgements")
    round = models.PositiveSmallIntegerField(default=1)
    reading = models.CharField(max_length=10, choices=Reading.choices)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    role = models.CharField(max_length=30, choices=MatchRole.choices)
    reason = EncryptedTextField()
    judged_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        use="who judged what and why",
        retention=RETENTION,
        fields={"verdict": "S3", "role": "S3", "reason": "S3", "judged_at": "S1"},
        technical=("key_id", "round", "reading"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pair", "round", "reading"], name="one_judgement_per_reading"),
            models.UniqueConstraint(fields=["pair", "round", "reviewer"], name="each_reading_by_another_person"),
        ]


class Reopening(ConfidentialModel):
    """Why a judged pair is read again, from which round on."""

    pair = models.ForeignKey(CandidatePair, on_delete=models.CASCADE, related_name="reopenings")
    round = models.PositiveSmallIntegerField()
    reason = EncryptedTextField()
    reopened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reopened_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        use="why a judged pair is read again",
        retention=RETENTION,
        fields={"reason": "S3", "reopened_at": "S1"},
        technical=("key_id", "round"),
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pair", "round"], name="one_reopening_per_round")]


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


class ExportRequest(UUIDModel):
    """Leave to hand out possible matches once, under pseudonyms. Requester and approver differ (R-06, R-22)."""

    # A request nobody answers in time must be made again.
    WAITS_FOR = timedelta(days=14)

    purpose = models.CharField(max_length=15, choices=ExportPurpose.choices)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
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
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("requested_by")),
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
