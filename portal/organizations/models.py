"""Partner organizations and who belongs to them (floor 3)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.constraints import another_person
from portal.core.models import TimestampedModel, UUIDModel
from portal.core.personal import NOTHING_PERSONAL, PersonalData

from .enums import Authority, RecipientKind

# An organization's page stands at /<lang>/<slug>/, beside these pages of ours: none may take their place.
ADDRESSES_OF_OURS = frozenset(
    {"_util", "figures", "follow", "guides", "help", "leave", "me", "proceedings", "register"}
    | {"return", "sign-out", "stop", "tell-us", "unfollow", "verify"}
)


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Organizations in the words of the domain."""

    def verified(self) -> "OrganizationQuerySet":
        """Those whose identity was checked by two people."""
        return self.filter(verified_at__isnull=False)


class Organization(UUIDModel, TimestampedModel):
    """A partner that publishes or registers on behalf of families."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    website = models.URLField(blank=True)
    # Ours, if it is among them: nobody of it audits us.
    keeps_the_registry = models.BooleanField(default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = OrganizationQuerySet.as_manager()

    personal_data = NOTHING_PERSONAL

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="organization_needs_two_people",
                condition=another_person("verified_by", than="created_by"),
            ),
            models.UniqueConstraint(
                name="one_organization_keeps_the_registry",
                fields=["keeps_the_registry"],
                condition=models.Q(keeps_the_registry=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class MembershipRole(models.TextChoices):
    """What a member does for the organization."""

    EDITOR = "editor", _("Editor")
    CASEWORKER = "caseworker", _("Caseworker")
    AUDITOR = "auditor", _("Auditor")


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships in the words of the domain."""

    def live(self) -> "MembershipQuerySet":
        """Memberships that have not ended."""
        return self.filter(ended_at__isnull=True)


class Membership(UUIDModel):
    """A user belongs to an organization since, until."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=MembershipRole.choices)
    since = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    personal_data = PersonalData(
        use="who acts for which organization",
        retention="as long as the audit log",
        fields={"role": "S1", "since": "S1", "ended_at": "S1"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organization", "role"],
                condition=models.Q(ended_at__isnull=True),
                name="one_live_membership",
            )
        ]


class RecipientQuerySet(models.QuerySet["Recipient"]):
    """Recipients in the words of the domain."""

    def usable(self) -> "RecipientQuerySet":
        """Those about whom a family may be asked: confirmed by a second person, and not ended."""
        return self.filter(is_active=True, confirmed_at__isnull=False)


class Recipient(UUIDModel, TimestampedModel):
    """Who may be given what a family told, if the family agrees. `risk` says in words what that may lead to.

    Nobody is asked about it, and it is given nothing, before a second person has confirmed what stands here.

    `authority` is set where it is a body of an authority in power: where a family names that authority as the one who
    took or held the person, it is given nothing.
    """

    kind = models.CharField(max_length=12, choices=RecipientKind.choices)
    name = models.CharField(max_length=200, unique=True)
    risk = models.TextField(blank=True)
    country = models.CharField(max_length=2, blank=True)
    imposes_death_penalty = models.BooleanField(default=False)
    authority = models.CharField(max_length=20, choices=Authority.choices, blank=True)
    is_active = models.BooleanField(default=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = RecipientQuerySet.as_manager()

    personal_data = NOTHING_PERSONAL

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="recipient_needs_two_people",
                condition=another_person("confirmed_by", than="added_by"),
            ),
            models.CheckConstraint(
                name="recipient_confirmed_who_and_when",
                condition=models.Q(confirmed_by__isnull=True) | models.Q(confirmed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name
