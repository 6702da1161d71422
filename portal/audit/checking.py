"""A walk over the chain for an auditor: at once where the log is short, else in slices (R-27; floor 1)."""

import time
import uuid
from collections.abc import Iterator

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from .actors import Actor
from .events import register
from .models import ChainCheck, Seal
from .sealing import Verification, verify_in_steps
from .services import record

CHECKED = register("audit.chain.checked", _("An auditor checked the chain of the log"))
ANCHOR_TAKEN = register("audit.anchor.taken", _("An auditor took the last seal of the log away"))

# A log of so many entries is walked while the auditor waits: about a second.
AT_ONCE = 20_000
_SLICE_SECONDS = 2.0
_FAULTS = 20

# Walks under way in this process. One whose process was killed begins again at the first seal.
_begun: dict[str, tuple[Verification, Iterator[None]]] = {}


def ask_check(*, actor: Actor, user_id: uuid.UUID, anchor: str = "") -> ChainCheck:
    """Check the chain now, or let the worker do it; one that is under way is not begun twice."""
    waiting = ChainCheck.objects.filter(finished_at__isnull=True, anchor=anchor).first()
    if waiting is not None:
        return waiting
    check = ChainCheck.objects.create(asked_by=user_id, asked_at=timezone.now(), anchor=anchor)
    record(CHECKED, actor=actor, data={"with_anchor": bool(anchor)})
    if (Seal.objects.aggregate(last=Max("sequence"))["last"] or 0) > AT_ONCE:
        walk_on.enqueue(str(check.pk))
    else:
        _walk(check, until=None)
    return check


@task(queue_name="long")
def walk_on(check_id: str) -> None:
    """Walk some of the way, then wait behind other work again."""
    check = ChainCheck.objects.get(pk=check_id)
    if not _walk(check, until=time.monotonic() + _SLICE_SECONDS):
        walk_on.enqueue(check_id)


def _walk(check: ChainCheck, *, until: float | None) -> bool:
    """Go on until the end or the moment; say whether it ended."""
    key = str(check.pk)
    result, steps = _begun.pop(key) if key in _begun else _begin(check)
    for _step in steps:
        if until is not None and time.monotonic() >= until:
            _begun[key] = (result, steps)
            _note(check, result)
            return False
    check.finished_at = timezone.now()
    _note(check, result)
    return True


def _begin(check: ChainCheck) -> tuple[Verification, Iterator[None]]:
    result = Verification()
    return result, verify_in_steps(result, check.anchor)


def _note(check: ChainCheck, result: Verification) -> None:
    check.sealed, check.unsealed, check.head = result.sealed, result.unsealed, result.head
    check.fault_count, check.faults = len(result.faults), result.faults[:_FAULTS]
    check.save()
