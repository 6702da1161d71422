"""Leave to take some registrations out as a table, by two people, and which ones were taken (floor 6; R-21, R-22)."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import another_person, both_or_neither
from portal.core.models import FourEyes, UUIDModel
from portal.core.personal import PersonalData
from portal.core.references import ALPHABET
from portal.organizations.models import Recipient
from portal.places.models import Place
from portal.referrals.enums import ExtractState, FileKind
from portal.registry.enums import Purpose, RegistrationState
from portal.registry.models import Registration

# A request nobody answers in time must be made again; one that was approved serves for a day.
WAITS_FOR = timedelta(days=14)
LASTS_FOR = timedelta(hours=24)
# More registrations than this are never in one copy.
MOST = 500
MARK_LENGTH = 8


def new_mark() -> str:
    """Return the mark of one row of one copy: random, so that it says nothing and stands nowhere else."""
    return "".join(secrets.choice(ALPHABET) for _ in range(MARK_LENGTH))


def new_number() -> str:
    """Return the number of a request, as it stands in the copy."""
    return f"EX-{new_mark()}"


def _person(**options) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options)


class ExtractQuerySet(models.QuerySet["Extract"]):
    """Requests in the words of the domain."""

    def waiting(self) -> "ExtractQuerySet":
        """Those that wait for another person."""
        since = timezone.now() - WAITS_FOR
        return self.filter(expires_at__isnull=True, refused_at__isnull=True, requested_at__gte=since)

    def taken_lately_for(self, recipient: Recipient) -> "ExtractQuerySet":
        """What a recipient was given within a month, by whomever: many small copies are one large one."""
        return self.filter(recipient=recipient, taken_at__gte=timezone.now() - timedelta(days=30))


class Extract(ConfidentialModel, FourEyes):
    """One copy of some registrations for one reader. It is made when it is taken, once, and no bytes of it are kept.

    `recipient` is nothing for our own work; `purpose` is what the ledger is asked for. `needs_two` asks for two people
    beside the one who asked. What was chosen (`state` to `owner`) is looked up anew whenever it is looked at.
    """

    number = models.CharField(max_length=12, unique=True, default=new_number)
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    recipient = models.ForeignKey(Recipient, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    parts = models.JSONField()
    file_kind = models.CharField(max_length=4, choices=FileKind.choices)
    state = models.CharField(max_length=30, choices=RegistrationState.choices, blank=True)
    region = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    owner = _person(null=True, blank=True)
    words = EncryptedTextField()
    needs_two = models.BooleanField(default=False)
    second_by = _person(null=True, blank=True)
    second_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    refused_by = _person(null=True, blank=True)
    refusal = EncryptedTextField()
    taken_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    count = models.PositiveSmallIntegerField(null=True, blank=True)
    left_out = models.JSONField(default=dict, blank=True)

    objects = ExtractQuerySet.as_manager()

    personal_data = PersonalData(
        use="who asked for, approved and took an export of registrations, of which kind and what for",
        retention="as long as the log",
        fields={
            "words": "S2",
            "refusal": "S2",
            "requested_at": "S1",
            "approved_at": "S1",
            "second_at": "S1",
            "refused_at": "S1",
            "taken_at": "S1",
        },
        technical=(
            *("key_id", "number", "purpose", "parts", "file_kind", "state", "since", "until", "needs_two"),
            *("expires_at", "sha256", "count", "left_out"),
        ),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="extract_needs_two_people",
                condition=another_person("approved_by", than="requested_by")
                & another_person("refused_by", than="requested_by"),
            ),
            models.CheckConstraint(
                name="extract_second_is_a_third_person",
                condition=Q(second_by__isnull=True)
                | Q(approved_by__isnull=False) & ~Q(second_by=F("requested_by")) & ~Q(second_by=F("approved_by")),
            ),
            models.CheckConstraint(
                name="extract_answered_who_and_when",
                condition=both_or_neither("approved_at", "approved_by")
                & both_or_neither("second_at", "second_by")
                & both_or_neither("refused_at", "refused_by"),
            ),
            models.CheckConstraint(
                name="extract_lasts_once_all_approved",
                condition=Q(expires_at__isnull=True)
                | Q(approved_at__isnull=False, refused_at__isnull=True)
                & (Q(needs_two=False) | Q(second_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="extract_of_not_too_many", condition=Q(count__isnull=True) | Q(count__gte=1, count__lte=MOST)
            ),
            models.CheckConstraint(
                name="extract_taken_within_its_time",
                condition=Q(taken_at__isnull=True)
                | Q(expires_at__isnull=False, count__isnull=False, sha256__gt="")
                & Q(taken_at__lt=F("expires_at"), taken_at__gte=F("approved_at")),
            ),
        ]
        indexes = [models.Index(fields=["-requested_at"], name="extracts_newest_first")]

    def stands(self) -> ExtractState:
        """Say where the request stands at this moment."""
        if self.taken_at:
            return ExtractState.TAKEN
        if self.refused_at:
            return ExtractState.REFUSED
        now = timezone.now()
        if self.expires_at:
            return ExtractState.APPROVED if now < self.expires_at else ExtractState.LAPSED
        if now >= self.requested_at + WAITS_FOR:
            return ExtractState.LAPSED
        return ExtractState.WAITING_FOR_THIRD if self.approved_at else ExtractState.WAITING


class ExtractRow(UUIDModel):
    """One registration in one copy, and the mark it has there: a copy that is found somewhere leads back to its reader.

    Whoever erases a registration takes its rows along; those of other families still tell the copy.
    """

    extract = models.ForeignKey(Extract, on_delete=models.CASCADE, related_name="rows")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="extract_rows")
    mark = models.CharField(max_length=MARK_LENGTH, unique=True, default=new_mark)

    personal_data = PersonalData(
        use="know which families are concerned when a copy is found where it does not belong, and whose copy it is",
        retention="while the registration lives; reviewed 12 months after it is closed",
        technical=("mark",),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["extract", "registration"], name="one_row_per_registration_in_a_copy")
        ]
