"""Who else sees a file: colleagues alone, until somebody says more after a second look, as with notes (floor 6)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.evidence import events
from portal.evidence.access import READERS
from portal.evidence.enums import EvidenceState
from portal.evidence.models import Evidence, WorkingCopy
from portal.registry.enums import Visibility
from portal.registry.services.notes import check_readers


class ChangedMeanwhile(Exception):
    """Somebody else has said who may see it, or it is no longer there, since the page was opened."""


class NoCopy(Exception):
    """There is only the original, and that is for colleagues."""


@transaction.atomic
def show_to(*, evidence: Evidence, visibility: str, seen: str, is_confirmed: bool, user) -> None:
    """Say who may see a checked file; `seen` is what stood on the page. Twice the same changes nothing.

    Raises PermissionDenied, ChangedMeanwhile, NoCopy, and NotConfirmed and NoFamilyPage as for a note.
    """
    if not has_role(user, *READERS):
        raise PermissionDenied
    present = Evidence.objects.select_for_update().get(pk=evidence.pk)
    if present.visibility == visibility:
        return
    if present.registration is None or present.state != EvidenceState.READY or present.visibility != seen:
        raise ChangedMeanwhile
    if visibility != Visibility.INTERNAL and not WorkingCopy.objects.filter(evidence=present).exists():
        raise NoCopy
    before = present.visibility
    check_readers(registration=present.registration, before=before, after=visibility, is_confirmed=is_confirmed)
    present.visibility = visibility
    present.save(update_fields=["visibility"])
    record(events.SHOWN, actor=Actor.staff(user.pk), subject=present, data={"visibility": str(visibility)})
