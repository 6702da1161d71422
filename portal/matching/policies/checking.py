"""In which state a record may be held because somebody calls it wrong, and that be answered (floor 6)."""

from django.utils.translation import gettext_lazy as _

from portal.core.refusing import Refused
from portal.detainees.models import DetaineeRecord
from portal.matching.models import RecordCheck


def check_can_be_held(record: DetaineeRecord) -> None:
    """Refuse to hold a record twice, or one that is withdrawn."""
    if RecordCheck.objects.stopping().filter(record=record).exists():
        raise Refused(_("This record is held already, or withdrawn."))


def check_check_can_be_closed(check: RecordCheck, user) -> None:
    """Refuse to answer what one has held oneself, or what was answered."""
    if check.opened_by_id == user.pk:
        raise Refused(_("You held this record yourself. Another person must say what came of it."))
    if check.closed_at is not None:
        raise Refused(_("This has been answered already."))
