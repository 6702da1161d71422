"""One attempt to send a message that says only that there is news (floor 3; R-46).

An attempt is claimed by comparing its number in one update, so that two workers never send the same message twice.
"""

import logging
import uuid
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import SYSTEM
from portal.audit.services import record
from portal.confidential.cipher import CannotOpen
from portal.notifications import events
from portal.notifications.models import Delivery, DeliveryState
from portal.notifications.senders import DeliveryProblem, current_sender

logger = logging.getLogger(__name__)

# How long to wait after the first, second, ... attempt; after the last one nothing is tried again.
WAITS = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))
MAX_ATTEMPTS = len(WAITS) + 1


def attempt(*, delivery_id: uuid.UUID, attempts: int) -> timedelta | None:
    """Try once to send a message that was tried `attempts` times before; return how long to wait for the next time.

    None where nothing is left to do: it was sent, given up, removed, or somebody else is trying it.
    """
    claimed = Delivery.objects.filter(pk=delivery_id, state=DeliveryState.WAITING, attempts=attempts).update(
        attempts=attempts + 1
    )
    if not claimed:
        return None
    delivery = Delivery.objects.select_related("channel", "entry__holder").get(pk=delivery_id)
    try:
        _send(delivery)
    except DeliveryProblem as problem:
        return _note_problem(delivery, problem)
    _finish(delivery, state=DeliveryState.SENT, event=events.MESSAGE_SENT)
    return None


def _send(delivery: Delivery) -> None:
    if delivery.channel.ended_at is not None:
        raise DeliveryProblem("channel_ended", is_final=True)
    try:
        address = str(delivery.channel.value)
    except CannotOpen as error:
        raise DeliveryProblem("unreadable", is_final=True) from error
    current_sender().send(address=address, language=delivery.entry.holder.language)


def _note_problem(delivery: Delivery, problem: DeliveryProblem) -> timedelta | None:
    delivery.problem = problem.code
    if problem.is_final or delivery.attempts >= MAX_ATTEMPTS:
        logger.warning("message given up: %s", problem.code)
        _finish(delivery, state=DeliveryState.GIVEN_UP, event=events.MESSAGE_GIVEN_UP)
        return None
    delivery.save(update_fields=["problem"])
    return WAITS[delivery.attempts - 1]


@transaction.atomic
def _finish(delivery: Delivery, *, state: DeliveryState, event: str) -> None:
    delivery.state = state
    if state == DeliveryState.SENT:
        delivery.sent_at, delivery.problem = timezone.now(), ""
    delivery.save(update_fields=["state", "sent_at", "problem"])
    record(event, actor=SYSTEM, subject=delivery, data={"attempts": delivery.attempts, "problem": delivery.problem})
