"""Records of one side that may be about one person: the machine proposes, people judge, nothing is merged (floor 6)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_keys, open_data_keys
from portal.core.pieces import pieces
from portal.linkage import Record
from portal.matching import events
from portal.matching.engine import Found
from portal.matching.enums import DuplicateState, SideKind, Verdict
from portal.matching.models import DuplicateJudgement, DuplicatePair
from portal.matching.models.duplicates import SIDES
from portal.matching.permissions import check_read
from portal.matching.persons import link_anew
from portal.matching.policies import check_duplicate_can_be_judged
from portal.matching.records import comparable, read_records
from portal.matching.serving import Serving

from .proposing import as_columns, is_said

# More likely than not. Two records of one side are less often one person than two of different sides.
LEAST_PROBABILITY = 0.5
MOST_PER_RECORD = 10
_BATCH = 500
_Key = tuple[UUID, UUID]


@dataclass(frozen=True)
class Twins:
    """One record of a side, and others of that side that may be the same person."""

    id: UUID
    fingerprint: bytes
    found: tuple[Found, ...]

    def pairs(self) -> dict[_Key, Found]:
        """What was found by the keys of both records, the smaller first."""
        return {(min(self.id, one.id), max(self.id, one.id)): one for one in self.found}


def compare_within(serving: Serving, kind: str, ids: Sequence[UUID]) -> list[Twins]:
    """Compare records with the others of their own side. Reads and computes only."""
    return [
        Twins(one.id, bytes.fromhex(one.fingerprint), _found(serving, kind, one))  # type: ignore[arg-type]
        for one in read_records(kind, ids)
    ]


def _found(serving: Serving, kind: str, one: Record) -> tuple[Found, ...]:
    if not one.is_identifying:
        return ()
    return tuple(serving.search_within(kind, one, limit=MOST_PER_RECORD, least=LEAST_PROBABILITY))


@transaction.atomic
def write_within(serving: Serving, kind: str, compared: Sequence[Twins]) -> Counter[str]:
    """Write what was found, passing over what changed meanwhile. Never moves what people have judged."""
    proposed = {key: found for one in compared for key, found in one.pairs().items()}
    involved = {one.id for one in compared} | {key for pair in proposed for key in pair}
    known = _known(kind, [one.id for one in compared])
    rows = _read(kind, {key for pair in known for key in pair} | involved)
    current = {key: row for key, row in rows.items() if serving.saw(kind, key, row[0])}
    now, counts = timezone.now(), Counter[str]()
    open_data_keys(
        {*(current[one][1] for one, _ in proposed if one in current), *(row.key_id for row in known.values())}
    )
    new = []
    for (first, second), found in proposed.items():
        if first not in current or second not in current:
            continue
        row = known.get((first, second))
        if row is None:
            sides = dict(zip(SIDES[SideKind(kind)], (first, second), strict=True))
            ids = {f"{side}_id": key for side, key in sides.items()}
            new.append(DuplicatePair(key_id=current[first][1], kind=kind, **ids, **as_columns(serving, found)))
        else:
            fingerprints = (current[first][0], current[second][0])
            counts.update(_update(row, as_columns(serving, found), fingerprints, now))
    if kind == SideKind.REGISTRATION:
        # A key of its own: erasing either of the two families' registrations must make unreadable what is said of both.
        for row, key_id in zip(new, create_data_keys(len(new), purpose="duplicate") if new else [], strict=True):
            row.key_id = key_id
    DuplicatePair.objects.bulk_create(new, batch_size=_BATCH, ignore_conflicts=True)
    gone = [
        row.pk
        for key, row in known.items()
        if key not in proposed
        and row.state == DuplicateState.OPEN
        and row.superseded_at is None
        and set(key) <= current.keys()
    ]
    DuplicatePair.objects.filter(pk__in=gone).update(superseded_at=now)
    return counts + Counter(duplicates=len(new), ended_duplicates=len(gone))


def _known(kind: str, compared: list[UUID]) -> dict[_Key, DuplicatePair]:
    first, second = SIDES[SideKind(kind)]
    rows = DuplicatePair.objects.of_records(kind, compared)
    return {(getattr(row, f"{first}_id"), getattr(row, f"{second}_id")): row for row in rows}


def _read(kind: str, ids: set[UUID]) -> Mapping[UUID, tuple[bytes, UUID]]:
    """Fingerprint and data key of those records that take part now."""
    found = {}
    for some in pieces(ids):
        rows = comparable(kind).filter(pk__in=some)
        for pk, content, key_id in rows.values_list("pk", "content_fingerprint", "key_id"):
            found[pk] = (bytes(content), key_id)
    return found


def _update(row: DuplicatePair, words: dict, fingerprints: tuple[bytes, bytes], now: datetime) -> list[str]:
    """Write a new weight where it differs, and say that a record changed since people called the two not the same."""
    changed_since = None
    if row.state in (DuplicateState.NOT_SAME, DuplicateState.UNSURE):
        judged = (bytes(row.judged_first), bytes(row.judged_second))
        changed_since = None if judged == fingerprints else row.changed_since or now
    if is_said(row, words) and (row.superseded_at, row.changed_since) == (None, changed_since):
        return []
    for name, value in words.items():
        setattr(row, name, value)
    row.superseded_at, row.changed_since = None, changed_since
    row.save(update_fields=[*words, "superseded_at", "changed_since", "updated_at"])
    return ["changed_duplicates"]


_STATES = {
    Verdict.SAME: DuplicateState.SAME,
    Verdict.NOT_SAME: DuplicateState.NOT_SAME,
    Verdict.UNSURE: DuplicateState.UNSURE,
}


@transaction.atomic
def judge_duplicate(
    *,
    duplicate: DuplicatePair,
    verdict: str,
    reason: str,
    user,
    actor: Actor,
    ground: str = "",
    seen: int | None = None,
) -> DuplicateJudgement:
    """Write what one person says of two records of one side. A later judgement is a further row, and holds.

    `seen` is how many judgements this person saw: who did not see the latest is told, and overturns nothing unknowing.
    Raises PermissionDenied for who may not, Refused for what cannot be now, ValueError on an unknown verdict.
    """
    check_read(user)
    if verdict not in Verdict.values:
        raise ValueError("unknown verdict")
    current = DuplicatePair.objects.select_for_update().get(pk=duplicate.pk)
    check_duplicate_can_be_judged(current, seen=seen)
    judgement = DuplicateJudgement.objects.create(
        key_id=current.key_id, duplicate=current, reviewer=user, verdict=verdict, ground=ground, reason=reason
    )
    before, current.state = current.state, _STATES[Verdict(verdict)]
    current.judged_first = current.first.content_fingerprint
    current.judged_second = current.second.content_fingerprint
    current.changed_since = None
    current.save(update_fields=["state", "judged_first", "judged_second", "changed_since", "updated_at"])
    duplicate.state = current.state
    if current.kind == SideKind.DETAINEE and before != current.state and DuplicateState.SAME in (before, current.state):
        link_anew([current.first.pk, current.second.pk])
    data = {"kind": current.kind, "verdict": verdict}
    record(events.DUPLICATE_JUDGED, actor=actor, subject=current, purpose="clerical_review", data=data)
    return judgement
