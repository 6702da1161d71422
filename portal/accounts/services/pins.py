"""The PIN beside every way in, and the second one for a moment of threat (floor 2; R-47).

A wrong PIN, a wrong code and too many attempts get one and the same answer. The second PIN opens an empty page and
closes the real one: from then on both PINs open the empty page, and nothing is sent. Two members of the staff end it
with a new code, after the safe word.
"""

import hmac
import uuid
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.accounts import events
from portal.accounts.codes import pin_digest
from portal.accounts.models import AccessHolder, SignInName
from portal.audit.actors import VISITOR, Actor
from portal.audit.models import Event
from portal.audit.services import record

from .holders import create_holder, find_holder_by_code

# Wrong PINs beside one right code in an hour: who holds the paper with the code does not guess 10,000 of them.
WRONG_PINS_AN_HOUR = 10
AN_HOUR = timedelta(hours=1)
_NOBODY = uuid.UUID(int=0)


def whose_page(*, code: str, pin: str) -> AccessHolder | None:
    """Return whose page a code and a PIN open, or None. Costs the same whatever is wrong."""
    return behind_pin(find_holder_by_code(code), pin)


def behind_pin(holder: AccessHolder | None, pin: str) -> AccessHolder | None:
    """Return which page opens to whoever proved to be `holder` and gave this PIN, or None. Every way in ends here.

    Where no PIN was chosen, one that was typed all the same is no mistake.
    """
    digest = pin_digest(pin, holder_id=holder.pk if holder else _NOBODY)
    if holder is None or holder.pin_digest is None:
        return holder
    if _too_many(holder):
        return None
    is_pin = hmac.compare_digest(digest, bytes(holder.pin_digest))
    is_duress = hmac.compare_digest(digest, bytes(holder.duress_digest or b""))
    if not is_pin and not is_duress:
        record(events.PIN_WRONG, actor=VISITOR, subject=holder)
        return None
    if is_duress:
        _freeze(holder)
    return holder.decoy if is_duress or holder.frozen_at else holder


def set_pins(*, holder: AccessHolder, pin: str, duress_pin: str, actor: Actor) -> None:
    """Keep the PIN, and the second one where she wants one. An empty `pin` ends both.

    The empty page is made now, so that opening it under threat takes no longer than opening hers.
    """
    decoy = holder.decoy
    if duress_pin and decoy is None:
        decoy, _code = create_holder(language=holder.language, actor=actor)
    digests = [pin_digest(text, holder_id=holder.pk) if text else None for text in (pin, duress_pin)]
    with transaction.atomic():
        holder.pin_digest, holder.duress_digest = digests
        holder.decoy = decoy
        holder.save(update_fields=["pin_digest", "duress_digest", "decoy"])
        record(events.PIN_CHANGED, actor=actor, subject=holder)


@transaction.atomic
def release(*, holder: AccessHolder) -> None:
    """End a freeze, both PINs and every further way in: whoever took her page may have added one."""
    SignInName.objects.filter(holder=holder).delete()
    holder.passkeys.all().delete()
    AccessHolder.objects.filter(pk=holder.pk).update(pin_digest=None, duress_digest=None, frozen_at=None)


@transaction.atomic
def _freeze(holder: AccessHolder) -> None:
    if AccessHolder.objects.filter(pk=holder.pk, frozen_at__isnull=True).update(frozen_at=timezone.now()):
        record(events.PAGE_FROZEN, actor=VISITOR, subject=holder)


def _too_many(holder: AccessHolder) -> bool:
    since = timezone.now() - AN_HOUR
    wrong = Event.objects.filter(code=events.PIN_WRONG, subject_id=holder.pk, at__gte=since)
    return wrong.count() >= WRONG_PINS_AN_HOUR
