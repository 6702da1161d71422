"""A file arrives, at once or in parts that survive a broken connection; it is hashed, examined and sealed (floor 6).

The row and its key are committed before the first part, each part is on disk before it is acknowledged, and what was
received is read back from its seal to be hashed and examined. What is not taken leaves no row, no file and no key.
"""

import hashlib
from pathlib import PurePath

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.cipher import CannotOpen
from portal.confidential.keyring import create_data_key, destroy_data_key
from portal.evidence import events
from portal.evidence.enums import EvidenceState, Refusal
from portal.evidence.examination.verdicts import ENDINGS, Lies
from portal.evidence.models import Evidence, Owner
from portal.evidence.sandbox import media_type_of
from portal.evidence.tasks import enqueue_checking
from portal.registry.answers import FILES
from portal.registry.enums import TRUSTED
from portal.registry.models import Draft, Registration
from portal.registry.services.drafts import AlreadySent, save_answers

_NAME = 120


class NotTaken(Exception):
    """A file that is not taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


class TooLarge(Exception):
    """One file is larger than one may be."""


class NoRoom(Exception):
    """The registration holds as many files, or as much, as it may."""


class NoRoomNow(NoRoom):
    """Files that wait for people to check their registrations first fill what is left for them (R-51)."""


def begin(
    *,
    owner: Owner,
    name: str,
    size: int,
    kind: str,
    words: str,
    actor: Actor,
    is_resumed: bool = False,
    added_by: User | None = None,
) -> Evidence:
    """Make the row of a file of `size` bytes. With `is_resumed`, go on with one of the same name and size.

    `added_by` is the member of staff who puts it on a file.

    Raises NotTaken, TooLarge and NoRoom before a byte has travelled.
    """
    name = clean_name(name)
    _check_announced(name, size)
    if is_resumed and (found := _unfinished(owner, name, size)):
        return found
    owner = _noted(owner, actor) if isinstance(owner, Draft) else owner
    key_id = create_data_key(purpose="evidence")
    try:
        with transaction.atomic():
            owner = _locked(owner)
            _check_room(owner, size, is_ours=added_by is not None)
            evidence = Evidence.objects.create(
                key_id=key_id,
                **{"draft" if isinstance(owner, Draft) else "registration": owner},
                kind=kind,
                name=name,
                words=words,
                size=size,
                started_at=timezone.now(),
                added_by=added_by,
            )
            record(events.BEGUN, actor=actor, subject=evidence, data={"size": size, "kind": kind})
    except (NoRoom, NotTaken):
        destroy_data_key(key_id)
        raise
    return evidence


def receive_part(*, evidence: Evidence, content: bytes, at: int, digest: str = "", actor: Actor) -> int:
    """Seal the part that begins at byte `at`; return how many bytes are here. The last one completes the file.

    `digest` is the SHA-256 that the sender computed, where the sender could. Raises WrongPart and NotTaken.
    """
    if evidence.state != EvidenceState.RECEIVING:
        return evidence.size
    here = evidence.original.append(content, at=at)
    if here == evidence.size:
        complete(evidence=evidence, digest=digest, actor=actor)
    return here


def receive_whole(
    *, owner: Owner, name: str, content: bytes, kind: str, words: str, actor: Actor, added_by: User | None = None
) -> Evidence:
    """Take a file that came at once. Raises NotTaken, TooLarge and NoRoom."""
    size = len(content)
    evidence = begin(owner=owner, name=name, size=size, kind=kind, words=words, actor=actor, added_by=added_by)
    evidence.original.append_all(content)
    return complete(evidence=evidence, actor=actor)


def complete(*, evidence: Evidence, actor: Actor, digest: str = "") -> Evidence:
    """Hash and examine what lies sealed; from here on it waits to be sent and scanned. Done twice, it is done once.

    Raises NotTaken, and then nothing of the file is left.
    """
    try:
        content = evidence.original.read()
        sha256 = hashlib.sha256(content).hexdigest()
        if digest and digest != sha256:
            raise NotTaken(Refusal.CHANGED)
        media_type = media_type_of(content, ending=ending_of(evidence.name))
    except (Lies, CannotOpen, NotTaken) as problem:
        refusal = _refusal(problem)
        _forget(evidence, refusal, actor)
        raise NotTaken(refusal) from problem
    with transaction.atomic():
        row = Evidence.objects.select_for_update().get(pk=evidence.pk)
        if row.state != EvidenceState.RECEIVING:
            return row
        row.sha256, row.media_type = sha256, media_type
        row.state, row.received_at = EvidenceState.WAITING, timezone.now()
        row.save()
        # The hash itself stands encrypted in the row; the log holds codes and counts alone.
        record(events.RECEIVED, actor=actor, subject=row, data={"type": media_type, "size": row.size})
        if row.registration_id is not None:
            transaction.on_commit(enqueue_checking)
    return row


def clean_name(name: str) -> str:
    """Return the last part of a name without signs that cannot be seen; the end of a long one is kept."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(sign for sign in last if sign.isprintable()).strip()[-_NAME:]


def ending_of(name: str) -> str:
    """Return what a name ends with, in lower case; empty where it has no ending."""
    return PurePath(name).suffix.removeprefix(".").lower()


def _check_announced(name: str, size: int) -> None:
    if size < 1:
        raise NotTaken(Refusal.EMPTY)
    if size > settings.EVIDENCE_MAX_BYTES:
        raise TooLarge
    ending = ending_of(name)
    if ending and ending not in ENDINGS:
        raise NotTaken(Refusal.TYPE)


def _noted(draft: Draft, actor: Actor) -> Owner:
    """Note it in the draft before the row is there, so that sending never overlooks it; the draft lives on by that."""
    try:
        return save_answers(draft=draft, answers={FILES: {}}, language=draft.language, actor=actor)
    except AlreadySent:
        return Registration.objects.get(draft=draft)


def _locked(owner: Owner) -> Owner:
    """Two files that arrive at once count each other; where the draft was just sent, what it became is meant."""
    if isinstance(owner, Registration):
        return Registration.objects.select_for_update().get(pk=owner.pk)
    draft = Draft.objects.select_for_update().filter(pk=owner.pk).first()
    if draft is None:  # deleted a moment ago
        raise NotTaken(Refusal.CHANGED)
    return draft if draft.submitted_at is None else _locked(Registration.objects.get(draft=draft))


def _check_room(owner: Owner, size: int, *, is_ours: bool) -> None:
    """What colleagues put on a file takes no room of the family's, nor the other way round."""
    here = Evidence.objects.live().of(owner).filter(added_by__isnull=not is_ours)
    sizes = list(here.values_list("size", flat=True))
    if len(sizes) >= settings.EVIDENCE_MAX_FILES or sum(sizes) + size > settings.EVIDENCE_MAX_TOTAL_BYTES:
        raise NoRoom
    is_trusted = isinstance(owner, Registration) and owner.is_trusted
    if not is_trusted and _untrusted_bytes() + size > settings.EVIDENCE_MAX_UNTRUSTED_BYTES:
        raise NoRoomNow


def _untrusted_bytes() -> int:
    rows = Evidence.objects.live().exclude(registration__trust__in=TRUSTED)
    return rows.aggregate(together=Sum("size"))["together"] or 0


def _unfinished(owner: Owner, name: str, size: int) -> Evidence | None:
    rows = Evidence.objects.of(owner).unfinished().filter(size=size)
    return next((row for row in rows if row.name == name), None)


def _refusal(problem: Exception) -> Refusal:
    if isinstance(problem, NotTaken):
        return problem.refusal
    return Refusal(problem.reason) if isinstance(problem, Lies) else Refusal.CHANGED


def _forget(evidence: Evidence, refusal: Refusal, actor: Actor) -> None:
    """Leave nothing of a file that was not taken but the event."""
    with transaction.atomic():
        deleted, _models = Evidence.objects.filter(pk=evidence.pk, state=EvidenceState.RECEIVING).delete()
        if deleted:
            record(events.REFUSED, actor=actor, subject=evidence, data={"reason": refusal.value})
    if deleted:
        destroy_data_key(evidence.key_id)
        evidence.original.remove()
