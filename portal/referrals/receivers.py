"""What the registry tells this app (floor 6)."""

from collections.abc import Collection
from uuid import UUID

from django.utils import timezone

from portal.registry.models import Registration

from .models import ErasedGiving, Transmission


def recall(sender, registration_id: UUID, recipient_id: UUID, data_classes: Collection[str], **kwargs) -> None:
    """A family took a yes back, in this transaction: the recipient must be told to delete what it was given of it."""
    given = Transmission.objects.given().filter(registration=registration_id, recipient=recipient_id)
    for transmission in given.filter(recall_due_at__isnull=True):
        if set(transmission.data_classes) & set(data_classes):
            Transmission.objects.filter(pk=transmission.pk).update(recall_due_at=timezone.now())


def keep_to_recall(sender, registration: Registration, **kwargs) -> None:
    """A family erases its registration, in this transaction: its recipients are still to be told (R-101)."""
    given = Transmission.objects.given().filter(registration=registration, recalled_at__isnull=True)
    ErasedGiving.objects.bulk_create(
        [
            ErasedGiving(recipient_id=one.recipient_id, reference=registration.reference, given_at=one.given_at)
            for one in given
            if one.given_at
        ],
        ignore_conflicts=True,
    )
