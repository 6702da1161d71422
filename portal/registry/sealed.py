"""The one door to sealed notes: who may, proved just now, for a stated purpose, one event each time (floor 5).

R-06, R-14. Whatever is missing, the answer is the one "not found".
"""

import json
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from portal.accounts.permissions import is_trained
from portal.accounts.reading import record_reading
from portal.accounts.second_factor import is_fresh_proof
from portal.confidential.cipher import CannotOpen, KeyNotHere
from portal.confidential.team_opening import open_for_team

from . import events
from .enums import SealedKind, SealedPurpose
from .models import Registration, SealedNote
from .need import check_need


class NotHereNow(Exception):
    """The note stands, and the secret that opens it is kept off this machine for now."""


@dataclass(frozen=True)
class OpenedNote:
    """What a note says. It lives in the memory of one answer."""

    note: SealedNote
    kind: SealedKind
    words: str


def registration_of_notes(key: UUID, *, user) -> Registration:
    """Return a registration whose sealed notes are listed or written; nothing of it is shown. Raises Http404."""
    registration = Registration.objects.filter(pk=key).first()
    if registration is None or not is_trained(user):
        raise Http404
    check_need(registration, user=user)
    return registration


def note_to_open(key: UUID, *, user) -> UUID:
    """Return the key of the registration whose note somebody is about to open; nothing is shown. Raises Http404."""
    found = SealedNote.objects.filter(pk=key).select_related("registration").defer("envelope").first()
    if found is None or not is_trained(user):
        raise Http404
    check_need(found.registration, user=user)
    return found.registration_id


def access_sealed(key: UUID, *, user, proved_at: float | None, purpose: str) -> OpenedNote:
    """Open one note for a trained person, logged. `proved_at` is when she or he last proved who it is.

    Raises Http404 without the grant, a proof of at most five minutes or a purpose, and where there is no such note or
    it cannot be trusted; NotHereNow where the secret that opens it is not on this machine.
    """
    note = SealedNote.objects.select_related("registration", "written_by").filter(pk=key).first()
    may = is_trained(user) and is_fresh_proof(proved_at) and purpose in SealedPurpose.values
    if note is None or not may:
        raise Http404
    check_need(note.registration, user=user)
    try:
        said = json.loads(open_for_team(note.envelope, bound_to=note.bound_to()))
    except KeyNotHere as error:
        raise NotHereNow from error
    except CannotOpen as error:
        raise Http404 from error
    # The reading counts for the note alone: of the registration, the family would see it in its own readings.
    record_reading(events.SEALED_OPENED, user=user, subjects=[note], purpose=purpose)
    return OpenedNote(note, SealedKind(said["kind"]), said["words"])
