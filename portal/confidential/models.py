"""Wrapped keys (database `keys`) and the abstract rows that are encrypted or searched blindly (floor 1)."""

import uuid

from django.db import models

from portal.core.models import UUIDModel
from portal.core.personal import NOTHING_PERSONAL


class WrappedKey(models.Model):
    """One data key, encrypted under the key-encryption key. Destroyed keys stay as a ledger of what was erased."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    purpose = models.CharField(max_length=40)
    kek_version = models.PositiveSmallIntegerField(default=1)
    wrapped = models.BinaryField(max_length=128)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    personal_data = NOTHING_PERSONAL

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="wrapped_key_gone_when_destroyed",
                condition=models.Q(destroyed_at__isnull=True) | models.Q(wrapped=b""),
            )
        ]


class TeamKey(models.Model):
    """One version of the key pair of trained people. Whoever has the public half can write for them and read nothing.

    The private half is wrapped under the key-encryption key or, `is_outside`, under a secret that may be kept off this
    machine. A replaced version is destroyed once nothing is sealed to it; its empty row stays.
    """

    version = models.PositiveSmallIntegerField(unique=True)
    public = models.BinaryField(max_length=32)
    wrapped = models.BinaryField(max_length=128)
    is_outside = models.BooleanField()
    kek_version = models.PositiveSmallIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    personal_data = NOTHING_PERSONAL

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="team_key_gone_when_destroyed",
                condition=models.Q(destroyed_at__isnull=True) | models.Q(wrapped=b""),
            )
        ]


class ConfidentialModel(UUIDModel):
    """A row with encrypted fields. `key_id` names its data key; the rows of one record share one key."""

    key_id = models.UUIDField(editable=False, db_index=True)

    class Meta:
        abstract = True


class BlindIndexRow(models.Model):
    """A truncated keyed token of one part of a name: it narrows a search and identifies nobody.

    Each table has an index that ends with the owner: a search then reads the index alone, however frequent the name.
    """

    field = models.CharField(max_length=20)
    token = models.PositiveIntegerField()
    version = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
