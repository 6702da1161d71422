"""What records of detained people are opened for: said once for a sitting of an hour (floor 6; R-24, R-25).

The log alone says it: a search asks for its purpose already, and who opens a record without one is asked. No second
table can disagree with it, and it is the same from every device.
"""

from datetime import timedelta

from django.utils import timezone

from portal.accounts.permissions import check_role
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.audit.services import record
from portal.detainees.access import READERS

from . import events
from .enums import SearchPurpose

SITTING = timedelta(hours=1)
_SAYING = (events.SEARCHED, events.PURPOSE_STATED)


class SittingPurposeNeeded(Exception):
    """Nobody knows what this person opens records for: it has to be asked first."""


def purpose_of_sitting(user) -> str:
    """Return what `user` said within the hour that records are opened for. Raises SittingPurposeNeeded."""
    said = Event.objects.filter(actor_id=user.pk, at__gt=timezone.now() - SITTING, code__in=_SAYING)
    purpose = said.order_by("-at").values_list("purpose", flat=True).first()
    if purpose is None:
        raise SittingPurposeNeeded
    return purpose


def state_sitting(*, purpose: str, user) -> None:
    """Remember for an hour what records are opened for. Raises PermissionDenied, ValueError for an unknown purpose."""
    check_role(user, *READERS)
    if purpose not in SearchPurpose.values:
        raise ValueError("unknown purpose")
    record(events.PURPOSE_STATED, actor=Actor.staff(user.pk), purpose=purpose)
