"""Telling a family in a talk, its answer, and putting right what was told wrongly (floor 6). R-20: no page of hers."""

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import another_person
from portal.core.models import FourEyes
from portal.core.personal import PersonalData
from portal.matching.enums import FamilySays, Received, TalkWay

from .disclosure import Disclosure
from .pairs import RETENTION


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Corrections in the words of the domain."""

    def standing(self) -> "CorrectionQuerySet":
        """Those that nobody has found to be without ground: asked for, or confirmed."""
        return self.filter(refused_at__isnull=True)

    def waiting(self) -> "CorrectionQuerySet":
        """Those that another person still has to answer."""
        return self.standing().filter(approved_at__isnull=True)


class Correction(ConfidentialModel, FourEyes):
    """We told a family something wrong: one person says so, another confirms it, and then the family is told."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.CASCADE, related_name="corrections")
    reason = EncryptedTextField()

    objects = CorrectionQuerySet.as_manager()

    personal_data = PersonalData(
        use="put right what a family was told wrongly",
        retention=RETENTION,
        fields={"reason": "S3", "requested_at": "S1", "approved_at": "S1", "refused_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="correction_needs_two_people",
                condition=another_person("approved_by", than="requested_by"),
            ),
            models.CheckConstraint(
                name="correction_approved_who_and_when",
                condition=models.Q(approved_by__isnull=True, approved_at__isnull=True)
                | models.Q(approved_by__isnull=False, approved_at__isnull=False, refused_at__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["disclosure"],
                condition=models.Q(refused_at__isnull=True),
                name="one_open_correction_per_disclosure",
            ),
        ]


class TalkQuerySet(models.QuerySet["Talk"]):
    """Talks in the words of the domain."""

    def live(self) -> "TalkQuerySet":
        """Those no newer plan has replaced."""
        return self.filter(replaced_at__isnull=True)

    def waiting(self) -> "TalkQuerySet":
        """Planned, and not yet held."""
        return self.live().filter(told_at__isnull=True)

    def told(self) -> "TalkQuerySet":
        """Those that were held."""
        return self.live().filter(told_at__isnull=False)


class Talk(ConfidentialModel):
    """A plan for telling, and what came of it. A new plan takes the place of one that was not held.

    `correction` is set where the talk tells of our error. `is_grave` is noted when it is planned: then nothing counts
    as told without a language and a support person who was there.
    """

    disclosure = models.ForeignKey(Disclosure, on_delete=models.CASCADE, related_name="talks")
    correction = models.ForeignKey(Correction, null=True, blank=True, on_delete=models.CASCADE, related_name="talks")
    is_grave = models.BooleanField()
    teller = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=TalkWay.choices)
    language = models.CharField(max_length=5, blank=True)
    support = EncryptedTextField()
    planned_on = models.DateField()
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField(auto_now_add=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    is_word_checked = models.BooleanField(default=False)
    is_support_present = models.BooleanField(default=False)
    # None until the talk was held.
    received = EncryptedTextField(choices=Received.choices, null=True, default=None)
    notes = EncryptedTextField()

    objects = TalkQuerySet.as_manager()

    personal_data = PersonalData(
        use="tell a family with care, in its language, with somebody beside it",
        retention=RETENTION,
        fields={
            "is_grave": "S3",
            "way": "S2",
            "language": "S1",
            "support": "S3",
            "planned_on": "S2",
            "planned_at": "S1",
            "replaced_at": "S1",
            "told_at": "S2",
            "received": "S3",
            "notes": "S3",
        },
        technical=("key_id", "is_word_checked", "is_support_present"),
        in_clear={
            "is_grave": "the database itself refuses grave news without a language and somebody beside the family"
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="talk_told_after_the_safe_word",
                condition=models.Q(told_at__isnull=True)
                | models.Q(is_word_checked=True, received__isnull=False, replaced_at__isnull=True),
            ),
            models.CheckConstraint(
                name="grave_news_with_support_and_language",
                condition=models.Q(told_at__isnull=True)
                | models.Q(is_grave=False)
                | models.Q(is_support_present=True) & ~models.Q(language=""),
            ),
            models.UniqueConstraint(
                fields=["disclosure"],
                condition=models.Q(correction__isnull=True, replaced_at__isnull=True),
                name="one_live_talk_per_disclosure",
            ),
            models.UniqueConstraint(
                fields=["correction"], condition=models.Q(replaced_at__isnull=True), name="one_live_talk_per_correction"
            ),
        ]


class FamilyAnswer(ConfidentialModel):
    """What the family said once it was told. The newest counts; it is a label for the comparison."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.CASCADE, related_name="answers")
    says = models.CharField(max_length=10, choices=FamilySays.choices)
    words = EncryptedTextField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        use="hear the family before anything counts as known, and learn from it",
        retention=RETENTION,
        fields={"says": "S3", "words": "S3", "noted_at": "S1"},
        technical=("key_id",),
        in_clear={"says": "counted by the thousand: how far possible matches came, and how well the comparison does"},
    )

    class Meta:
        get_latest_by = ("noted_at", "pk")
