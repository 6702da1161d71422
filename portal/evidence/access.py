"""The only ways to what a file holds: each checks, logs the reading with its purpose, and says one "not found" (R-25).

Floor 6. Contents come from `open_file` alone, in quarantine from nowhere.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder
from portal.accounts.permissions import has_role
from portal.accounts.reading import record_reading
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.audit.services import record
from portal.confidential.cipher import CannotOpen
from portal.registry.enums import Visibility
from portal.registry.models import Draft, Registration
from portal.registry.need import check_need

from . import events
from .custody import bundle, custody_pdf
from .enums import EvidenceState, Part
from .examination.verdicts import ENDING_OF
from .models import Evidence, Owner, WorkingCopy

# Who may open files, in the office. Not who compares.
READERS = (Role.CASEWORKER, Role.SUPERVISOR)
_EVENTS = {Part.COPY: events.VIEWED, Part.ORIGINAL: events.EXPORTED, Part.CUSTODY: events.PRINTED}


@dataclass(frozen=True)
class Opened:
    """What leaves the house: the name says the reference and nothing else."""

    name: str
    media_type: str
    content: bytes


def files_of(registration: Registration, *, user) -> list[Evidence]:
    """Return the files of a registration that was read and logged just now, with their copies. Raises Http404."""
    if not has_role(user, *READERS):
        raise Http404
    rows = Evidence.objects.of(registration).on_the_file().exclude(state=EvidenceState.TAKEN_BACK)
    return list(rows.select_related("copy", "added_by"))


def files_of_messages(registration: Registration) -> dict[UUID, list[Evidence]]:
    """Return the files that go with messages, by message, of a registration that was read and logged just now."""
    found: dict[UUID, list[Evidence]] = {}
    for row in Evidence.objects.of(registration).filter(message__isnull=False).exclude(state=EvidenceState.TAKEN_BACK):
        if row.message_id is not None:
            found.setdefault(row.message_id, []).append(row)
    return found


def file_to_open(key: UUID, *, user) -> Evidence:
    """Return a file somebody is about to open; nothing of it is shown but its kind and state. Raises Http404."""
    evidence = Evidence.objects.filter(pk=key, state=EvidenceState.READY).select_related("registration", "copy").first()
    if evidence is None or not has_role(user, *READERS):
        raise Http404
    if evidence.registration is not None:
        check_need(evidence.registration, user=user, in_emergency=True)
    return evidence


def open_file(key: UUID, *, part: str, purpose: str, user) -> Opened:
    """Open a checked file for a member of staff, logged. The original comes in a bundle with its chain of custody.

    Raises Http404, also where the file was changed or its key destroyed: what cannot be trusted is not shown.
    """
    evidence = file_to_open(key, user=user)
    copied = WorkingCopy.objects.filter(evidence=evidence).first()
    if part not in _EVENTS or (part == Part.COPY and copied is None):
        raise Http404
    # Logged first, so that the chain of custody that leaves with a file names this very opening.
    record_reading(_EVENTS[Part(part)], user=user, subjects=[evidence], purpose=purpose)
    try:
        return _opened(evidence, copied, part)
    except CannotOpen as error:
        raise Http404 from error


def _opened(evidence: Evidence, copied: WorkingCopy | None, part: str) -> Opened:
    stem = f"{evidence.reference}-{evidence.pk.hex[:8]}"
    if part == Part.COPY and copied is not None:
        return Opened(f"{stem}.{ENDING_OF[copied.media_type]}", copied.media_type, copied.contents.read())
    if part == Part.CUSTODY:
        return Opened(f"{stem}-custody.pdf", "application/pdf", custody_pdf(evidence))
    return Opened(f"{stem}.zip", "application/zip", bundle(evidence, stem))


def own_files(owner: Owner, *, holder: AccessHolder) -> list[Evidence]:
    """Return what the holder sent with her own registration or draft; what she took back is gone. Raises Http404."""
    if owner.holder_id != holder.pk:
        raise Http404
    return list(Evidence.objects.of(owner).from_family().exclude(state=EvidenceState.TAKEN_BACK))


def files_for(registration: Registration, *, holder: AccessHolder) -> list[Evidence]:
    """Return the checked files that stand on the holder's page: those meant for her, without any message."""
    meant = Evidence.objects.of(registration).for_family().filter(registration__holder=holder)
    return list(meant.filter(visibility=Visibility.FAMILY))


def copies_to_give(registration: Registration, *, user) -> list[tuple[Evidence, bytes]]:
    """Open the copies that organizations see, each logged, for a file that somebody hands out. Raises Http404.

    A copy that does not open is left out: what was changed is not given to anybody.
    """
    if not has_role(user, *READERS):
        raise Http404
    given = []
    for evidence in Evidence.objects.of(registration).for_partners().select_related("copy"):
        try:
            given.append((evidence, evidence.copy.contents.read()))
        except CannotOpen:
            continue
        record(events.GIVEN, actor=Actor.staff(user.pk), subject=evidence)
    return given


def known_to_family(registration: Registration) -> QuerySet[Evidence]:
    """Return the files of which a family may be told: its own, those meant for it, and those that were given away."""
    given = Event.objects.filter(code=events.GIVEN, subject_kind=Evidence._meta.label_lower).values("subject_id")
    told = Q(added_by__isnull=True) | Q(visibility=Visibility.FAMILY) | Q(pk__in=given)
    return Evidence.objects.of(registration).filter(told)


def open_letter(key: UUID, *, registration: Registration, holder: AccessHolder) -> Opened:
    """Open a checked file that staff meant for the holder, logged: the copy without hidden notes where there is one.

    Raises Http404.
    """
    rows = Evidence.objects.for_family().filter(registration__holder=holder)
    evidence = rows.filter(pk=key, registration=registration).select_related("registration").first()
    if evidence is None:
        raise Http404
    record(events.VIEWED, actor=Actor.holder(holder.pk), subject=evidence, purpose="own")
    copied = WorkingCopy.objects.filter(evidence=evidence).first()
    try:
        if copied is not None:
            return _opened(evidence, copied, Part.COPY)
        name = f"{registration.reference}-{evidence.pk.hex[:8]}.{ENDING_OF[evidence.media_type]}"
        return Opened(name, evidence.media_type, evidence.original.read())
    except CannotOpen as error:
        raise Http404 from error


def own_file_to_remove(key: UUID, *, owner: Owner, holder: AccessHolder) -> Evidence:
    """Return one file of the holder's own that is here, or was refused and is still told of. Raises Http404."""
    kept = Evidence.objects.from_family().exclude(state=EvidenceState.TAKEN_BACK)
    found = kept.of(owner).of_holder(holder).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def draft_of_file(key: UUID) -> Draft | None:
    """Return the draft with which a live file was begun, or None; also where that draft was sent since.

    Nothing of the file is shown: whoever asks says who may go on with the draft.
    """
    rows = Evidence.objects.from_family().live().select_related("draft__holder", "registration__draft__holder")
    found = rows.filter(pk=key).first()
    if found is None:
        return None
    return found.registration.draft if found.registration else found.draft


def has_begun_file(key: UUID, *, user) -> bool:
    """Say whether it was this helper who began to send a file."""
    began = Event.objects.filter(code=events.BEGUN, subject_kind=Evidence._meta.label_lower, subject_id=key)
    return began.filter(actor_id=user.pk).exists()


def own_file(key: UUID, *, owner: Owner, holder: AccessHolder) -> Evidence:
    """Return one live file of the holder's own; of a draft that was sent meanwhile, too. Raises Http404."""
    own = Evidence.objects.from_family().live().of_holder(holder)
    found = (own.filter(pk=key) if isinstance(owner, Draft) else own.of(owner).filter(pk=key)).first()
    if found is None:
        raise Http404
    return found
