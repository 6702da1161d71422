"""What people tell us when a record is wrong, when somebody asks for money, or when a code is lost (floor 3)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import AccessHolder
from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData


class ReportKind(models.TextChoices):
    """What is reported."""

    WRONG_RECORD = "wrong_record", _("This record is wrong")
    NOT_MISSING = "not_missing", _("I am not missing")
    NOT_TRUE = "not_true", _("This is false")
    TAKE_DOWN = "take_down", _("Take it down")
    MONEY = "money", _("Someone asked me for money")
    LOST_CODE = "lost_code", _("I lost my code")
    HELP = "help", _("I need help")
    WORDING = "wording", _("A mistake in the wording")
    CALL = "call", _("Asks to be called")


class ReportState(models.TextChoices):
    """Where a report stands."""

    NEW = "new", _("New")
    OPEN = "open", _("A person works on it")
    DONE = "done", _("Done")


# A person who is not missing, or whose record is wrong, may be in danger through it: these are read first.
PRESSING_KINDS = (ReportKind.WRONG_RECORD, ReportKind.NOT_MISSING, ReportKind.NOT_TRUE, ReportKind.TAKE_DOWN)
# Nobody is in danger through a clumsy sentence: these are read last.
PATIENT_KINDS = (ReportKind.WORDING,)


# Nobody sends these but a family, or somebody who claims to be one: they go with the registration that they name.
KINDS_OF_FAMILIES = (ReportKind.LOST_CODE, ReportKind.HELP, ReportKind.CALL)

# What has a page of its own among the families' questions, and none under "tell us".
NOT_OFFERED = (ReportKind.CALL,)


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports in the words of the domain."""

    def waiting(self) -> "ReportQuerySet":
        """Those nobody has finished."""
        return self.exclude(state=ReportState.DONE)

    def done(self) -> "ReportQuerySet":
        """Those somebody has finished."""
        return self.filter(state=ReportState.DONE)

    def new(self) -> "ReportQuerySet":
        """Those nobody has begun."""
        return self.filter(state=ReportState.NEW)

    def most_pressing_first(self) -> "ReportQuerySet":
        """What may put somebody in danger first, mistakes in the wording last, then by age.

        A wrong record needs no reference: whoever stands on a list has none.
        """
        is_pressing = models.Q(kind__in=PRESSING_KINDS) & ~models.Q(reference="")
        is_pressing |= models.Q(kind=ReportKind.WRONG_RECORD)
        rank = models.Case(
            models.When(is_pressing, then=0),
            models.When(kind__in=PATIENT_KINDS, then=2),
            default=1,
            output_field=models.IntegerField(),
        )
        return self.annotate(rank=rank).order_by("rank", "created_at")


class Report(ConfidentialModel):
    """A report from anybody. `reference` is what the person gave, if any; it grants nothing.

    `holder` is whose page was open when it was sent: then it is hers, stands in her download and goes with her.
    """

    holder = models.ForeignKey(AccessHolder, null=True, blank=True, on_delete=models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=20, choices=ReportKind.choices)
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.NEW)
    language = models.CharField(max_length=5)
    reference = models.CharField(max_length=12, blank=True)
    words = EncryptedTextField()
    reach = EncryptedTextField()
    token = models.UUIDField(unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    personal_data = PersonalData(
        use="correct what is wrong, warn of fraud, help with a lost code",
        retention="12 months after it is done",
        fields={
            "kind": "S1",
            "language": "S1",
            "reference": "S2",
            "words": "S3",
            "reach": "S3",
            "created_at": "S1",
            "closed_at": "S1",
        },
        technical=("state", "token", "key_id"),
    )

    class Meta:
        indexes = [models.Index(fields=["state", "created_at"])]


class OfficialKind(models.TextChoices):
    """By which way we really speak with people."""

    SITE = "site", _("Our page")
    EMAIL = "email", _("Our e-mails come from")
    SMS = "sms", _("Our text messages come from")
    PHONE = "phone", _("We call from")
    SOCIAL = "social", _("Our public account")


class OfficialChannelQuerySet(models.QuerySet["OfficialChannel"]):
    """Official channels in the words of the domain."""

    def live(self) -> "OfficialChannelQuerySet":
        """Those that are ours today."""
        return self.filter(removed_at__isnull=True)


class OfficialChannel(UUIDModel):
    """A channel that is really ours, so that a family can tell who only claims to be us. Public."""

    kind = models.CharField(max_length=10, choices=OfficialKind.choices)
    value = models.CharField(max_length=200)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = OfficialChannelQuerySet.as_manager()

    personal_data = PersonalData(
        use="show families which messages really come from us",
        retention="as long as the audit log",
        fields={"added_at": "S0", "removed_at": "S0"},
        technical=("kind", "value"),
    )

    class Meta:
        ordering = ["kind", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "value"], condition=models.Q(removed_at__isnull=True), name="one_live_official_channel"
            ),
            models.CheckConstraint(
                name="official_channel_removed_who_and_when",
                condition=both_or_neither("removed_by", "removed_at"),
            ),
        ]
