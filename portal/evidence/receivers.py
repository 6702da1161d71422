"""A row that is deleted takes its file along; files of a registration that is released are checked (floor 6)."""

from django.db import transaction

from .models import Evidence, WorkingCopy
from .tasks import enqueue_checking


def remove_contents(sender, instance: Evidence | WorkingCopy, **kwargs) -> None:
    """Remove the sealed file once the row is gone for certain; after a crash `remove_strangers` does it."""
    file = instance.original if isinstance(instance, Evidence) else instance.contents
    transaction.on_commit(file.remove)


def check_released(sender, **kwargs) -> None:
    """The files of a registration that a person released waited with it."""
    enqueue_checking()
