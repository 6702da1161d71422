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
from portal.notifications.enums import ENDED, FROZEN
from portal.notifications.hours import next_safe_moment
from portal.notifications.models import Delivery, DeliveryState
from portal.notifications.senders import DeliveryProblem, current_sender, news_text

logger = logging.getLogger(__name__)

# How long to wait after the first, second, ... attempt; after the last one nothing is tried again.
WAITS = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))
MAX_ATTEMPTS = len(WAITS) + 1


def safe_in(*, delivery_id: uuid.UUID) -> timedelta | None:
    """Return how long to wait for the hours she chose; None where it is safe now or nothing waits any more."""
    delivery = Delivery.objects.filter(pk=delivery_id, state=DeliveryState.WAITING).select_related("channel").first()
    now = timezone.now()
    moment = next_safe_moment(delivery.channel, now) if delivery else now
    if delivery is None or moment <= now:
        return None
    Delivery.objects.filter(pk=delivery_id).update(next_at=moment)
    return moment - now


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
        delivery.message_id = _send(delivery)
    except DeliveryProblem as problem:
        return _note_problem(delivery, problem)
    _finish(delivery, state=DeliveryState.SENT, event=events.MESSAGE_SENT)
    return None


def _send(delivery: Delivery) -> str:
    channel, language = delivery.channel, delivery.entry.holder.language
    if channel.ended_at is not None:
        raise DeliveryProblem(ENDED, is_final=True)
    if delivery.entry.holder.frozen_at is not None:
        raise DeliveryProblem(FROZEN, is_final=True)
    try:
        address = str(channel.value)
    except CannotOpen as error:
        raise DeliveryProblem("unreadable", is_final=True) from error
    text = news_text(language, wording=channel.wording, kind=delivery.entry.kind)
    return current_sender(channel.kind).send(address=address, text=text, language=language, key=str(delivery.pk))


def _note_problem(delivery: Delivery, problem: DeliveryProblem) -> timedelta | None:
    delivery.problem = problem.code
    if problem.is_final or delivery.attempts >= MAX_ATTEMPTS:
        logger.warning("message given up: %s", problem.code)
        _finish(delivery, state=DeliveryState.GIVEN_UP, event=events.MESSAGE_GIVEN_UP)
        return None
    wait = WAITS[delivery.attempts - 1]
    delivery.next_at = timezone.now() + wait
    delivery.save(update_fields=["problem", "next_at"])
    return wait


@transaction.atomic
def _finish(delivery: Delivery, *, state: DeliveryState, event: str) -> None:
    delivery.state = state
    if state == DeliveryState.SENT:
        delivery.sent_at, delivery.problem = timezone.now(), ""
    delivery.save(update_fields=["state", "sent_at", "problem", "message_id"])
    record(event, actor=SYSTEM, subject=delivery, data={"attempts": delivery.attempts, "problem": delivery.problem})
