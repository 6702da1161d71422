"""A file as it was received, and its copy without hidden notes (floor 6). Contents are sealed files, not columns."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.accounts.models import AccessHolder
from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.confidential.sealed_files import SealedFile
from portal.core.personal import PersonalData
from portal.registry.enums import Visibility
from portal.registry.models import Author, Draft, Message, Registration

from .enums import COMPLETE, LIVE, EvidenceKind, EvidenceState, Refusal

_RETENTION = "while the draft or the registration lives; a file taken back is unreadable at once, in older backups too"
# What is not sent is examined when it comes, and scanned when it is sent.
_WITH_A_DRAFT = (EvidenceState.RECEIVING, EvidenceState.WAITING, EvidenceState.TAKEN_BACK)
# To whom files are sent: a registration, or the draft that will be one.
Owner = Registration | Draft
_ENDED = (EvidenceState.REFUSED, EvidenceState.TAKEN_BACK)


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Files in the words of the domain."""

    def of(self, owner: Owner) -> "EvidenceQuerySet":
        """Those of one registration or draft, the newest first."""
        whose = {"draft": owner} if isinstance(owner, Draft) else {"registration": owner}
        return self.filter(**whose).order_by("-started_at", "-pk")

    def of_holder(self, holder: AccessHolder) -> "EvidenceQuerySet":
        """Those of everything that one holder filled in or sent."""
        return self.filter(Q(registration__holder=holder) | Q(draft__holder=holder))

    def from_family(self) -> "EvidenceQuerySet":
        """Those that the family sent, by itself or with a message."""
        return self.filter(Q(message__isnull=True, added_by__isnull=True) | Q(message__author=Author.FAMILY))

    def on_the_file(self) -> "EvidenceQuerySet":
        """Those that the family sent or staff put there; what staff wrote to the family stands with the messages."""
        return self.filter(Q(message__isnull=True) | Q(message__author=Author.FAMILY))

    def for_family(self) -> "EvidenceQuerySet":
        """Checked ones that staff sent with a message or meant for the family's page."""
        meant = Q(message__author=Author.STAFF) | Q(visibility=Visibility.FAMILY, copy__isnull=False)
        return self.filter(meant, state=EvidenceState.READY)

    def for_partners(self) -> "EvidenceQuerySet":
        """Checked ones that organizations see who are given the file; the copy alone, never the original."""
        meant = self.filter(state=EvidenceState.READY, copy__isnull=False)
        return meant.exclude(visibility=Visibility.INTERNAL).order_by("started_at", "pk")

    def live(self) -> "EvidenceQuerySet":
        """Those that are here or on their way."""
        return self.filter(state__in=LIVE)

    def complete(self) -> "EvidenceQuerySet":
        """Those that arrived whole, checked or not."""
        return self.filter(state__in=COMPLETE)

    def unfinished(self) -> "EvidenceQuerySet":
        """Those still on their way."""
        return self.filter(state=EvidenceState.RECEIVING)

    def waiting(self) -> "EvidenceQuerySet":
        """Those in quarantine: nobody opens them before they are checked."""
        return self.filter(state=EvidenceState.WAITING)


class Evidence(ConfidentialModel):
    """One file of a draft until that is sent, then of what it became; and the message it goes with, where there is one.

    The row is there before the first part, so that its key has an owner from the start."""

    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence"
    )
    draft = models.ForeignKey(Draft, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence")
    message = models.ForeignKey(Message, null=True, blank=True, on_delete=models.CASCADE, related_name="files")
    # Who put it on the file, where it was not the family.
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Who else may see it; whoever sent it always knows of it.
    visibility = models.CharField(max_length=8, choices=Visibility.choices, default=Visibility.INTERNAL)
    kind = models.CharField(max_length=10, choices=EvidenceKind.choices)
    state = models.CharField(
        max_length=10, choices=EvidenceState.choices, default=EvidenceState.RECEIVING, db_index=True
    )
    refusal = models.CharField(max_length=10, choices=Refusal.choices, blank=True)
    name = EncryptedTextField()
    words = EncryptedTextField()
    sha256 = EncryptedTextField()
    media_type = models.CharField(max_length=40, blank=True)
    size = models.PositiveBigIntegerField()
    scanner = models.CharField(max_length=10, blank=True)
    started_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True, blank=True)
    scanned_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EvidenceQuerySet.as_manager()

    personal_data = PersonalData(
        use="keep what shows what happened, as it was received, so that it can be proved later",
        retention=_RETENTION,
        fields={
            "kind": "S1",
            "visibility": "S1",
            "state": "S1",
            "refusal": "S1",
            "name": "S3",
            "words": "S3",
            "sha256": "S2",
            "started_at": "S1",
            "received_at": "S1",
            "ended_at": "S1",
        },
        technical=("key_id", "media_type", "size", "scanner", "scanned_at"),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="evidence_of_a_registration_or_a_draft",
                condition=Q(registration__isnull=False, draft__isnull=True)
                | Q(registration__isnull=True, draft__isnull=False, state__in=_WITH_A_DRAFT),
            ),
            models.CheckConstraint(
                name="evidence_added_by_staff_to_a_file",
                condition=Q(added_by__isnull=True) | Q(registration__isnull=False, message__isnull=True),
            ),
            models.CheckConstraint(name="evidence_has_a_size", condition=Q(size__gt=0)),
            models.CheckConstraint(
                name="evidence_complete_when_received",
                condition=~Q(state__in=COMPLETE) | Q(received_at__isnull=False),
            ),
            models.CheckConstraint(
                name="evidence_checked_when_ready",
                condition=~Q(state=EvidenceState.READY) | Q(scanned_at__isnull=False),
            ),
            models.CheckConstraint(
                name="evidence_refused_for_a_reason",
                condition=Q(state=EvidenceState.REFUSED, refusal__gt="")
                | ~Q(state=EvidenceState.REFUSED) & Q(refusal=""),
            ),
            models.CheckConstraint(
                name="evidence_ended_when_gone",
                condition=Q(state__in=_ENDED, ended_at__isnull=False) | ~Q(state__in=_ENDED) & Q(ended_at__isnull=True),
            ),
        ]

    @property
    def reference(self) -> str:
        """The reference of its registration; empty before that is sent."""
        return self.registration.reference if self.registration else ""

    @property
    def original(self) -> SealedFile:
        """The contents as received."""
        return SealedFile(table="evidence", row=self.pk, key_id=self.key_id, size=self.size)


class WorkingCopy(ConfidentialModel):
    """What people look at: drawn or written anew, without place, device, author or program. Same key as the file."""

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="copy")
    media_type = models.CharField(max_length=40)
    size = models.PositiveBigIntegerField()
    sha256 = EncryptedTextField()
    made_at = models.DateTimeField()

    personal_data = PersonalData(
        use="look at a file without opening the original",
        retention=_RETENTION,
        fields={"sha256": "S2", "made_at": "S1"},
        technical=("key_id", "media_type", "size"),
    )

    @property
    def contents(self) -> SealedFile:
        """The copy's contents."""
        return SealedFile(table="evidence_copy", row=self.pk, key_id=self.key_id, size=self.size)
