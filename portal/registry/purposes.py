"""What a member of staff reads a file for: own work, what was stated within the hour, or a question (floor 5; R-24)."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from .enums import ReadPurpose
from .models import CaseAssignment, CaseTask, FileOpening, Registration
from .need import any_team_at_work, may_open


class PurposeNeeded(Exception):
    """Nobody knows what this person opens the file for: it has to be asked first."""

    def __init__(self, key: UUID):
        super().__init__()
        self.key = key


def purpose_of(registration: Registration, *, user) -> str:
    """Return what `user` reads the file for. Raises PurposeNeeded.

    Who has the file, or a task on it, is not asked. Where no team is at work nobody is: the organization is small.
    """
    if not any_team_at_work(user):
        return ReadPurpose.CASEWORK
    if _is_own_work(registration, user):
        return ReadPurpose.OWN_WORK
    if not may_open(user, registration):
        # only an emergency lets somebody come so far
        return ReadPurpose.EMERGENCY
    stated = FileOpening.objects.live().filter(registration=registration, user=user)
    said = stated.exclude(purpose=ReadPurpose.EMERGENCY).values_list("purpose", flat=True).first()
    if said is None:
        raise PurposeNeeded(registration.pk)
    return said


def _is_own_work(registration: Registration, user) -> bool:
    owned = CaseAssignment.objects.live().filter(registration=OuterRef("pk"), owner=user)
    tasks = CaseTask.objects.filter(done_at__isnull=True, registration=OuterRef("pk"), for_whom=user)
    return Registration.objects.filter(Q(Exists(owned)) | Q(Exists(tasks)), pk=registration.pk).exists()
