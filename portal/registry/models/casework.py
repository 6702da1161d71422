"""What the office keeps of its own work on a file: who has it, what is due, notes, links, risk, closing.

Every row stays: what changed is a newer row, or the row says when it ended and by whom.
"""

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.registry.enums import CLOSED_STATES, CaseLinkKind, ClosureReason, Risk, TaskKind, Visibility

from .registrations import RETENTION, Registration


def _person(**options) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options)


def _perhaps_a_person() -> models.ForeignKey:
    return _person(null=True, blank=True)


class AssignmentQuerySet(models.QuerySet["CaseAssignment"]):
    """Assignments in the words of the domain."""

    def live(self) -> "AssignmentQuerySet":
        """Those in force: one for each file at most."""
        return self.filter(ended_at__isnull=True)


class CaseAssignment(ConfidentialModel):
    """Somebody has a file from now on; `note` is what the one before says to the next."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="assignments")
    owner = _person()
    note = EncryptedTextField()
    given_by = _person()
    given_at = models.DateTimeField()
    ended_by = _perhaps_a_person()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    personal_data = PersonalData(
        use="know which colleague answers the family",
        retention=RETENTION,
        fields={"note": "S3", "given_at": "S1", "ended_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration"], condition=models.Q(ended_at__isnull=True), name="one_owner_of_a_file"
            ),
            models.CheckConstraint(
                name="assignment_ended_who_and_when", condition=both_or_neither("ended_at", "ended_by")
            ),
        ]


class TaskQuerySet(models.QuerySet["CaseTask"]):
    """Tasks in the words of the domain."""

    def open(self) -> "TaskQuerySet":
        """Those that nobody has done; what is due first comes first."""
        return self.filter(done_at__isnull=True).order_by("due_on", "created_at", "pk")

    def waiting(self) -> "TaskQuerySet":
        """Open ones of files that go on: while a file is closed, its tasks rest."""
        return self.open().exclude(registration__state__in=CLOSED_STATES)


class CaseTask(ConfidentialModel):
    """Something to do about a file until a day. `words` stand on the file alone; the kind says nothing of anybody."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="tasks")
    kind = models.CharField(max_length=12, choices=TaskKind.choices)
    words = EncryptedTextField()
    due_on = models.DateField()
    for_whom = _person()
    created_by = _person()
    created_at = models.DateTimeField()
    done_by = _perhaps_a_person()
    done_at = models.DateTimeField(null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    personal_data = PersonalData(
        use="forget nothing that was promised to a family",
        retention=RETENTION,
        fields={"kind": "S1", "words": "S3", "due_on": "S1", "created_at": "S1", "done_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        indexes = [models.Index(fields=["due_on"], condition=models.Q(done_at__isnull=True), name="open_tasks_due")]
        constraints = [
            models.CheckConstraint(name="task_done_who_and_when", condition=both_or_neither("done_at", "done_by"))
        ]


class NoteQuerySet(models.QuerySet["CaseNote"]):
    """Notes in the words of the domain."""

    def in_force(self) -> "NoteQuerySet":
        """Those that no newer note corrects, the newest first."""
        return self.filter(corrected_by__isnull=True).order_by("-written_at", "-pk")

    def for_family(self) -> "NoteQuerySet":
        """What the family reads."""
        return self.in_force().filter(visibility=Visibility.FAMILY)

    def for_partners(self) -> "NoteQuerySet":
        """What organizations that are given the file read: what the family reads is no secret from them."""
        return self.in_force().exclude(visibility=Visibility.INTERNAL)


class CaseNote(ConfidentialModel):
    """One note. Nothing is changed once it is written: `corrects` names the note that this one replaces."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="case_notes")
    visibility = models.CharField(max_length=8, choices=Visibility.choices)
    words = EncryptedTextField()
    written_by = _person()
    written_at = models.DateTimeField()
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="corrected_by"
    )

    objects = NoteQuerySet.as_manager()

    personal_data = PersonalData(
        use="let whoever answers next know what was said and done",
        retention=RETENTION,
        fields={"visibility": "S1", "words": "S3", "written_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="note_does_not_correct_itself",
                condition=models.Q(corrects__isnull=True) | ~models.Q(corrects=models.F("id")),
            )
        ]


class CaseLinkQuerySet(models.QuerySet["CaseLink"]):
    """Links in the words of the domain."""

    def live_of(self, registration: Registration) -> "CaseLinkQuerySet":
        """Those in force in which a file stands, on either side."""
        return self.filter(models.Q(first=registration) | models.Q(second=registration), ended_at__isnull=True)


class CaseLink(UUIDModel):
    """Two files that staff read side by side. Neither family is told of the other: no page of theirs reads this table.

    `first` is the file with the smaller key. What she herself linked is a `RegistrationLink`.
    """

    first = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=14, choices=CaseLinkKind.choices)
    linked_by = _person()
    linked_at = models.DateTimeField()
    ended_by = _perhaps_a_person()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CaseLinkQuerySet.as_manager()

    personal_data = PersonalData(
        use="answer families of one person or one day with the same knowledge",
        retention=RETENTION,
        fields={"kind": "S3", "linked_at": "S1", "ended_at": "S1"},
        in_clear={"kind": "the database itself refuses to link two files twice in one way"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second", "kind"],
                condition=models.Q(ended_at__isnull=True),
                name="files_linked_once_per_kind",
            ),
            models.CheckConstraint(name="linked_files_in_order", condition=models.Q(first__lt=models.F("second"))),
            models.CheckConstraint(name="link_ended_who_and_when", condition=both_or_neither("ended_at", "ended_by")),
        ]


class CaseRisk(ConfidentialModel):
    """How much danger a colleague sees, and on what that rests; the newest row counts."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="risks")
    grade = models.CharField(max_length=6, choices=Risk.choices)
    basis = EncryptedTextField()
    graded_by = _person()
    graded_at = models.DateTimeField()

    personal_data = PersonalData(
        use="answer first where somebody is in danger",
        retention=RETENTION,
        fields={"grade": "S3", "basis": "S3", "graded_at": "S1"},
        technical=("key_id",),
        in_clear={"grade": "lists of files put first who is in danger, and only the database sorts them all"},
    )

    class Meta:
        ordering = ["-graded_at", "-pk"]


class CaseClosure(ConfidentialModel):
    """Staff closed a file: why, for colleagues, and what the family reads. Nothing is deleted; it can be reopened."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="closures")
    reason = models.CharField(max_length=30, choices=ClosureReason.choices)
    basis = EncryptedTextField()
    elsewhere = EncryptedTextField()
    closed_by = _person()
    closed_at = models.DateTimeField()
    reopened_by = _perhaps_a_person()
    reopened_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="tell the family why nobody here goes on, and who does",
        retention=RETENTION,
        fields={"reason": "S2", "basis": "S3", "elsewhere": "S3", "closed_at": "S1", "reopened_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        ordering = ["-closed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration"], condition=models.Q(reopened_at__isnull=True), name="one_closure_in_force"
            ),
            models.CheckConstraint(
                name="closure_reopened_who_and_when", condition=both_or_neither("reopened_at", "reopened_by")
            ),
        ]
