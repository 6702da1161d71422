"""Runs in the database: taken up, counted on, closed with one audit event (floor 6).

What is left to do stands in the marks. A run is only the count that staff see, so nothing is lost with it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.matching import events
from portal.matching.enums import RunScope, SideKind, Todo
from portal.matching.models import CandidatePair, DuplicatePair, LinkedMark, LinkRun
from portal.matching.serving import Serving

_EVENTS = {RunScope.DUPLICATES: events.DUPLICATES_COMPARED}
# Which marks a run of each scope works through.
TODO_OF = {RunScope.CHANGES: Todo.ACROSS, RunScope.EVERYTHING: Todo.ACROSS, RunScope.DUPLICATES: Todo.WITHIN}


def open_run(todo: str) -> LinkRun | None:
    """The run that works through such marks, if one has begun and not ended."""
    scopes = [scope for scope, its in TODO_OF.items() if its == todo]
    return LinkRun.objects.open().filter(scope__in=scopes).order_by("started_at").first()


@transaction.atomic
def begin(scope: str, serving: Serving) -> LinkRun:
    """Open a run, or let the one under way go on with more: one of changes may become one of everything."""
    run = open_run(TODO_OF[RunScope(scope)])
    if run is None:
        run, _is_new = LinkRun.objects.get_or_create(
            scope=scope, finished_at=None, defaults={"started_at": timezone.now()}
        )
    if run.scope != RunScope.EVERYTHING:
        run.scope = scope
    run.model_version, run.model_sha256 = serving.version, serving.sha256
    run.total = run.done + LinkedMark.objects.waiting(TODO_OF[RunScope(scope)]).count()
    run.moved_at = timezone.now()
    run.save()
    return run


@transaction.atomic
def move_on(todo: str, *, compared: int, counts: Counter[str]) -> None:
    """Count what was done on the run under way."""
    run = open_run(todo)
    if run is None:
        return
    run = LinkRun.objects.select_for_update().get(pk=run.pk)
    run.done += compared
    if todo == Todo.ACROSS:  # a new record of a list may concern further registrations
        run.total = run.done + LinkedMark.objects.waiting(todo).count()
    run.counts = dict(Counter(run.counts) + counts)
    run.moved_at = timezone.now()
    run.save(update_fields=["done", "total", "counts", "moved_at"])


@transaction.atomic
def close(todo: str, serving: Serving, *, actor: Actor) -> LinkRun | None:
    """Close the run under way where nothing is left to do."""
    run = open_run(todo)
    if run is None or LinkedMark.objects.waiting(todo).exists():
        return None
    return finish(run, serving, actor=actor)


@transaction.atomic
def finish(run: LinkRun, serving: Serving, *, actor: Actor, registrations: Iterable | None = None) -> LinkRun:
    """Write the end of a run and its one audit event, with counts and a hash over the pairs it leaves behind.

    With `registrations` the hash is over the pairs of these alone.
    """
    run.finished_at = run.moved_at = timezone.now()
    run.registrations = serving.count(SideKind.REGISTRATION)
    run.detainees = serving.count(SideKind.DETAINEE)
    run.candidates = CandidatePair.objects.open_to_reading().count()
    run.save()
    if run.scope == RunScope.DUPLICATES:
        manifest = _manifest(DuplicatePair.objects.live())
    elif registrations is None:
        manifest = _manifest(CandidatePair.objects.live())
    else:
        manifest = _manifest(CandidatePair.objects.live().filter(registration__in=list(registrations)))
    data = {
        **{name: run.counts.get(name, 0) for name in ("new", "changed", "ended", "returned", "changed_since")},
        "live": run.candidates,
        "model": run.model_sha256,
        "manifest": manifest,
    }
    code = _EVENTS.get(RunScope(run.scope), events.LINKED)
    record(code, actor=actor, subject=run, purpose="comparison", data=data)
    return run


def run_of_changes(
    serving: Serving, *, started: datetime, counts: Counter[str], registrations: Iterable, actor: Actor
) -> LinkRun:
    """A run that began and ended at once. No run is left open by it, whatever happens to the process."""
    run = LinkRun(
        scope=RunScope.CHANGES,
        started_at=started,
        counts=dict(counts),
        model_version=serving.version,
        model_sha256=serving.sha256,
    )
    return finish(run, serving, actor=actor, registrations=registrations)


def _manifest(pairs: QuerySet[Any]) -> str:
    """SHA-256 (hex) over pairs, by which a later export or run is checked against this one."""
    digest = hashlib.sha256()
    for pk, weight, state in pairs.order_by("pk").values_list("pk", "weight", "state").iterator(chunk_size=2000):
        digest.update(f"{pk}|{weight:.4f}|{state}\n".encode())
    return digest.hexdigest()
