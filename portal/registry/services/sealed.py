"""Writing what only trained people read (floor 5). Whoever writes cannot read it again but by the door."""

import json
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.permissions import is_trained
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.team_sealing import seal_for_team
from portal.registry import events
from portal.registry.enums import HeardFrom, SealedKind
from portal.registry.models import Registration, SealedNote


@transaction.atomic
def write_sealed(*, registration: Registration, kind: str, words: str, heard_from: str, user, key: UUID) -> SealedNote:
    """Seal a note of a trained person. `key` is the form's own: sent twice it is one note. Raises PermissionDenied."""
    if not is_trained(user):
        raise PermissionDenied
    kind, heard_from = SealedKind(kind), HeardFrom(heard_from)
    Registration.objects.select_for_update().get(pk=registration.pk)
    if known := SealedNote.objects.filter(pk=key).first():
        if known.registration_id != registration.pk:
            raise PermissionDenied
        return known
    note = SealedNote(
        pk=key,
        key_id=registration.key_id,
        registration=registration,
        heard_from=heard_from,
        written_by=user,
        written_at=timezone.now(),
    )
    said = json.dumps({"kind": kind, "words": words}, ensure_ascii=False)
    note.envelope = seal_for_team(said, bound_to=note.bound_to())
    note.save(force_insert=True)
    record(
        events.SEALED_WRITTEN, actor=Actor.staff(user.pk), subject=note, organization_id=registration.organization_id
    )
    return note
