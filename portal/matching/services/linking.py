"""Comparing registrations with detainee records and writing what the machine proposes (floor 6).

A run writes proposals only. It never moves a pair's state, and what people have touched stays whatever it finds.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import cast
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_keys, open_data_keys
from portal.linkage import Pair, learn, link
from portal.matching import events
from portal.matching.enums import SideKind
from portal.matching.models import CandidatePair, LinkedMark, LinkRun
from portal.matching.records import (
    MODEL_VERSION,
    Seen,
    detainee_records,
    registration_records,
    seen_detainees,
    seen_registrations,
)
from portal.names import WordLikeness

BEST_PER_REGISTRATION = 10
_BATCH = 500


@dataclass
class _Plan:
    """What a run compares: keys whose pairs are looked at afresh, and the marks to leave behind."""

    registrations: list[Seen]
    detainees: list[Seen]
    changed_registrations: set[UUID] = field(default_factory=set)
    changed_detainees: set[UUID] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        return not (self.changed_registrations or self.changed_detainees)


def link_all(*, actor: Actor) -> LinkRun:
    """Compare everything with everything. Returns the run, with the number of pairs live after it."""
    plan = _Plan(seen_registrations(), seen_detainees())
    plan.changed_registrations = {seen.id for seen in plan.registrations}
    plan.changed_detainees = {seen.id for seen in plan.detainees}
    return _run(plan, is_complete=True, actor=actor)


def link_changed(*, actor: Actor) -> LinkRun:
    """Compare what changed since the last run: changed registrations with all records, and the other way round."""
    plan = _Plan(seen_registrations(), seen_detainees())
    plan.changed_registrations = _changed(SideKind.REGISTRATION, plan.registrations)
    plan.changed_detainees = _changed(SideKind.DETAINEE, plan.detainees)
    return _run(plan, is_complete=False, actor=actor)


def _changed(kind: str, seen: Iterable[Seen]) -> set[UUID]:
    rows = LinkedMark.objects.filter(kind=kind).values_list("record_id", "fingerprint")
    marks = {record_id: bytes(mark) for record_id, mark in rows}
    return {one.id for one in seen if marks.get(one.id) != one.fingerprint}


def _run(plan: _Plan, *, is_complete: bool, actor: Actor) -> LinkRun:
    started = timezone.now()
    proposed = [] if plan.is_empty else _compare(plan)
    known = _known_pairs(plan)
    new = [pair for pair in proposed if _key(pair) not in known]
    # Wrapped keys are committed in their own database before the rows that need them.
    keys = create_data_keys(len(new), purpose="pair") if new else []
    with transaction.atomic():
        counts = {"new": len(new), "changed": _update(proposed, known), "ended": _supersede(plan, proposed, started)}
        _create(new, keys)
        counts["ended"] += _end_without_consent(plan, started)
        counts["returned"] = _return_touched(plan)
        _leave_marks(SideKind.REGISTRATION, plan.registrations)
        _leave_marks(SideKind.DETAINEE, plan.detainees)
        run = LinkRun.objects.create(
            started_at=started,
            finished_at=timezone.now(),
            is_complete=is_complete,
            registrations=len(plan.registrations),
            detainees=len(plan.detainees),
            candidates=CandidatePair.objects.open_to_reading().count(),
        )
        data = {**counts, "live": run.candidates, "manifest": _manifest()}
        record(events.LINKED, actor=actor, subject=run, purpose="comparison", data=data)
    return run


def _compare(plan: _Plan) -> list[Pair]:
    left, right = registration_records(), detainee_records()
    if not left or not right:
        return []
    model = learn(left, right, WordLikeness())
    changed = [one for one in left if one.id in plan.changed_registrations]
    others = [one for one in left if one.id not in plan.changed_registrations]
    fresh = [one for one in right if one.id in plan.changed_detainees]
    return [
        *link(changed, right, per_left=BEST_PER_REGISTRATION, model=model),
        *link(others, fresh, per_left=BEST_PER_REGISTRATION, model=model),
    ]


def _key(pair: Pair) -> tuple[UUID, UUID]:
    """The two records of a proposal; linkage hands back the keys it was given."""
    return cast(UUID, pair.left_id), cast(UUID, pair.right_id)


def _known_pairs(plan: _Plan) -> dict[tuple[UUID, UUID], CandidatePair]:
    """Pairs of the changed records that already exist, with their keys opened."""
    pairs = [
        pair
        for pair in CandidatePair.objects.iterator(chunk_size=2000)
        if pair.registration_id in plan.changed_registrations or pair.detainee_id in plan.changed_detainees
    ]
    open_data_keys(pair.key_id for pair in pairs)
    return {(pair.registration_id, pair.detainee_id): pair for pair in pairs}


def _create(proposed: list[Pair], keys: list[UUID]) -> None:
    CandidatePair.objects.bulk_create(
        [
            CandidatePair(
                key_id=key_id,
                registration_id=_key(pair)[0],
                detainee_id=_key(pair)[1],
                weight=pair.weight,
                probability=pair.probability,
                reasons=[asdict(reason) for reason in pair.reasons],
                model_version=MODEL_VERSION,
            )
            for pair, key_id in zip(proposed, keys, strict=True)
        ],
        batch_size=_BATCH,
        ignore_conflicts=True,  # another run may have written the same proposal at the same moment
    )


def _update(proposed: list[Pair], known: dict[tuple[UUID, UUID], CandidatePair]) -> int:
    """Write new weights and reasons where they differ; a pair dropped earlier and proposed again comes back."""
    changed = 0
    for pair in proposed:
        row = known.get(_key(pair))
        if row is None:
            continue
        reasons = [asdict(reason) for reason in pair.reasons]
        if (row.weight, row.reasons, row.superseded_at) == (pair.weight, reasons, None):
            continue
        row.weight, row.probability, row.reasons = pair.weight, pair.probability, reasons
        row.model_version, row.superseded_at = MODEL_VERSION, None
        row.save(update_fields=["weight", "probability", "reasons", "model_version", "superseded_at", "updated_at"])
        changed += 1
    return changed


def _supersede(plan: _Plan, proposed: list[Pair], now: datetime) -> int:
    """End untouched pairs of changed records that are no longer proposed."""
    kept = {_key(pair) for pair in proposed}
    live = CandidatePair.objects.live()
    touched = set(live.touched().values_list("pk", flat=True))
    ended = [
        pk
        for pk, left, right in live.values_list("pk", "registration_id", "detainee_id")
        if pk not in touched
        and (left, right) not in kept
        and (left in plan.changed_registrations or right in plan.changed_detainees)
    ]
    return _end(ended, now)


def _end_without_consent(plan: _Plan, now: datetime) -> int:
    comparable = {seen.id for seen in plan.registrations}
    live = CandidatePair.objects.live().values_list("pk", "registration_id")
    return _end([pk for pk, registration_id in live if registration_id not in comparable], now)


def _end(pair_ids: list[UUID], now: datetime) -> int:
    for start in range(0, len(pair_ids), _BATCH):
        CandidatePair.objects.filter(pk__in=pair_ids[start : start + _BATCH]).update(superseded_at=now)
    return len(pair_ids)


def _return_touched(plan: _Plan) -> int:
    """What people have judged comes back with the family's consent, proposed again or not."""
    waiting = CandidatePair.objects.filter(superseded_at__isnull=False).touched().allowed()
    returning = list(waiting.values_list("pk", flat=True))
    return CandidatePair.objects.filter(pk__in=returning).update(superseded_at=None)


def _leave_marks(kind: str, seen: list[Seen]) -> None:
    present = {one.id for one in seen}
    marks = LinkedMark.objects.filter(kind=kind)
    stored = dict(marks.values_list("record_id", "fingerprint"))
    gone = [record_id for record_id in stored if record_id not in present]
    for start in range(0, len(gone), _BATCH):
        marks.filter(record_id__in=gone[start : start + _BATCH]).delete()
    LinkedMark.objects.bulk_create(
        [
            LinkedMark(kind=kind, record_id=one.id, fingerprint=one.fingerprint)
            for one in seen
            if one.id not in stored or bytes(stored[one.id]) != one.fingerprint
        ],
        update_conflicts=True,
        unique_fields=["kind", "record_id"],
        update_fields=["fingerprint"],
        batch_size=_BATCH,
    )


def _manifest() -> str:
    """SHA-256 (hex) over the live pairs, by which a later export or run is checked against this one."""
    digest = hashlib.sha256()
    rows = CandidatePair.objects.live().order_by("pk").values_list("pk", "weight", "role")
    for pk, weight, role in rows.iterator(chunk_size=2000):
        digest.update(f"{pk}|{weight:.4f}|{role}\n".encode())
    return digest.hexdigest()


@transaction.atomic
def end_pairs_without_consent(*, actor: Actor) -> int:
    """End every live pair whose family no longer agrees to comparison; return how many. Judgements stay as rows."""
    live = CandidatePair.objects.live()
    allowed = live.allowed().values("pk")
    ended = list(live.exclude(pk__in=allowed).values_list("pk", flat=True))
    if ended:
        _end(ended, timezone.now())
        record(events.SUPERSEDED, actor=actor, purpose="comparison", data={"ended": len(ended)})
    return len(ended)
