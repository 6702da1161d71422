"""What a member of staff reads a file for: own work, what was stated within the hour, or a question (floor 5; R-24)."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from .enums import ReadPurpose
from .models import CaseAssignment, CaseTask, FileOpening, Registration
from .need import may_open


class PurposeNeeded(Exception):
    """Nobody knows what this person opens the file for: it has to be asked first."""

    def __init__(self, key: UUID):
        super().__init__()
        self.key = key


def purpose_of(registration: Registration, *, user) -> str:
    """Return what `user` reads the file for. Raises PurposeNeeded.

    Who has the file, or a task on it, is not asked. Whether teams are at work makes no difference: in a small
    organization people know each other's neighbours best.
    """
    is_own, said = _known(registration, user)
    if is_own:
        return ReadPurpose.OWN_WORK
    if not may_open(user, registration):
        # only an emergency lets somebody come so far
        return ReadPurpose.EMERGENCY
    if said is None:
        raise PurposeNeeded(registration.pk)
    return said


def _known(registration: Registration, user) -> tuple[bool, str | None]:
    """Whether it is the user's own work, and what the user said within the hour. One query."""
    owned = CaseAssignment.objects.live().filter(registration=OuterRef("pk"), owner=user)
    tasks = CaseTask.objects.filter(done_at__isnull=True, registration=OuterRef("pk"), for_whom=user)
    stated = FileOpening.objects.live().filter(registration=OuterRef("pk"), user=user)
    said = stated.exclude(purpose=ReadPurpose.EMERGENCY).values("purpose")[:1]
    return (
        Registration.objects.filter(pk=registration.pk)
        .annotate(is_own=Exists(owned) | Exists(tasks), said=Subquery(said))
        .values_list("is_own", "said")
        .get()
    )
