"""The consent ledger: one row per answer, never overwritten; the latest answer to each question is in force."""

from django.conf import settings
from django.db import models

from portal.core.models import UUIDModel
from portal.core.personal import NOTHING_PERSONAL, PersonalData
from portal.organizations.enums import Authority
from portal.organizations.models import Recipient
from portal.registry.enums import Answer, DataClass, GivenBy, Purpose

from .registrations import RETENTION, Registration
from .testimonies import Testimony

_IN_FORCE = {"withdrawn_at__isnull": True, "replaced_at__isnull": True}


class ConsentText(models.Model):
    """The words of a consent question as they were shown, under their own SHA-256. Never changed, never deleted."""

    hash = models.CharField(max_length=64, primary_key=True)
    language = models.CharField(max_length=5)
    version = models.PositiveSmallIntegerField()
    words = models.TextField()

    personal_data = NOTHING_PERSONAL


class ConsentLineQuerySet(models.QuerySet["ConsentLine"]):
    """Lines in the words of the domain."""

    def in_force(self) -> "ConsentLineQuerySet":
        """Lines neither withdrawn nor replaced."""
        return self.filter(**_IN_FORCE)


class ConsentLine(UUIDModel):
    """One answer to one question, with the version and hash of the text that was shown.

    What is asked at registration names a purpose only; giving names the recipient and one class of data as well.
    An answer that a helper heard names the testimony as its proof. `ending_told_at` says when she was told that the
    time of her answer is over.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    recipient = models.ForeignKey(Recipient, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    data_class = models.CharField(max_length=12, choices=DataClass.choices, blank=True)
    answer = models.CharField(max_length=5, choices=Answer.choices)
    given_by = models.CharField(max_length=10, choices=GivenBy.choices, default=GivenBy.SELF)
    testimony = models.ForeignKey(Testimony, null=True, blank=True, on_delete=models.CASCADE, related_name="lines")
    text_version = models.PositiveSmallIntegerField(default=1)
    text_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=5)
    given_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    ending_told_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentLineQuerySet.as_manager()

    personal_data = PersonalData(
        use="do only what she agreed to, and prove it",
        retention=RETENTION,
        fields={
            "purpose": "S1",
            "data_class": "S1",
            "answer": "S1",
            "given_by": "S1",
            "language": "S1",
            "given_at": "S1",
            "expires_at": "S1",
            "ending_told_at": "S1",
            "replaced_at": "S1",
            "withdrawn_at": "S1",
        },
        technical=("text_version", "text_hash"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "purpose"],
                condition=models.Q(recipient__isnull=True, **_IN_FORCE),
                name="one_consent_in_force_per_purpose",
            ),
            models.UniqueConstraint(
                fields=["registration", "purpose", "recipient", "data_class"],
                condition=models.Q(recipient__isnull=False, **_IN_FORCE),
                name="one_consent_in_force_per_recipient_and_class",
            ),
            models.CheckConstraint(
                name="consent_names_a_class_exactly_for_a_recipient",
                condition=models.Q(recipient__isnull=True, data_class="")
                | (models.Q(recipient__isnull=False) & ~models.Q(data_class="")),
            ),
            models.CheckConstraint(
                name="consent_heard_by_a_helper_has_its_testimony",
                condition=models.Q(given_by=GivenBy.TESTIMONY, testimony__isnull=False)
                | (~models.Q(given_by=GivenBy.TESTIMONY) & models.Q(testimony__isnull=True)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["expires_at"],
                name="consent_time_is_over",
                condition=models.Q(
                    expires_at__isnull=False,
                    ending_told_at__isnull=True,
                    withdrawn_at__isnull=True,
                    replaced_at__isnull=True,
                ),
            )
        ]


class ConsentQuestionQuerySet(models.QuerySet["ConsentQuestion"]):
    """Questions in the words of the domain."""

    def open(self) -> "ConsentQuestionQuerySet":
        """Those that wait for the family, of recipients that still are; who waits longest comes first."""
        return self.filter(answered_at__isnull=True, recipient__is_active=True).order_by("proposed_at", "pk")


class ConsentQuestion(UUIDModel):
    """That staff propose to give something to a recipient: the family is asked on her page, one question at a time."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="consent_questions")
    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    data_classes = models.JSONField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuestionQuerySet.as_manager()

    personal_data = PersonalData(
        use="ask the family before anything is given to anybody",
        retention=RETENTION,
        fields={"data_classes": "S1", "proposed_at": "S1", "answered_at": "S1"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "recipient"],
                condition=models.Q(answered_at__isnull=True),
                name="one_open_question_per_recipient",
            )
        ]


class NamedAuthority(UUIDModel):
    """That a family names an authority in power as one that took or held the person: its bodies are given nothing."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="named_authorities")
    authority = models.CharField(max_length=20, choices=Authority.choices)
    named_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="give nothing to those whom the family fears",
        retention=RETENTION,
        fields={"authority": "S2", "named_at": "S1", "ended_at": "S1"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "authority"],
                condition=models.Q(ended_at__isnull=True),
                name="one_live_naming_per_authority",
            )
        ]
