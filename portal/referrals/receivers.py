"""What the registry tells this app (floor 6)."""

from collections.abc import Collection
from uuid import UUID

from django.utils import timezone

from .models import Transmission


def recall(sender, registration_id: UUID, recipient_id: UUID, data_classes: Collection[str], **kwargs) -> None:
    """A family took a yes back, in this transaction: the recipient must be told to delete what it was given of it."""
    given = Transmission.objects.given().filter(registration=registration_id, recipient=recipient_id)
    for transmission in given.filter(recall_due_at__isnull=True):
        if set(transmission.data_classes) & set(data_classes):
            Transmission.objects.filter(pk=transmission.pk).update(recall_due_at=timezone.now())
