"""What the machine proposes for some registrations: compared in memory, then written in one transaction (floor 6).

A registration's proposals are always written whole, so comparing twice leaves the same rows. It writes proposals only:
it never moves a pair's state, and what people have touched stays whatever it finds.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from portal.confidential.keyring import open_data_keys
from portal.core.pieces import pieces
from portal.detainees.models import DetaineeRecord
from portal.matching.engine import Found
from portal.matching.enums import CHANGE_MATTERS, Finding, PairState, SideKind
from portal.matching.models import CandidatePair, Judgement, LinkedMark
from portal.matching.records import comparable_registrations, read_records
from portal.matching.serving import Seen, Serving

from .marks import leave_marks
from .risks import note_risks

# Below one in a hundred a proposal is not worth a reader's time: a hundred readings for one person found.
LEAST_PROBABILITY = 0.01
BEST_PER_REGISTRATION = 10
# How many registrations one detainee record may concern. A full run, which begins at the registrations, has no limit.
_CONCERNED = 100
# In bits.
_HAIR = 0.1
_BATCH = 500
_PRESENT = ("pk", "content_fingerprint", "key_id")


@dataclass(frozen=True)
class Compared:
    """One registration as it was compared, and what was found for it, best first."""

    seen: Seen
    finding: str
    found: tuple[Found, ...] = ()


def compare(serving: Serving, ids: Sequence[UUID]) -> list[Compared]:
    """Compare registrations with all detainee records. Reads and computes only."""
    return [_compared(serving, record) for record in read_records(SideKind.REGISTRATION, ids)]


def _compared(serving: Serving, record) -> Compared:
    seen = Seen(record.id, bytes.fromhex(record.fingerprint))
    if not record.is_identifying:
        return Compared(seen, Finding.INSUFFICIENT)
    found = serving.search(SideKind.DETAINEE, record, limit=BEST_PER_REGISTRATION, least=LEAST_PROBABILITY)
    return Compared(seen, Finding.PROPOSED if found else Finding.NOTHING, tuple(found))


def concerned(serving: Serving, detainee_ids: Sequence[UUID]) -> set[UUID]:
    """Registrations whose proposals these detainee records, new or changed, may alter."""
    before = CandidatePair.objects.live().filter(detainee__in=detainee_ids)
    ids = set(before.values_list("registration_id", flat=True))
    reached: dict[UUID, float] = {}
    for record in read_records(SideKind.DETAINEE, detainee_ids):
        if record.is_identifying:
            near = serving.search(SideKind.REGISTRATION, record, limit=_CONCERNED, least=LEAST_PROBABILITY)
            for one in near:
                reached[one.id] = max(one.weight, reached.get(one.id, one.weight))
    return ids | _not_full(reached)


def _not_full(reached: dict[UUID, float]) -> set[UUID]:
    """Registrations with room among their ten best for something of that weight."""
    weights: dict[UUID, list[float]] = {key: [] for key in reached}
    live = CandidatePair.objects.live().filter(registration__in=list(reached))
    for key, weight in live.values_list("registration_id", "weight"):
        weights[key].append(weight)
    return {
        key
        for key, weight in reached.items()
        if len(weights[key]) < BEST_PER_REGISTRATION or weight >= sorted(weights[key])[-BEST_PER_REGISTRATION]
    }


def write(serving: Serving, compared: Sequence[Compared], *, todo: str | None) -> Counter[str]:
    """Write what was found, and the marks with what is left to do. Returns how many pairs are new, changed, ended, …

    With `todo` None the marks keep what they say was compared and is to do: these registrations did not change.
    A registration that changed, left comparison or lost its consent since it was compared is passed over: it comes up
    again by itself. Nothing is said of detainee records that changed since this process looked.
    """
    with transaction.atomic():
        rows = comparable_registrations().filter(pk__in=[one.seen.id for one in compared])
        present = {Seen(pk, bytes(content)): key for pk, content, key in rows.values_list(*_PRESENT)}
        current = [one for one in compared if one.seen in present]
        counts = _Writing(serving, {one.seen.id: present[one.seen] for one in current}, current).write()
        for finding in Finding:
            seen = [one.seen for one in current if one.finding == finding]
            if todo is None:
                marks = LinkedMark.objects.filter(kind=SideKind.REGISTRATION, record_id__in=[one.id for one in seen])
                marks.exclude(finding=finding).update(finding=finding)
            else:
                leave_marks(SideKind.REGISTRATION, seen, model=serving.sha256, todo=todo, finding=finding)
    return counts


class _Writing:
    """The rows of some registrations, brought in line with what was found."""

    def __init__(self, serving: Serving, keys: dict[UUID, UUID], compared: Sequence[Compared]) -> None:
        self.serving, self.keys, self.compared = serving, keys, compared
        self.now = timezone.now()
        pairs = CandidatePair.objects.filter(registration__in=list(keys))
        rows = list(pairs.annotate(is_judged=Exists(Judgement.objects.filter(pair=OuterRef("pk")))))
        self.known = {(row.registration_id, row.detainee_id): row for row in rows}
        involved = {found.id for one in compared for found in one.found} | {row.detainee_id for row in rows}
        self.detainees = _unchanged_detainees(serving, involved)

    def write(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        open_data_keys([*self.keys.values(), *(row.key_id for row in self.known.values())])
        new: list[CandidatePair] = []
        for one in self.compared:
            proposed = {found.id: found for found in one.found if found.id in self.detainees}
            for detainee, found in proposed.items():
                row = self.known.get((one.seen.id, detainee))
                if row is None:
                    new.append(self._new(one.seen.id, found))
                else:
                    counts.update(self._update(row, found, one.seen))
        CandidatePair.objects.bulk_create(
            new,
            batch_size=_BATCH,
            ignore_conflicts=True,  # another worker may have written the same proposal at the same moment
        )
        note_risks([pair.detainee_id for pair in new])
        counts["new"] = len(new)
        counts.update(self._end())
        return counts

    def _new(self, registration: UUID, found: Found) -> CandidatePair:
        return CandidatePair(
            key_id=self.keys[registration],
            registration_id=registration,
            detainee_id=found.id,
            **as_columns(self.serving, found),
        )

    def _update(self, row: Any, found: Found, seen: Seen) -> list[str]:
        """Write a new weight where it differs, note that a record changed since it was judged, return what ended."""
        said = as_columns(self.serving, found)
        done = [] if is_said(row, said) else ["changed"]
        if row.superseded_at is not None:
            done.append("returned")
        changed_since = self._changed_since(row, seen)
        if changed_since and not row.changed_since:
            done.append("changed_since")
        if done or changed_since != row.changed_since:
            for name, value in said.items():
                setattr(row, name, value)
            row.superseded_at, row.changed_since = None, changed_since
            row.save(update_fields=[*said, "superseded_at", "changed_since", "updated_at"])
        return done

    def _changed_since(self, row: CandidatePair, seen: Seen) -> datetime | None:
        if row.state not in CHANGE_MATTERS or not (row.judged_registration or row.judged_detainee):
            return None
        judged = (bytes(row.judged_registration), bytes(row.judged_detainee))
        if judged == (seen.fingerprint, self.detainees[row.detainee_id]):
            return None
        return row.changed_since or self.now

    def _end(self) -> Counter[str]:
        """End untouched pairs that are no longer proposed; what people have touched comes back in any case."""
        proposed = {(one.seen.id, found.id) for one in self.compared for found in one.found}
        ended, returned = [], []
        for key, row in self.known.items():
            if key in proposed or row.detainee_id not in self.detainees:
                continue
            is_touched = row.is_judged or row.state != PairState.CANDIDATE
            if row.superseded_at is None and not is_touched:
                ended.append(row.pk)
            elif row.superseded_at is not None and is_touched:
                returned.append(row.pk)
        CandidatePair.objects.filter(pk__in=ended).update(superseded_at=self.now)
        CandidatePair.objects.filter(pk__in=returned).update(superseded_at=None)
        return Counter(ended=len(ended), returned=len(returned))


def as_columns(serving: Serving, found: Found) -> dict[str, Any]:
    """Return what the machine says of two records, as columns. No value of either side."""
    return {
        "weight": found.weight,
        "probability": found.probability,
        "levels": found.levels,
        "reasons": [
            {"field": one.field, "level_code": one.level_code, "weight": one.weight, "frequency": one.frequency}
            for one in found.reasons
        ],
        "model_version": serving.version,
        "model_sha256": serving.sha256,
    }


def is_said(row: Any, said: dict[str, Any]) -> bool:
    """Say whether a row says this already.

    With every further record of a list all weights move by a hair, since a match by chance becomes more likely: the
    same findings at the same weight but for that hair are the same.
    """
    if abs(row.weight - said["weight"]) > _HAIR:
        return False
    return all(getattr(row, name) == said[name] for name in ("levels", "model_version", "model_sha256"))


def _unchanged_detainees(serving: Serving, ids: set[UUID]) -> dict[UUID, bytes]:
    """Fingerprints of those detainee records that are now as this process has seen them."""
    found: dict[UUID, bytes] = {}
    for some in pieces(ids):
        rows = DetaineeRecord.objects.filter(pk__in=some)
        for pk, content in rows.values_list("pk", "content_fingerprint"):
            if serving.saw(SideKind.DETAINEE, pk, bytes(content)):
                found[pk] = bytes(content)
    return found
