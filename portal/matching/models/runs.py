"""Runs of the comparison, and what each has seen of a record (floor 6)."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from portal.core.models import UUIDModel
from portal.core.personal import NOTHING_PERSONAL, PersonalData
from portal.matching.enums import Finding, RunScope, SideKind, Todo


class LinkRunQuerySet(models.QuerySet["LinkRun"]):
    """Runs in the words of the domain."""

    def open(self) -> "LinkRunQuerySet":
        """Those that have begun and not ended."""
        return self.filter(finished_at__isnull=True)


class LinkRun(UUIDModel):
    """One run of the comparison. The date of the last finished one is the heartbeat every family sees alike.

    `done` of `total` records are compared. What is left to do stands in the marks, never here: a run that is killed
    and taken up again by another process only counts on. `counts` says how many pairs are new, changed, ended.
    """

    # A run that has not moved for so long has lost the process that drove it.
    STILL_AFTER = timedelta(seconds=60)

    scope = models.CharField(max_length=10, choices=RunScope.choices, default=RunScope.CHANGES)
    started_at = models.DateTimeField()
    moved_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    registrations = models.PositiveIntegerField(default=0)
    detainees = models.PositiveIntegerField(default=0)
    candidates = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    model_version = models.CharField(max_length=40, blank=True)
    model_sha256 = models.CharField(max_length=64, blank=True)

    objects = LinkRunQuerySet.as_manager()

    personal_data = NOTHING_PERSONAL

    class Meta:
        get_latest_by = "finished_at"
        constraints = [
            models.UniqueConstraint(
                fields=["scope"], condition=models.Q(finished_at__isnull=True), name="one_open_run_per_scope"
            )
        ]

    def is_still(self) -> bool:
        """Say whether the run waits for a process that goes on with it."""
        return self.finished_at is None and timezone.now() - self.moved_at > self.STILL_AFTER


class LinkedMarkQuerySet(models.QuerySet["LinkedMark"]):
    """Marks in the words of the domain."""

    def waiting(self, todo: str, kind: str | None = None) -> "LinkedMarkQuerySet":
        """Records that a run has taken up and not yet compared in this way."""
        waiting = self.filter(todo=todo)
        return waiting.filter(kind=kind) if kind else waiting


class LinkedMark(models.Model):
    """What comparison has seen of one record, so that the next one reads only what changed.

    `fingerprint` is the one of the record's content and `model` the hash of the model that compared it. `todo` names
    what a run still has to do with the record; empty, it is compared with everything. A record that left comparison
    has no mark. `finding` says of a registration whether there was enough in it to compare.
    """

    kind = models.CharField(max_length=12, choices=SideKind.choices)
    record_id = models.UUIDField()
    fingerprint = models.BinaryField(max_length=32)
    model = models.CharField(max_length=64, blank=True)
    todo = models.CharField(max_length=8, choices=Todo.choices, blank=True)
    finding = models.CharField(max_length=12, choices=Finding.choices, blank=True)

    objects = LinkedMarkQuerySet.as_manager()

    personal_data = PersonalData(
        use="compare only what changed, and say where a name is not enough to compare",
        retention="until the record leaves comparison",
        fields={"finding": "S2"},
        technical=("kind", "record_id", "fingerprint", "model", "todo"),
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_id"], name="one_mark_per_record")]
        indexes = [
            models.Index(fields=["todo", "kind", "id"], condition=~models.Q(todo=""), name="matching_mark_todo"),
            models.Index(fields=["finding"], condition=models.Q(finding="insufficient"), name="matching_mark_finding"),
        ]
