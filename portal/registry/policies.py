"""In which state of a registration something may go out of the house: to the family, or to a recipient (floor 5)."""

from django.utils.translation import gettext_lazy as _

from portal.core.refusing import Refused

from .enums import COMPARED_STATES
from .models import Registration


def check_is_open(registration: Registration) -> None:
    """Refuse what is paused or closed, held because of a report, or still to be checked."""
    if registration.state not in COMPARED_STATES:
        raise Refused(_("The registration is paused or closed."))
    if registration.held_at is not None:
        raise Refused(_("A report about this registration is being checked. Nothing is told until that is done."))
    if not registration.is_trusted:
        raise Refused(_("This registration is to be checked first. Nothing is told until that is done."))
