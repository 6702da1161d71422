"""That a person agreed to be registered by a helper, as the helper heard it; and the review of who may agree."""

from datetime import datetime

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.organizations.models import Organization
from portal.registry.enums import TRUSTED, Authority, CanRead, ReviewReason, TestimonyWay

from .drafts import Draft
from .registrations import RETENTION, Registration

# Kept where somebody speaks a language that the portal has not.
OTHER_LANGUAGE = "other"


class Testimony(ConfidentialModel):
    """What a helper heard before the first question. Never changed; it goes with the draft and with the registration.

    Sealed with the draft's key. `person_name` is the name in the person's own words. `speaker` says who agreed, and by
    what paper, where it was somebody else.
    """

    __test__ = False  # its name begins like a test of pytest's

    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, related_name="testimony")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    person_name = EncryptedTextField()
    way = models.CharField(max_length=12, choices=TestimonyWay.choices)
    language = models.CharField(max_length=5)
    language_in_words = EncryptedTextField()
    can_read = models.CharField(max_length=8, choices=CanRead.choices)
    read_aloud_by = EncryptedTextField()
    authority = models.CharField(max_length=16, choices=Authority.choices)
    speaker = EncryptedTextField()
    birth_year = EncryptedTextField()

    personal_data = PersonalData(
        use="prove that the person agreed, and who heard it",
        retention=RETENTION,
        fields={
            "recorded_at": "S1",
            "person_name": "S2",
            "way": "S1",
            "language": "S1",
            "language_in_words": "S2",
            "can_read": "S2",
            "read_aloud_by": "S2",
            "authority": "S2",
            "speaker": "S2",
            "birth_year": "S2",
        },
        technical=("key_id",),
    )

    def save(self, *args, **kwargs) -> None:
        """Write it once. What was heard is not changed afterwards."""
        if not self._state.adding:
            raise TypeError("a testimony is not changed")
        super().save(*args, **kwargs)


class ConsentReviewQuerySet(models.QuerySet["ConsentReview"]):
    """Reviews in the words of the domain."""

    def waiting(self) -> "ConsentReviewQuerySet":
        """Those of trusted registrations that nobody has looked at, the oldest first."""
        return self.filter(reviewed_at__isnull=True, registration__trust__in=TRUSTED).order_by("asked_at", "pk")

    def holding_back(self, moment: datetime) -> "ConsentReviewQuerySet":
        """Those that keep answers from counting at a moment: not accepted by then, and the person not yet of age."""
        is_over = models.Q(ends_at__isnull=False, ends_at__lte=moment)
        return self.exclude(is_accepted=True, reviewed_at__lte=moment).exclude(is_over)


class ConsentReview(UUIDModel):
    """That who agreed has to be looked at by a supervisor first: a child, or somebody who spoke for the person (R-104).

    Until it is accepted we keep the registration and may contact, nothing else. `ends_at` is the day on which a child
    comes of age and answers alone.
    """

    registration = models.OneToOneField(Registration, on_delete=models.CASCADE, related_name="consent_review")
    reason = models.CharField(max_length=8, choices=ReviewReason.choices)
    asked_at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    is_accepted = models.BooleanField(default=False)

    objects = ConsentReviewQuerySet.as_manager()

    personal_data = PersonalData(
        use="let no consent of a child or a stranger count before a person has looked at it",
        retention=RETENTION,
        fields={"reason": "S2", "asked_at": "S1", "ends_at": "S2", "reviewed_at": "S1", "is_accepted": "S1"},
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consent_review_who_and_when",
                condition=models.Q(reviewed_by__isnull=True, reviewed_at__isnull=True, is_accepted=False)
                | models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
            )
        ]
