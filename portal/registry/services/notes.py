"""Notes on a file: written once, corrected by a newer row, shown to more people only after a second look (floor 5)."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.enums import Visibility
from portal.registry.models import CaseNote, Registration
from portal.registry.need import CONTACT_READERS

_FROM_FEWEST = list(Visibility.values)


class NotConfirmed(Exception):
    """It would be read by others than colleagues, and nobody has confirmed that."""


class CorrectedAlready(Exception):
    """Somebody else has corrected this note."""


class NoFamilyPage(Exception):
    """The file came from an organization's list: there is no page on which a family could read it."""


def is_wider(visibility: str, *, than: str) -> bool:
    """Say whether more people read a note with this visibility than with the other."""
    return _FROM_FEWEST.index(visibility) > _FROM_FEWEST.index(than)


def check_readers(*, registration: Registration, before: str, after: str, is_confirmed: bool) -> None:
    """Ask for a second look where others than colleagues come to read. Raises NotConfirmed, NoFamilyPage."""
    if after == Visibility.FAMILY and registration.holder_id is None:
        raise NoFamilyPage
    if after != Visibility.INTERNAL and not is_wider(before, than=after) and not is_confirmed:
        raise NotConfirmed


@transaction.atomic
def write_note(
    *,
    registration: Registration,
    words: str,
    visibility: str,
    user,
    key: UUID,
    corrects: CaseNote | None = None,
    is_confirmed: bool = False,
) -> CaseNote:
    """Write a note, or a newer one in place of `corrects`. `key` is the form's own: sent twice it is one note.

    Raises PermissionDenied, NotConfirmed, CorrectedAlready, NoFamilyPage.
    """
    if not has_role(user, *CONTACT_READERS):
        raise PermissionDenied
    Registration.objects.select_for_update().get(pk=registration.pk)
    if known := registration.case_notes.filter(pk=key).first():
        return known
    if corrects and CaseNote.objects.filter(corrects=corrects).exists():
        raise CorrectedAlready
    before = corrects.visibility if corrects else Visibility.INTERNAL
    check_readers(registration=registration, before=before, after=visibility, is_confirmed=is_confirmed)
    note = CaseNote(
        pk=key,
        key_id=registration.key_id,
        registration=registration,
        visibility=visibility,
        words=words,
        written_by=user,
        written_at=timezone.now(),
        corrects=corrects,
    )
    note.save(force_insert=True)
    record(events.NOTE_WRITTEN, actor=Actor.staff(user.pk), subject=registration, data={"visibility": str(visibility)})
    return note
