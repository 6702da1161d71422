"""Audit events and the seals that chain them. Both tables are append-only by trigger (floor 1; R-25 to R-27)."""

from django.db import models

from portal.core.models import UUIDModel
from portal.core.personal import PersonalData

from .actors import ActorKind
from .areas import AppOf

_RETENTION = "as long as the installation lives"


class Event(models.Model):
    """Somebody did something to something. Holds no personal data: codes, counts and UUIDs only."""

    code = models.CharField(max_length=80)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10, choices=ActorKind.choices)
    actor_id = models.UUIDField(null=True, blank=True)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.UUIDField(null=True, blank=True)
    organization_id = models.UUIDField(null=True, blank=True)
    purpose = models.CharField(max_length=60, blank=True)
    data = models.JSONField(default=dict, blank=True)

    personal_data = PersonalData(
        use="who read or changed what, for the person concerned and for auditors",
        retention=_RETENTION,
        fields={"actor_id": "S1", "subject_id": "S1"},
        technical=("code", "at", "actor_kind", "subject_kind", "organization_id", "purpose", "data"),
    )

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"]),
            models.Index(fields=["actor_id", "at"]),
            models.Index(fields=["code", "at"]),
            models.Index(fields=["subject_id"]),
            models.Index(AppOf("code"), "id", name="audit_event_app_id"),
        ]


class ChainCheck(UUIDModel):
    """One walk over the chain, asked for on a page: how far it came and what it found. Faults name rows, nobody."""

    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    anchor = models.CharField(max_length=64, blank=True)
    sealed = models.PositiveBigIntegerField(default=0)
    unsealed = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    fault_count = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="what an auditor asked for and was told about the log",
        retention=_RETENTION,
        fields={"asked_by": "S1", "asked_at": "S1"},
        technical=("anchor", "sealed", "unsealed", "head", "fault_count", "faults", "finished_at"),
    )

    class Meta:
        ordering = ["-asked_at"]


class Seal(models.Model):
    """One link of the chain: the hash over the event and the link before it."""

    sequence = models.PositiveBigIntegerField(unique=True)
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="seal", primary_key=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    personal_data = PersonalData(
        use="proof that the log was not changed",
        retention=_RETENTION,
        technical=("sequence", "previous_hash", "hash", "sealed_at"),
    )
