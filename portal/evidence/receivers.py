"""A row that is deleted, with its registration above all, takes its file along (floor 6)."""

from django.db import transaction

from .models import Evidence, WorkingCopy


def remove_contents(sender, instance: Evidence | WorkingCopy, **kwargs) -> None:
    """Remove the sealed file once the row is gone for certain; after a crash `remove_strangers` does it."""
    file = instance.original if isinstance(instance, Evidence) else instance.contents
    transaction.on_commit(file.remove)
