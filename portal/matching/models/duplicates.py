"""Two registrations, or two detainee records, perhaps about one person (floor 6). Linked by people, never merged."""

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedJSONField, EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.models import TimestampedModel
from portal.core.personal import PersonalData
from portal.detainees.access import unsealed_to
from portal.detainees.models import DetaineeRecord
from portal.matching.enums import DuplicateState, Ground, SideKind, Verdict
from portal.registry.consent import allowing
from portal.registry.enums import Purpose
from portal.registry.models import Registration, taking_part

from .checks import is_comparable
from .pairs import RETENTION

# The columns of the two records by the kind of duplicate.
SIDES = {
    SideKind.REGISTRATION: ("first_registration", "second_registration"),
    SideKind.DETAINEE: ("first_detainee", "second_detainee"),
}


class DuplicateQuerySet(models.QuerySet["DuplicatePair"]):
    """Duplicates in the words of the domain."""

    def live(self) -> "DuplicateQuerySet":
        """Those the last comparison still proposes, or that people have judged."""
        return self.filter(superseded_at__isnull=True)

    def open_to_reading(self) -> "DuplicateQuerySet":
        """What people may look at: live, and both records take part in comparison at this moment."""
        families = _agreed("first_registration") & _agreed("second_registration")
        listed = is_comparable("first_detainee__") & is_comparable("second_detainee__")
        return self.live().filter(
            models.Q(families, kind=SideKind.REGISTRATION) | models.Q(listed, kind=SideKind.DETAINEE)
        )

    def open_to(self, user) -> "DuplicateQuerySet":
        """Duplicates of those people whom this person may see."""
        seen = unsealed_to(user, "first_detainee__") & unsealed_to(user, "second_detainee__")
        return self.filter(models.Q(kind=SideKind.REGISTRATION) | seen)

    def of_records(self, kind: str, ids: list) -> "DuplicateQuerySet":
        """Those in which one of these records stands, on either side."""
        first, second = SIDES[SideKind(kind)]
        return self.filter(models.Q(**{f"{first}__in": ids}) | models.Q(**{f"{second}__in": ids}), kind=kind)


def _agreed(side: str) -> models.Q:
    consent = allowing(Purpose.COMPARE).filter(registration=models.OuterRef(side))
    return models.Q(models.Exists(consent)) & taking_part(f"{side}__")


class DuplicatePair(ConfidentialModel, TimestampedModel):
    """The machine's proposal that two records of one side are about one person; first is the smaller key.

    `judged_first` and `judged_second` are the fingerprints of what people judged; a run that would propose the two
    again after one of them changed sets `changed_since`.
    """

    kind = models.CharField(max_length=12, choices=SideKind.choices)
    first_registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    second_registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    first_detainee = models.ForeignKey(
        DetaineeRecord, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    second_detainee = models.ForeignKey(
        DetaineeRecord, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    state = models.CharField(max_length=10, choices=DuplicateState.choices, default=DuplicateState.OPEN)
    weight = models.FloatField()
    probability = models.FloatField()
    levels = EncryptedJSONField(null=True, default=None)
    reasons = EncryptedJSONField(default=list)
    model_version = models.CharField(max_length=40)
    model_sha256 = models.CharField(max_length=64, blank=True)
    judged_first = models.BinaryField(max_length=32, default=b"", blank=True)
    judged_second = models.BinaryField(max_length=32, default=b"", blank=True)
    changed_since = models.DateTimeField(null=True, blank=True)
    superseded_at = models.DateTimeField(null=True, blank=True)

    objects = DuplicateQuerySet.as_manager()

    personal_data = PersonalData(
        use="show people that one person may have been registered or listed twice",
        retention=RETENTION,
        fields={"state": "S3", "weight": "S3", "probability": "S3", "levels": "S3", "reasons": "S3"},
        technical=(
            "key_id",
            "kind",
            "model_version",
            "model_sha256",
            "judged_first",
            "judged_second",
            "changed_since",
            "superseded_at",
            "created_at",
            "updated_at",
        ),
        in_clear={
            "state": "every queue asks for it",
            "weight": "queues go by it",
            "probability": "follows from the weight",
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="duplicate_has_two_records_of_its_kind",
                condition=models.Q(
                    kind=SideKind.REGISTRATION,
                    first_registration__isnull=False,
                    second_registration__isnull=False,
                    first_registration__lt=models.F("second_registration"),
                    first_detainee__isnull=True,
                    second_detainee__isnull=True,
                )
                | models.Q(
                    kind=SideKind.DETAINEE,
                    first_detainee__isnull=False,
                    second_detainee__isnull=False,
                    first_detainee__lt=models.F("second_detainee"),
                    first_registration__isnull=True,
                    second_registration__isnull=True,
                ),
            ),
            models.UniqueConstraint(
                fields=["first_registration", "second_registration"], name="one_duplicate_per_two_registrations"
            ),
            models.UniqueConstraint(
                fields=["first_detainee", "second_detainee"], name="one_duplicate_per_two_detainees"
            ),
        ]
        indexes = [models.Index(fields=["state", "-weight"])]

    @property
    def first(self) -> Registration | DetaineeRecord:
        """The record with the smaller key."""
        return getattr(self, SIDES[SideKind(self.kind)][0])

    @property
    def second(self) -> Registration | DetaineeRecord:
        """The record with the greater key."""
        return getattr(self, SIDES[SideKind(self.kind)][1])


class DuplicateJudgement(ConfidentialModel):
    """What one person said about two records of one side, and why: a usual reason, words, or both.

    Never overwritten; the latest row holds.
    """

    duplicate = models.ForeignKey(DuplicatePair, on_delete=models.CASCADE, related_name="judgements")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    ground = EncryptedTextField(choices=Ground.choices, null=True, default=None)
    reason = EncryptedTextField()
    judged_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        use="who judged two records and why",
        retention=RETENTION,
        fields={"verdict": "S3", "ground": "S3", "reason": "S3", "judged_at": "S1"},
        technical=("key_id",),
        in_clear={"verdict": "the state of the pair and the log name it too"},
    )
