"""Candidate pairs and what people said about them (floor 6). A list of pairs is as sensitive as testimony."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.confidential.fields import EncryptedJSONField, EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import both_or_neither
from portal.core.models import TimestampedModel
from portal.core.personal import PersonalData
from portal.detainees.access import unsealed_to
from portal.detainees.entered import is_entered_on
from portal.detainees.models import DetaineeRecord
from portal.matching.enums import CHANGE_MATTERS, PILES, Ground, MatchRole, PairState, Reading, Verdict
from portal.registry.consent import allowing
from portal.registry.enums import Purpose
from portal.registry.models import Registration, taking_part

from .checks import is_comparable

# A pair that somebody took and did not judge goes back to everybody.
TAKEN_FOR = timedelta(hours=2)
RETENTION = "while both records live; after rejection a fingerprint and the reason"


class PairQuerySet(models.QuerySet["CandidatePair"]):
    """Pairs in the words of the domain."""

    def live(self) -> "PairQuerySet":
        """Pairs the last comparison still proposes, or that people have touched."""
        return self.filter(superseded_at__isnull=True)

    def allowed(self) -> "PairQuerySet":
        """Pairs whose family agrees to comparison at this moment; a withdrawal takes effect at once."""
        consent = allowing(Purpose.COMPARE).filter(registration=models.OuterRef("registration"))
        return self.filter(models.Exists(consent), taking_part("registration__"))

    def open_to_reading(self) -> "PairQuerySet":
        """What people may look at: live, allowed, and of a record with a list behind it that nobody calls wrong."""
        return self.live().allowed().filter(is_comparable("detainee__"))

    def open_to(self, user) -> "PairQuerySet":
        """Pairs of those people whom this person may see."""
        return self.filter(unsealed_to(user, "detainee__"))

    def with_both_sides(self) -> "PairQuerySet":
        """With both records and the list, who asks (`asking`), and whether people entered anything (`is_entered`)."""
        asking = models.FilteredRelation(
            "registration__applicants", condition=models.Q(registration__applicants__superseded_at__isnull=True)
        )
        pairs = self.annotate(asking=asking, is_entered=is_entered_on("detainee"))
        both = ("registration", "detainee__source", "detainee__last_batch")
        return pairs.select_related("asking", *both)  # type: ignore[misc] # the checker knows no filtered relation

    def touched(self) -> "PairQuerySet":
        """Pairs about which somebody has said something; the machine never takes them away."""
        return self.filter(models.Q(judgements__isnull=False) | ~models.Q(state=PairState.CANDIDATE)).distinct()

    def changed_since(self) -> "PairQuerySet":
        """Pairs judged not the same, or unsure, of which a record has changed: a supervisor decides what follows."""
        return self.filter(changed_since__isnull=False, state__in=CHANGE_MATTERS)

    def taken(self) -> "PairQuerySet":
        """Pairs that somebody has taken to read, not too long ago."""
        return self.filter(taken_at__gte=timezone.now() - TAKEN_FOR)

    def free_for(self, user) -> "PairQuerySet":
        """Pairs that this person has taken, or nobody has."""
        others = models.Q(taken_at__gte=timezone.now() - TAKEN_FOR) & ~models.Q(taken_by=user)
        return self.exclude(others)


class CandidatePair(ConfidentialModel, TimestampedModel):
    """The machine's proposal, with a reason per field. Tells nobody anything by itself.

    `reasons` are codes with weights and hold no value of either side; it shares the registration's data key.
    `judged_registration` and `judged_detainee` are the fingerprints of what people read when they settled it; a run
    that would propose the pair again after one of them changed sets `changed_since`, and people decide what follows.
    `judged_values` holds a keyed fingerprint of each value as judged, by side and name, so that it can be said what
    changed. Whoever reads it now has `taken_by` for a while; it goes back by itself, and when a judgement is given.
    `pile` follows from the state, and `risk` is what the record's legal status says (`services.risks`): a queue is
    walked by an index over them, whatever its order.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="pairs")
    detainee = models.ForeignKey(DetaineeRecord, on_delete=models.CASCADE, related_name="pairs")
    role = models.CharField(max_length=30, choices=MatchRole.choices, default=MatchRole.SAME_PERSON)
    state = models.CharField(max_length=30, choices=PairState.choices, default=PairState.CANDIDATE)
    pile = models.GeneratedField(
        expression=models.Case(
            *(
                models.When(superseded_at__isnull=True, state__in=states, then=models.Value(pile.value))
                for pile, states in PILES.items()
            )
        ),
        output_field=models.CharField(max_length=10, null=True),
        db_persist=True,
    )
    risk = models.PositiveSmallIntegerField(default=0)
    weight = models.FloatField()
    probability = models.FloatField()
    round = models.PositiveSmallIntegerField(default=1)
    levels = EncryptedJSONField(null=True, default=None)
    reasons = EncryptedJSONField(default=list)
    model_version = models.CharField(max_length=40)
    model_sha256 = models.CharField(max_length=64, blank=True)
    judged_registration = models.BinaryField(max_length=32, default=b"", blank=True)
    judged_detainee = models.BinaryField(max_length=32, default=b"", blank=True)
    judged_values = models.JSONField(default=dict, blank=True)
    changed_since = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    superseded_at = models.DateTimeField(null=True, blank=True)

    objects = PairQuerySet.as_manager()

    personal_data = PersonalData(
        use="show two reviewers why the machine proposes a pair",
        retention=RETENTION,
        fields={
            "role": "S3",
            "state": "S3",
            "pile": "S3",
            "risk": "S3",
            "weight": "S3",
            "probability": "S3",
            "levels": "S3",
            "reasons": "S3",
        },
        technical=(
            "key_id",
            "round",
            "model_version",
            "model_sha256",
            "judged_registration",
            "judged_detainee",
            "judged_values",
            "changed_since",
            "taken_at",
            "superseded_at",
            "created_at",
            "updated_at",
        ),
        in_clear={
            "role": "pairs are counted, and given out under four eyes, by it",
            "state": "every queue asks for it",
            "pile": "follows from the state; every queue asks for it",
            "risk": "queues go by it; the legal status of the record stands in its list",
            "weight": "queues go by it, over as many pairs as there are",
            "probability": "follows from the weight",
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["registration", "detainee"], name="one_pair_per_two_records"),
            models.CheckConstraint(
                name="pair_taken_who_and_when",
                condition=both_or_neither("taken_by", "taken_at"),
            ),
        ]
        # A long queue is walked in each of its orders, and never sorted; what is rare is found at once.
        indexes = [
            models.Index(fields=["state", "-weight"]),
            models.Index(fields=["pile", "-weight", "id"]),
            models.Index(fields=["pile", "created_at", "id"]),
            models.Index(fields=["pile", "-risk", "-weight", "id"]),
            models.Index(fields=["taken_at"], condition=models.Q(taken_at__isnull=False), name="pairs_taken"),
            models.Index(
                fields=["changed_since"], condition=models.Q(changed_since__isnull=False), name="pairs_changed"
            ),
        ]

    @property
    def taken_until(self) -> datetime | None:
        """Until when somebody keeps it; None where nobody does."""
        until = self.taken_at + TAKEN_FOR if self.taken_at else None
        return until if until and until > timezone.now() else None


class JudgementQuerySet(models.QuerySet["Judgement"]):
    """Judgements in the words of the domain."""

    def standing(self) -> "JudgementQuerySet":
        """Those that nobody took back."""
        return self.filter(withdrawn_at__isnull=True)


class Judgement(ConfidentialModel):
    """What one person said about a pair, and why: a usual reason, words, or both.

    Never overwritten; a reopened pair starts a new round. Who gave the first reading may take it back before the second
    is given: the row stays, and counts no more.
    """

    pair = models.ForeignKey(CandidatePair, on_delete=models.CASCADE, related_name="judgements")
    round = models.PositiveSmallIntegerField(default=1)
    reading = models.CharField(max_length=10, choices=Reading.choices)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    role = models.CharField(max_length=30, choices=MatchRole.choices)
    ground = EncryptedTextField(choices=Ground.choices, null=True, default=None)
    reason = EncryptedTextField()
    judged_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = JudgementQuerySet.as_manager()

    personal_data = PersonalData(
        use="who judged what and why",
        retention=RETENTION,
        fields={
            "verdict": "S3",
            "role": "S3",
            "ground": "S3",
            "reason": "S3",
            "judged_at": "S1",
            "withdrawn_at": "S1",
        },
        technical=("key_id", "round", "reading"),
        in_clear={
            "verdict": "how often two readers agree is counted over all of them; the log names it too",
            "role": "the state of the pair and the log name it too",
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pair", "round", "reading"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_judgement_per_reading",
            ),
            models.UniqueConstraint(
                fields=["pair", "round", "reviewer"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="each_reading_by_another_person",
            ),
            models.CheckConstraint(
                name="only_a_first_reading_is_taken_back",
                condition=models.Q(withdrawn_at__isnull=True) | models.Q(reading=Reading.FIRST),
            ),
        ]

    def stands_in(self, round_: int) -> bool:
        """Whether it counts in this round."""
        return self.round == round_ and self.withdrawn_at is None


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
