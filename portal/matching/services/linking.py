"""Comparing what changed at once, and everything in short slices (floor 6; ADR 0012).

What is compared stands in the marks, written in the same transaction as what was found. A process that is killed at any
moment loses nothing: the next one finds what has no mark, or a mark with something left to do.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.pieces import pieces
from portal.detainees.models import DetaineeRecord
from portal.matching import events
from portal.matching.engine import model_in_force
from portal.matching.enums import CHANGE_MATTERS, RunScope, SideKind, Todo
from portal.matching.models import CandidatePair, DuplicatePair, LinkedMark, LinkRun
from portal.matching.records import comparable, comparable_registrations
from portal.matching.serving import Serving, serving, with_marks

from .duplicates import compare_within, write_within
from .marks import forget_gone, leave_marks
from .proposing import compare, concerned, write
from .runs import begin, close, move_on, open_run, run_of_changes

# More changed records of one side than this are a list, and lists are compared in slices.
AT_ONCE = 20
_MARKS_AT_ONCE = 2000
_REFRESH_SECONDS = 10
_Changed = dict[str, list[UUID]]


def link_changed(*, actor: Actor) -> LinkRun:
    """Compare what changed since the last look, however much it is. Returns the last run that ended."""
    if not link_some(actor=actor):
        return LinkRun.objects.filter(finished_at__isnull=False).latest()
    return work_through(actor=actor)


def link_some(*, actor: Actor) -> bool:
    """Compare a few changed records here and now; take many up for slices. Says whether slices have work.

    This is what the worker does within seconds of a commit: one look at both sides, then a search per changed record.
    """
    end_pairs_without_consent(actor=actor)
    end_pairs_without_list(actor=actor)
    one, started = serving(), timezone.now()
    changed = one.refresh()
    forget_gone(one)
    if max(map(len, changed.values())) > AT_ONCE:
        _take_up(one, changed)
    else:
        others = concerned(one, changed[SideKind.DETAINEE]) - set(changed[SideKind.REGISTRATION])
        counts = _compare_now(one, changed, list(others))
        registrations = [*changed[SideKind.REGISTRATION], *others]
        run_of_changes(one, started=started, counts=counts, registrations=registrations, actor=actor)
    return has_work()


def link_all(*, actor: Actor, tell: Callable[[LinkRun], None] | None = None) -> LinkRun:
    """Compare everything with everything, or go on with a run of everything that was broken off.

    `tell` hears of the progress. Duplicates are taken up too and left to the worker's slices.
    """
    end_pairs_without_consent(actor=actor)
    end_pairs_without_list(actor=actor)
    one = serving()
    one.refresh()
    forget_gone(one)
    under_way = open_run(Todo.ACROSS)
    is_same = under_way and under_way.scope == RunScope.EVERYTHING and under_way.model_sha256 == one.sha256
    if not (is_same and LinkedMark.objects.waiting(Todo.ACROSS).exists()):
        _take_up_all(one, RunScope.EVERYTHING)
    return work_through(actor=actor, tell=tell)


def work_through(*, actor: Actor, todo: str = Todo.ACROSS, tell: Callable[[LinkRun], None] | None = None) -> LinkRun:
    """Work in this process until nothing of that kind is left to do; return the run that ended."""
    while work(actor=actor, seconds=2.0, only=todo):
        run = open_run(todo)
        if tell and run:
            tell(run)
    return LinkRun.objects.filter(finished_at__isnull=False).latest()


def has_changes() -> bool:
    """Say whether a record has changed since it was compared. Opens nothing."""
    model = model_in_force().sha256
    return any(with_marks(kind, model).filter(is_compared=False).exists() for kind in SideKind)


def has_work(todo: str = "") -> bool:
    """Say whether slices have something to do."""
    marks = LinkedMark.objects.waiting(todo) if todo else LinkedMark.objects.exclude(todo="")
    return marks.exists()


def work(*, actor: Actor, seconds: float, only: str = "") -> bool:
    """One slice: about that many seconds of what was taken up. Says whether there is more. Several may work at once."""
    until = time.monotonic() + seconds
    one = serving()
    one.refresh_after(_REFRESH_SECONDS)
    for todo, kind, size, step in _STEPS:
        while not only or only == todo:
            marks = LinkedMark.objects.waiting(todo, kind).order_by("pk")[:size]
            ids = list(marks.values_list("record_id", flat=True))
            if not ids:
                break
            if open_run(todo) is None:
                begin(_SCOPE_OF[Todo(todo)], one)
            step(one, kind, ids)
            if time.monotonic() >= until:
                _close_ended(one, actor)
                return has_work(only)
    _close_ended(one, actor)
    return False


def _close_ended(one: Serving, actor: Actor) -> None:
    for todo in Todo:
        close(todo, one, actor=actor)


def _compare_now(one: Serving, changed: _Changed, others: Sequence[UUID]) -> Counter[str]:
    """Compare changed records, and the registrations that changed detainee records concern."""
    counts: Counter[str] = Counter()
    new = compare(one, changed[SideKind.REGISTRATION])
    # First what belongs to the mark of a registration, then the mark, so that a mark never says too much.
    for kind, ids in changed.items():
        counts += write_within(one, kind, compare_within(one, kind, ids)) if ids else Counter()
    counts += write(one, new, todo="")
    counts += write(one, compare(one, others), todo=None)
    opened = {each.seen.id for each in new}
    _mark_compared(one, SideKind.REGISTRATION, [key for key in changed[SideKind.REGISTRATION] if key not in opened])
    _mark_compared(one, SideKind.DETAINEE, changed[SideKind.DETAINEE])
    return counts


def _mark_compared(one: Serving, kind: str, ids: Sequence[UUID]) -> None:
    """Mark records that have no proposals of their own to be written with: detainee records, and what does not open."""
    present = set(comparable(kind).filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    leave_marks(kind, (each for each in one.seen(kind, ids) if each.id in present), model=one.sha256)


def _take_up(one: Serving, changed: _Changed) -> None:
    """Let a run take up many changed records, beginning at the shorter side: the new records or all registrations."""
    registrations = one.count(SideKind.REGISTRATION)
    if len(changed[SideKind.DETAINEE]) > max(AT_ONCE, registrations):
        _take_up_all(one, RunScope.CHANGES, changed)
        return
    for kind, ids in changed.items():
        _mark(one, kind, ids, Todo.ACROSS)
    begin(RunScope.CHANGES, one)


def _take_up_all(one: Serving, scope: str, changed: _Changed | None = None) -> None:
    """All registrations against all records: the records themselves need only be looked at for duplicates."""
    _mark(one, SideKind.DETAINEE, changed[SideKind.DETAINEE] if changed else None, Todo.WITHIN)
    _mark(one, SideKind.REGISTRATION, None, Todo.ACROSS)
    begin(scope, one)


def _mark(one: Serving, kind: str, ids: Sequence[UUID] | None, todo: str) -> None:
    """Take up records in short transactions; broken off, those without a mark are taken up another time."""
    for some in pieces(one.seen(kind, ids), _MARKS_AT_ONCE):
        leave_marks(kind, some, model=one.sha256, todo=todo)


def _registrations_across(one: Serving, kind: str, ids: list[UUID]) -> None:
    compared = compare(one, ids)
    with transaction.atomic():
        counts = write(one, compared, todo=Todo.WITHIN)
        # What changed or left meanwhile keeps no mark, and comes up again by itself.
        LinkedMark.objects.filter(kind=kind, record_id__in=ids, todo=Todo.ACROSS).delete()
        move_on(Todo.ACROSS, compared=len(ids), counts=counts)


def _detainees_across(one: Serving, kind: str, ids: list[UUID]) -> None:
    registrations = list(concerned(one, ids))
    with transaction.atomic():
        _mark(one, SideKind.REGISTRATION, registrations, Todo.ACROSS)
        LinkedMark.objects.filter(kind=kind, record_id__in=ids, todo=Todo.ACROSS).update(todo=Todo.WITHIN)
        move_on(Todo.ACROSS, compared=len(ids), counts=Counter())


def _within(one: Serving, kind: str, ids: list[UUID]) -> None:
    compared = compare_within(one, kind, ids)
    with transaction.atomic():
        counts = write_within(one, kind, compared)
        LinkedMark.objects.filter(kind=kind, record_id__in=ids, todo=Todo.WITHIN).update(todo="")
        move_on(Todo.WITHIN, compared=len(ids), counts=counts)


# In this order: what tells which registrations are concerned, then these, then the duplicates.
# The number is how many records one transaction holds: about half a second of work.
_STEPS: tuple[tuple[str, str, int, Callable[[Serving, str, list[UUID]], None]], ...] = (
    (Todo.ACROSS, SideKind.DETAINEE, 100, _detainees_across),
    (Todo.ACROSS, SideKind.REGISTRATION, 50, _registrations_across),
    (Todo.WITHIN, SideKind.REGISTRATION, 100, _within),
    (Todo.WITHIN, SideKind.DETAINEE, 100, _within),
)
_SCOPE_OF = {Todo.ACROSS: RunScope.CHANGES, Todo.WITHIN: RunScope.DUPLICATES}


@transaction.atomic
def end_pairs_without_consent(*, actor: Actor) -> int:
    """End what is live of families that no longer agree to comparison; return how many. Judgements stay as rows."""
    agreed = comparable_registrations().values("pk")
    pairs = CandidatePair.objects.live().exclude(registration__in=agreed)
    duplicates = DuplicatePair.objects.live().filter(kind=SideKind.REGISTRATION)
    duplicates = duplicates.exclude(first_registration__in=agreed, second_registration__in=agreed)
    ended = _end(pairs, "registration_id") + _end(duplicates, "first_registration_id", "second_registration_id")
    if ended:
        record(events.SUPERSEDED, actor=actor, purpose="comparison", data={"ended": ended})
    return ended


@transaction.atomic
def end_pairs_without_list(*, actor: Actor) -> int:
    """End what is live of detainee records whose lists were taken back; return how many. Judgements stay as rows.

    What people have judged says that its record changed since; the registrations are compared anew, because another
    record may now be among their best.
    """
    gone = DetaineeRecord.objects.withdrawn().values("pk")
    pairs = CandidatePair.objects.live().filter(detainee__in=gone)
    judged = pairs.filter(state__in=CHANGE_MATTERS, changed_since__isnull=True)
    judged.exclude(judged_registration=b"", judged_detainee=b"").update(changed_since=timezone.now())
    duplicates = DuplicatePair.objects.live().filter(Q(first_detainee__in=gone) | Q(second_detainee__in=gone))
    ended = _end(pairs, "registration_id") + _end(duplicates)
    # Whatever comes back under its old key is compared like something new.
    LinkedMark.objects.filter(kind=SideKind.DETAINEE, record_id__in=gone).delete()
    if ended:
        record(events.LIST_GONE, actor=actor, purpose="comparison", data={"ended": ended})
    return ended


def _end(over: QuerySet[Any], *families: str) -> int:
    rows, now = list(over.values_list("pk", *families)), timezone.now()
    for part in pieces(rows):
        over.model._default_manager.filter(pk__in=[row[0] for row in part]).update(superseded_at=now)
        # Without their marks they are compared anew if the consent comes back, however soon.
        registrations = {key for _pk, *found in part for key in found}
        LinkedMark.objects.filter(kind=SideKind.REGISTRATION, record_id__in=registrations).delete()
    return len(rows)
