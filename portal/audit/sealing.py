"""The sealer chains what was recorded within a second; `verify` finds what was changed since (floor 1).

Events are chained in the order in which the sealer meets them, so that a transaction that commits late loses nothing.
A late one has a number below those already sealed: each round looks back a little way, now and then over everything.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import models, transaction
from django.utils import timezone

from .models import Event, Seal

GENESIS = "0" * 64
_BATCH = 500
_STEP = 2000
# How many numbers back an event may still commit late (PostgreSQL gives numbers before the commit).
_LOOK_BACK = 5000


def event_hash(event: Event, sequence: int, previous_hash: str) -> str:
    """Return SHA-256 (hex) over the event in canonical JSON, its place in the chain and the link before it."""
    content = [
        sequence,
        previous_hash,
        event.pk,
        event.code,
        event.at.isoformat(),
        event.actor_kind,
        str(event.actor_id or ""),
        event.subject_kind,
        str(event.subject_id or ""),
        str(event.organization_id or ""),
        event.purpose,
        event.data,
    ]
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def seal_pending(limit: int = _BATCH, *, is_whole: bool = False) -> int:
    """Chain up to `limit` unsealed events; return how many. Two sealers at once: the unique sequence stops one.

    `is_whole` looks through the whole log instead of its recent part.
    """
    if not _pending(is_whole).exists():
        return 0
    with transaction.atomic():
        last = Seal.objects.select_for_update().order_by("-sequence").first()
        sequence, previous = (last.sequence, last.hash) if last else (0, GENESIS)
        seals = []
        for event in _pending(is_whole).order_by("pk")[:limit]:
            sequence += 1
            current = event_hash(event, sequence, previous)
            seals.append(
                Seal(sequence=sequence, event=event, previous_hash=previous, hash=current, sealed_at=timezone.now())
            )
            previous = current
        Seal.objects.bulk_create(seals)
    return len(seals)


def _pending(is_whole: bool) -> models.QuerySet[Event]:
    pending = Event.objects.filter(seal__isnull=True)
    newest = None if is_whole else Seal.objects.aggregate(newest=models.Max("event_id"))["newest"]
    return pending if newest is None else pending.filter(pk__gt=newest - _LOOK_BACK)


@dataclass
class Verification:
    """`sealed` and `unsealed` count events; `head` is the last hash; `faults` name each broken row."""

    sealed: int = 0
    unsealed: int = 0
    head: str = GENESIS
    faults: list[str] = field(default_factory=list)


def verify(expected_head: str = "") -> Verification:
    """Walk the whole chain. With an anchor (`expected_head`, noted outside), truncation is found too."""
    result = Verification()
    for _step in verify_in_steps(result, expected_head):
        pass
    return result


def verify_in_steps(result: Verification, expected_head: str = "") -> Iterator[None]:
    """Walk the chain as `verify` does, so many seals at a time; what was found so far stands in `result`."""
    result.unsealed = Event.objects.filter(seal__isnull=True).count()
    seen_anchor = not expected_head or expected_head == GENESIS
    place = 0
    for seals in _chain():
        place, is_seen = _verify_some(seals, place, expected_head, result)
        seen_anchor = seen_anchor or is_seen
        yield
    orphans = Seal.objects.exclude(event_id__in=Event.objects.values("pk")).order_by("sequence")
    result.faults += [f"event {seal.event_id}: missing, its seal {seal.sequence} remains" for seal in orphans]
    if not seen_anchor:
        result.faults.append("the anchor is not in the chain: events were removed or rewritten")


def _verify_some(seals: list[Seal], place: int, anchor: str, result: Verification) -> tuple[int, bool]:
    """Judge some seals after `place`; return the new place and whether the anchor was among them."""
    seen_anchor = False
    for seal in seals:
        place += 1
        if seal.sequence != place or seal.previous_hash != result.head:
            result.faults.append(f"seal {seal.sequence}: out of order (event {seal.event_id})")
            place = seal.sequence
        if seal.hash != event_hash(seal.event, seal.sequence, seal.previous_hash):
            result.faults.append(f"event {seal.event_id}: content differs from its seal {seal.sequence}")
        result.head, result.sealed = seal.hash, result.sealed + 1
        seen_anchor = seen_anchor or seal.hash == anchor
    return place, seen_anchor


def _chain() -> Iterator[list[Seal]]:
    last = 0
    while seals := list(Seal.objects.select_related("event").filter(sequence__gt=last).order_by("sequence")[:_STEP]):
        yield seals
        last = seals[-1].sequence
