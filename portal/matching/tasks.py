"""What the worker does for this app (floor 6). Arguments are never anything but ids."""

from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone
from django_tasks import task

from portal.audit.actors import SYSTEM

from .services.linking import end_pairs_without_consent
from .services.linking import link_changed as run_link_changed

DELAY = timedelta(seconds=5)
_WAITING = "matching.link_changes.waiting"


@task()
def link_changes() -> None:
    """End what lost its consent, then compare what changed since the last run."""
    cache.delete(_WAITING)
    end_pairs_without_consent(actor=SYSTEM)
    run_link_changed(actor=SYSTEM)


def enqueue_link_changes() -> None:
    """Ask the worker for one comparison soon; many changes in a row ask once."""
    if cache.add(_WAITING, 1, timeout=int(DELAY.total_seconds()) * 6):
        link_changes.using(run_after=timezone.now() + DELAY).enqueue()
