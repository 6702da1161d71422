"""The envelope of a registration, its applicant and the answers as they were sent."""

from django.conf import settings
from django.db import models

from portal.accounts.models import AccessHolder
from portal.confidential.fields import EncryptedJSONField, EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.models import TimestampedModel
from portal.core.personal import PersonalData
from portal.organizations.models import Organization
from portal.registry.enums import (
    COMPARED_STATES,
    TRUSTED,
    ApplicantKind,
    ContactWish,
    FilledBy,
    RegistrationKind,
    RegistrationState,
    Relationship,
    Trust,
    TrustReason,
)

from .drafts import Draft

RETENTION = "while the registration lives; reviewed 12 months after it is closed"


def taking_part(path: str = "") -> models.Q:
    """Say which take part: not paused, closed, kept still, nor to be checked first. `path` leads to a registration."""
    return models.Q(
        **{f"{path}state__in": COMPARED_STATES, f"{path}held_at__isnull": True, f"{path}trust__in": TRUSTED}
    )


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Registrations in the words of the domain."""

    def of_holder(self, holder: AccessHolder) -> "RegistrationQuerySet":
        """Those one holder owns."""
        return self.filter(holder=holder)

    def compared(self) -> "RegistrationQuerySet":
        """Those whose state lets them take part in comparison (consent is checked per line, see consent)."""
        return self.filter(taking_part())

    def held(self) -> "RegistrationQuerySet":
        """Those kept still while people check whether they are true, the longest first."""
        return self.filter(held_at__isnull=False).order_by("held_at")

    def trusted(self) -> "RegistrationQuerySet":
        """Those against which nothing speaks, or which a person released."""
        return self.filter(trust__in=TRUSTED)

    def spam(self) -> "RegistrationQuerySet":
        """Those that a person marked as spam, the first to end first."""
        return self.filter(trust=Trust.SPAM).order_by("trust_at", "pk")


class InForceManager(models.Manager):
    """Rows that no amendment has replaced."""

    def get_queryset(self) -> models.QuerySet:
        """Leave out what was told before."""
        return super().get_queryset().filter(superseded_at__isnull=True)


class Registration(ConfidentialModel, TimestampedModel):
    """One registration. Its reference is for speech and grants nothing.

    `held_at` keeps it still while people check a report about it: nothing is compared or told. It is no state, so that
    neither side can see it: a held registration would tell its owner that the person sought is alive.
    """

    holder = models.ForeignKey(
        AccessHolder, null=True, blank=True, on_delete=models.PROTECT, related_name="registrations"
    )
    organization = models.ForeignKey(
        Organization, null=True, blank=True, on_delete=models.PROTECT, related_name="registrations"
    )
    draft = models.OneToOneField(Draft, null=True, blank=True, on_delete=models.SET_NULL, related_name="registration")
    reference = models.CharField(max_length=12, unique=True)
    external_id = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=10, choices=RegistrationKind.choices)
    state = models.CharField(
        max_length=30, choices=RegistrationState.choices, default=RegistrationState.RECEIVED, db_index=True
    )
    language = models.CharField(max_length=5)
    filled_by = models.CharField(max_length=10, choices=FilledBy.choices, default=FilledBy.SELF)
    form_version = models.PositiveSmallIntegerField(default=1)
    content_fingerprint = models.BinaryField(max_length=32, default=b"", blank=True)
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True, blank=True)
    trust = models.CharField(max_length=11, choices=Trust.choices, default=Trust.PROVEN)
    trust_reason = models.CharField(max_length=9, choices=TrustReason.choices, blank=True)
    trust_at = models.DateTimeField(null=True, blank=True)
    trust_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RegistrationQuerySet.as_manager()

    personal_data = PersonalData(
        use="find out what happened to the person, and answer the family",
        retention=RETENTION,
        fields={
            "reference": "S1",
            "external_id": "S2",
            "kind": "S2",
            "state": "S1",
            "language": "S1",
            "filled_by": "S1",
            "started_at": "S1",
            "submitted_at": "S1",
            "held_at": "S2",
            "trust": "S2",
            "trust_reason": "S2",
            "trust_at": "S2",
        },
        technical=("key_id", "form_version", "content_fingerprint", "created_at", "updated_at"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "external_id"],
                condition=~models.Q(external_id=""),
                name="one_registration_per_organization_and_external_id",
            ),
            models.CheckConstraint(
                name="registration_has_holder_or_organization",
                condition=models.Q(holder__isnull=False) | models.Q(organization__isnull=False),
            ),
            models.CheckConstraint(
                name="registration_times_in_order", condition=models.Q(submitted_at__gte=models.F("started_at"))
            ),
            models.CheckConstraint(
                name="registration_to_check_first_says_why",
                condition=~models.Q(trust=Trust.CHECK_FIRST) | models.Q(trust_reason__gt=""),
            ),
            models.CheckConstraint(
                name="registration_spam_says_by_whom",
                condition=~models.Q(trust=Trust.SPAM) | models.Q(trust_at__isnull=False, trust_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["trust", "submitted_at"], name="registration_trust"),
            models.Index(fields=["submitted_at", "id"], name="registration_age"),
            models.Index(fields=["external_id"], name="registry_by_number"),
        ]

    @property
    def takes_part(self) -> bool:
        """Whether it is compared, told and given: see :func:`taking_part`."""
        return self.state in COMPARED_STATES and self.held_at is None and self.is_trusted

    @property
    def is_trusted(self) -> bool:
        """Whether it goes its way: nothing speaks against it, or a person released it."""
        return self.trust in TRUSTED

    @property
    def applicant(self) -> "Applicant | None":
        """Who registers, as told last."""
        return next(iter(self.applicants.all()), None)


class Applicant(ConfidentialModel):
    """Who registers. How to reach her stands in her safe channels. `every` also shows what was told before."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="applicants")
    kind = models.CharField(max_length=15, choices=ApplicantKind.choices)
    relationship = models.CharField(max_length=30, choices=Relationship.choices)
    relationship_as_written = EncryptedTextField()
    name = EncryptedTextField()
    contact_wish = models.CharField(max_length=10, choices=ContactWish.choices)
    superseded_at = models.DateTimeField(null=True, blank=True)

    objects = InForceManager()
    every = models.Manager()

    personal_data = PersonalData(
        use="know whom we speak with",
        retention=RETENTION,
        fields={
            "kind": "S1",
            "relationship": "S2",
            "relationship_as_written": "S2",
            "name": "S3",
            "contact_wish": "S1",
            "superseded_at": "S1",
        },
        technical=("key_id",),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration"], condition=models.Q(superseded_at__isnull=True), name="one_applicant_in_force"
            )
        ]


class AnswersSnapshot(ConfidentialModel):
    """All answers exactly as they were sent. Each amendment is a further row: which question, when and by whom."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="snapshots")
    number = models.PositiveSmallIntegerField(default=1)
    question = models.CharField(max_length=40, blank=True)
    given_by = models.CharField(max_length=10, choices=FilledBy.choices, default=FilledBy.SELF)
    answers = EncryptedJSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        use="show later what exactly was told us and when",
        retention=RETENTION,
        fields={"answers": "S3", "question": "S1", "given_by": "S1", "created_at": "S1"},
        technical=("key_id", "number"),
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["registration", "number"], name="snapshots_of_a_registration_in_order")
        ]
