"""What is due from time to time: comparing, deleting what is past its days, tidying (floor 8).

Run it from cron or a systemd timer, every quarter of an hour or so; each part may fail without stopping the others.
"""

import logging
from collections.abc import Callable

from django.core.management import call_command
from django.utils import timezone

from portal.accounts.services.roles import end_roles_that_are_over
from portal.audit.actors import SYSTEM
from portal.audit.sealing import seal_pending
from portal.confidential.sweeping import sweep_unused_keys
from portal.detainees.services.sealing import weigh_due
from portal.evidence.services.checking import check_waiting
from portal.evidence.services.removal import discard_unfinished, remove_strangers
from portal.family.signs_of_life import send_due_signs
from portal.matching.models import CandidatePair
from portal.matching.services.figures import count_due
from portal.matching.tasks import enqueue_link_changes
from portal.notifications.services.queue import requeue_stale
from portal.registry.services.drafts import discard_due_drafts
from portal.registry.services.endings import tell_due_endings
from portal.registry.services.erasure import finish_all
from portal.registry.services.resealing import finish_renewal
from portal.registry.services.unsent import drop_old_unsent

from .recovery import put_back_abandoned

logger = logging.getLogger(__name__)

_TASK_RESULT_DAYS = 14


def run_all() -> dict[str, int | str]:
    """Do everything that is due; return a count per part, or `failed`."""
    parts: dict[str, Callable[[], int]] = {
        "candidates": _link,
        "weighed": weigh_due,
        "drafts": lambda: discard_due_drafts(actor=SYSTEM),
        "files_waiting": lambda: check_waiting(actor=SYSTEM),
        "files_unfinished": lambda: discard_unfinished(actor=SYSTEM),
        "files_without_row": remove_strangers,
        "asked_again": lambda: tell_due_endings(now=timezone.now(), actor=SYSTEM),
        "roles_over": end_roles_that_are_over,
        "unsent": drop_old_unsent,
        "erasures": finish_all,
        "keys": sweep_unused_keys,
        "team_keys": finish_renewal,
        "figures": lambda: count_due(actor=SYSTEM),
        "signs_of_life": lambda: send_due_signs(today=timezone.now().date()),
        "messages_put_back": requeue_stale,
        "tasks_put_back": put_back_abandoned,
        "task_results": _prune_task_results,
        "sessions": _clear_sessions,
        "sealed": lambda: seal_pending(is_whole=True),
    }
    return {name: _try(name, part) for name, part in parts.items()}


def _try(name: str, part: Callable[[], int]) -> int | str:
    try:
        return part()
    except Exception:
        logger.exception("a part of the periodic work failed: %s", name)
        return "failed"


def _link() -> int:
    """Ask the worker, which has the indexes in memory, to compare what changed; return how many pairs are live."""
    enqueue_link_changes()
    return CandidatePair.objects.open_to_reading().count()


def _prune_task_results() -> int:
    call_command("prune_db_task_results", min_age_days=_TASK_RESULT_DAYS, verbosity=0)
    return 1


def _clear_sessions() -> int:
    call_command("clearsessions", verbosity=0)
    return 1
