"""Background work of this app. Arguments are ids as text."""

import uuid

from django_tasks import task

from .services import tell_followers


@task()
def fan_out(proceeding_id: str, translation_key: str) -> int:
    """Tell all followers of a proceeding about one update; return how many entries were new."""
    return tell_followers(proceeding_id=uuid.UUID(proceeding_id), translation_key=uuid.UUID(translation_key))
