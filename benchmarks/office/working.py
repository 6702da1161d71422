"""What people did in a registry that has been at work: files moved on, the heaviest pairs read, and the log of it all.

Without it every pair would stand in one state and the log would be empty, which no office that works is like. Rows are
written in bulk and no service is asked: what a screen reads is as after a year, how it came about is not measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import accumulate
from random import Random
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.audit.actors import ActorKind
from portal.audit.models import Event
from portal.core.dates import today
from portal.detainees.enums import LegalStatus
from portal.detainees.models import DetaineeRecord
from portal.matching import events as matching_events
from portal.matching.enums import Decision, PairState, Reading, Verdict
from portal.matching.models import CandidatePair, Disclosure, Judgement
from portal.matching.services.risks import note_risks
from portal.registry import events as registry_events
from portal.registry.enums import RegistrationState, TaskKind
from portal.registry.models import CaseAssignment, CaseTask, Registration
from tests.factories.matching import make_staff

_CHUNK, _STAFF = 1000, 9
# In a thousand.
_FILES = {
    RegistrationState.RECEIVED: 300,
    RegistrationState.BEING_READ: 100,
    RegistrationState.REGISTERED: 450,
    RegistrationState.PLEASE_CONTACT: 20,
    RegistrationState.ANSWERED: 110,
    RegistrationState.PAUSED: 20,
}
_PAIRS = {
    PairState.CANDIDATE: 880,
    PairState.UNDER_REVIEW: 30,
    PairState.DISPUTED: 3,
    PairState.VERIFIED: 5,
    PairState.REJECTED: 60,
    PairState.UNSURE: 18,
    PairState.DISCLOSED: 2,
    PairState.NOT_DISCLOSED: 2,
}
_DEATH_SENTENCES = 5
_VERDICTS = {PairState.REJECTED: Verdict.NOT_SAME, PairState.UNSURE: Verdict.UNSURE}


def work(seed: int = 7) -> None:
    """Let a registry that was just built be one at work."""
    rng = Random(seed)
    staff = [make_staff(Role.CASEWORKER, Role.REVIEWER, username=f"bench{one}") for one in range(_STAFF)]
    _files(rng, staff)
    _pairs(rng, staff)
    _judgements(rng, staff)
    records = DetaineeRecord.objects.values_list("pk", flat=True)
    sentenced = rng.sample(list(records), len(records) * _DEATH_SENTENCES // 1000)
    _each_chunk(sentenced, lambda keys: _update(DetaineeRecord, keys, legal_status=LegalStatus.DEATH_SENTENCE))
    _each_chunk(list(records), note_risks)
    _log(rng, staff)


def _files(rng: Random, staff: Sequence[User]) -> None:
    for state, keys in _shared(rng, _FILES, list(Registration.objects.values_list("pk", flat=True))):
        _each_chunk(keys, lambda some, to=state: _update(Registration, some, state=to))
    moved = Registration.objects.exclude(state=RegistrationState.RECEIVED).values_list("pk", "key_id")
    _each_chunk(
        list(moved),
        lambda some: CaseAssignment.objects.bulk_create(
            CaseAssignment(
                registration_id=pk, key_id=key, owner=owner, given_by=owner, note="", given_at=timezone.now()
            )
            for (pk, key), owner in zip(some, rng.choices(staff, k=len(some)), strict=True)
        ),
    )
    _each_chunk(
        list(moved[:3000]),
        lambda some: CaseTask.objects.bulk_create(
            CaseTask(
                registration_id=pk,
                key_id=key,
                kind=rng.choice(TaskKind.values),
                words="",
                due_on=today() + timedelta(days=rng.randint(-5, 60)),
                for_whom=rng.choice(staff),
                created_by=rng.choice(staff),
                created_at=timezone.now(),
            )
            for pk, key in some
        ),
    )


def _pairs(rng: Random, staff: Sequence[User]) -> None:
    """As old as their registration; the heaviest were read first."""
    sent = Registration.objects.filter(pk=OuterRef("registration")).values("submitted_at")
    CandidatePair.objects.update(created_at=Subquery(sent))
    keys = list(CandidatePair.objects.order_by("-weight", "pk").values_list("pk", flat=True))
    read = len(keys) * (1000 - _PAIRS[PairState.CANDIDATE]) // 1000
    for state, some in _shared(rng, {**_PAIRS, PairState.CANDIDATE: 0}, keys[:read]):
        _each_chunk(some, lambda part, to=state: _update(CandidatePair, part, state=to))
        if state == PairState.REJECTED:
            _update(CandidatePair, some[:100], changed_since=timezone.now())
    for person in staff:
        _update(CandidatePair, rng.sample(keys, 2), taken_by=person, taken_at=timezone.now())


def _judgements(rng: Random, staff: Sequence[User]) -> None:
    read = CandidatePair.objects.exclude(state=PairState.CANDIDATE)

    def written(pairs: Sequence[CandidatePair]) -> Iterator[Judgement]:
        for pair in pairs:
            readings = [Reading.FIRST] if pair.state == PairState.UNDER_REVIEW else [Reading.FIRST, Reading.SECOND]
            for reading, person in zip(readings, rng.sample(staff, len(readings)), strict=True):
                yield Judgement(
                    key_id=pair.key_id,
                    pair=pair,
                    reading=reading,
                    reviewer=person,
                    verdict=_VERDICTS.get(PairState(pair.state), Verdict.SAME),
                    role=pair.role,
                    reason="read",
                )

    _each_chunk(list(read), lambda pairs: Judgement.objects.bulk_create(written(pairs)))
    Disclosure.objects.bulk_create(
        Disclosure(key_id=pair.key_id, pair=pair, decision=Decision.TELL, reason="read", requested_by=rng.choice(staff))
        for pair in read.filter(state=PairState.VERIFIED)[:200]
    )


def _log(rng: Random, staff: Sequence[User]) -> None:
    """Each registration that came, each that was moved, and who read which pair."""
    about = Registration._meta.label_lower
    files = list(Registration.objects.values_list("pk", "state", "submitted_at"))
    pairs = list(CandidatePair.objects.values_list("pk", "created_at"))

    def event(code: str, subject: tuple[str, Any], at, person: User | None, **data: str) -> Event:
        kind, key = subject
        actor = {"actor_kind": ActorKind.STAFF if person else ActorKind.SYSTEM, "actor_id": person and person.pk}
        return Event(code=code, at=at, subject_kind=kind, subject_id=key, data=data, **actor)

    def happened() -> Iterator[Event]:
        for key, state, sent in files:
            yield event(registry_events.REGISTERED, (about, key), sent, None)
            if state != RegistrationState.RECEIVED:
                moved = sent + timedelta(days=rng.randint(1, 9))
                yield event(registry_events.STATE_CHANGED, (about, key), moved, rng.choice(staff), state=state)
            if state == RegistrationState.PLEASE_CONTACT and rng.random() < 0.5:
                yield event(registry_events.TALK_CHOSEN, (about, key), timezone.now(), None)
        for key, at in pairs:
            label, read_at = CandidatePair._meta.label_lower, at + timedelta(days=1)
            yield event(matching_events.PAIR_VIEWED, (label, key), read_at, rng.choice(staff))

    _each_chunk(list(happened()), Event.objects.bulk_create)


def _shared(rng: Random, shares: dict[Any, int], keys: list) -> Iterator[tuple[Any, list]]:
    """The keys in any order, divided by shares; a key keeps to one."""
    rng.shuffle(keys)
    ends = [len(keys) * end // sum(shares.values()) for end in accumulate(shares.values())]
    for state, start, end in zip(shares, [0, *ends], ends, strict=False):
        yield state, keys[start:end]


def _update(model: Any, keys: Sequence[Any], **values: Any) -> None:
    model.objects.filter(pk__in=keys).update(**values)


def _each_chunk(rows: Sequence[Any], do: Callable[[Sequence[Any]], Any]) -> None:
    for start in range(0, len(rows), _CHUNK):
        do(rows[start : start + _CHUNK])
