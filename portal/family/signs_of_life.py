"""The sign of life in the rhythm she chose: the same words whether or not anything was found (floor 7; R-20).

Nothing here looks at candidate pairs. Who has paused or closed everything is left in peace.
"""

from datetime import date

from django.db import transaction
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from portal.accounts.models import AccessHolder
from portal.audit.actors import SYSTEM
from portal.core.digits import write_date
from portal.matching.models import LinkRun
from portal.notifications.kinds import SIGN_OF_LIFE
from portal.notifications.models import SignOfLife
from portal.notifications.services.inbox import add_entry
from portal.notifications.services.wishes import due_signs, put_off
from portal.registry.consent import allowing
from portal.registry.enums import CLOSED_STATES, Purpose, RegistrationState
from portal.registry.models import Registration

_AT_ONCE = 500
_RESTING = (RegistrationState.PAUSED, *CLOSED_STATES)
_NONE, _KEPT = "-", "kept"
_NOT_COMPARED = gettext_lazy("We keep your registration. We do not compare it, because you did not agree to that.")
_COMPARED = gettext_lazy("We compare regularly. If people confirm something, a person will contact you.")


def last_comparison() -> date | None:
    """Return the day of the last finished comparison, the same for everybody; None before the first."""
    run = LinkRun.objects.filter(finished_at__isnull=False).order_by("-finished_at").first()
    return run.finished_at.date() if run and run.finished_at else None


def send_due_signs(*, today: date) -> int:
    """Put a sign of life into the inbox of everybody whose day has come; return how many. For run_periodic."""
    compared = last_comparison()
    return sum(_send(sign, today=today, compared=compared) for sign in due_signs(today=today)[:_AT_ONCE])


@transaction.atomic
def _send(sign: SignOfLife, *, today: date, compared: date | None) -> bool:
    """One sign for each day it fell due on, however many runs there are."""
    if not put_off(sign=sign, today=today):
        return False
    live = Registration.objects.of_holder(sign.holder).exclude(state__in=_RESTING)
    if not live.exists():
        return False
    subject = f"{today.isoformat()} {_what_is_done(sign.holder, live, compared)}"
    _entry, is_new = add_entry(holder=sign.holder, kind=SIGN_OF_LIFE, subject=subject, actor=SYSTEM)
    return is_new


def _what_is_done(holder: AccessHolder, live, compared: date | None) -> str:
    if not allowing(Purpose.COMPARE).filter(registration__in=live).exists():
        return _KEPT
    return compared.isoformat() if compared else _NONE


def words_of_sign(subject: str) -> str | Promise:
    """Return what a sign of life says on her page; `subject` holds its day and the day of the last comparison."""
    done = subject.partition(" ")[2]
    if done == _KEPT:
        return _NOT_COMPARED
    day = parse_date(done) if done != _NONE else None
    if day is None:
        return _COMPARED
    return gettext(
        "We compare regularly, last on %(date)s. If people confirm something, a person will contact you."
    ) % {"date": write_date(day)}
