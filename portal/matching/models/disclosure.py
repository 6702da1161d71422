"""Asking the person found, and deciding whether a family is told (floor 6). Rows are added, never overwritten."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.confidential.fields import EncryptedJSONField, EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import another_person, both_or_neither
from portal.core.models import FourEyes
from portal.core.personal import PersonalData
from portal.detainees.enums import SharingTerms
from portal.matching.enums import Asked, AskedWay, Decision

from .pairs import RETENTION, CandidatePair


class SafetyCheck(ConfidentialModel):
    """Whether the person found could be asked safely, and the answer. The newest of a round counts."""

    pair = models.ForeignKey(CandidatePair, on_delete=models.CASCADE, related_name="safety_checks")
    round = models.PositiveSmallIntegerField(default=1)
    outcome = EncryptedTextField(choices=Asked.choices)
    way = EncryptedTextField(choices=AskedWay.choices)
    dangers = EncryptedJSONField(default=list)
    asked_by = EncryptedTextField()
    asked_on = models.DateField()
    basis = EncryptedTextField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        use="ask the person found before any family is told, and keep silent where that is dangerous",
        retention=RETENTION,
        fields={
            "outcome": "S3",
            "way": "S2",
            "dangers": "S3",
            "asked_by": "S3",
            "asked_on": "S2",
            "basis": "S3",
            "noted_at": "S1",
        },
        technical=("key_id", "round"),
    )

    class Meta:
        get_latest_by = ("noted_at", "pk")


class DisclosureQuerySet(models.QuerySet["Disclosure"]):
    """Decisions in the words of the domain."""

    def waiting(self) -> "DisclosureQuerySet":
        """Those that somebody still has to answer; an old one too, until a new one takes its place."""
        return self.filter(effective_at__isnull=True, refused_at__isnull=True)

    def to_tell(self) -> "DisclosureQuerySet":
        """Those in force by which the family may be told."""
        return self.filter(effective_at__isnull=False, decision=Decision.TELL)


class Disclosure(ConfidentialModel, FourEyes):
    """A decision whether the family is asked to speak with us, and what exactly it may be told.

    Requester and approver differ; where `needs_two`, a third person approves too. It has effect from `effective_at` on.
    `safety` is what the person found answered, `consent` the family's yes, `terms` and `source_answer` what the source
    allowed then.
    """

    # A request nobody answers in time must be made again, on what is known then.
    WAITS_FOR = timedelta(days=14)

    pair = models.ForeignKey(CandidatePair, on_delete=models.CASCADE, related_name="disclosures")
    round = models.PositiveSmallIntegerField(default=1)
    decision = models.CharField(max_length=15, choices=Decision.choices)
    reason = EncryptedTextField()
    shares = EncryptedJSONField(null=True, default=None)
    words = EncryptedTextField(null=True, default=None)
    safety = models.ForeignKey(SafetyCheck, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    consent = models.ForeignKey(
        "registry.ConsentLine", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    terms = models.CharField(max_length=30, choices=SharingTerms.choices, blank=True)
    source_answer = models.ForeignKey(
        "detainees.SourceAnswer", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    needs_two = models.BooleanField(default=False)
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    second_at = models.DateTimeField(null=True, blank=True)
    effective_at = models.DateTimeField(null=True, blank=True)

    objects = DisclosureQuerySet.as_manager()

    personal_data = PersonalData(
        use="who decided what the family is told, on whose consent and on which terms",
        retention=RETENTION,
        fields={
            "decision": "S3",
            "reason": "S3",
            "shares": "S3",
            "words": "S3",
            "requested_at": "S1",
            "approved_at": "S1",
            "second_at": "S1",
            "effective_at": "S1",
            "refused_at": "S1",
        },
        technical=("key_id", "round", "terms", "needs_two"),
        in_clear={"decision": "what is in force is found by it, for the office and for the figures"},
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="disclosure_needs_two_people",
                condition=another_person("approved_by", than="requested_by"),
            ),
            models.CheckConstraint(
                name="disclosure_approved_who_and_when",
                condition=both_or_neither("approved_by", "approved_at"),
            ),
            models.CheckConstraint(
                name="disclosure_second_is_a_third_person",
                condition=models.Q(second_by__isnull=True, second_at__isnull=True)
                # Asked apart: a comparison with nothing is unknown, and a check lets the unknown pass.
                | (
                    models.Q(second_by__isnull=False, second_at__isnull=False, approved_by__isnull=False)
                    & ~models.Q(second_by=models.F("requested_by"))
                    & ~models.Q(second_by=models.F("approved_by"))
                ),
            ),
            models.CheckConstraint(
                name="disclosure_in_force_once_approved",
                condition=models.Q(effective_at__isnull=True)
                | models.Q(approved_at__isnull=False, needs_two=False)
                | models.Q(approved_at__isnull=False, second_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["pair", "round"],
                condition=models.Q(refused_at__isnull=True),
                name="one_open_disclosure_per_round",
            ),
        ]

    @property
    def is_expired(self) -> bool:
        """Say whether the request is too old to be approved."""
        return self.requested_at < timezone.now() - self.WAITS_FOR
