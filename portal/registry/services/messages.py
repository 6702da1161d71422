"""Writing and reading messages between her and a caseworker (floor 5; R-20: who compares writes none)."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.notifications.services.inbox import add_entry
from portal.registry import events
from portal.registry.casework import may_be_contacted
from portal.registry.consent import refused_since
from portal.registry.enums import CLOSED_STATES, Purpose
from portal.registry.models import Author, Message, Registration
from portal.registry.news import MESSAGE_WRITTEN
from portal.registry.services.trust import look_again

# A day's messages of one registration: enough for a long talk, too few to bury others'.
PER_DAY = 20
# The same words again within this time are the same message: two clicks, or a page sent anew.
_AGAIN = timedelta(minutes=15)


class TooManyMessages(Exception):
    """She has written as much today as people can read."""


class NotReachable(Exception):
    """She has not agreed to be contacted and has not written; or nobody comes back to this registration."""


@transaction.atomic
def write_as_family(*, registration: Registration, words: str, actor: Actor) -> Message:
    """Keep her message for the people in charge of her file. Sent twice it is one. Raises TooManyMessages."""
    Registration.objects.select_for_update().get(pk=registration.pk)
    today = registration.messages.filter(author=Author.FAMILY, written_at__gt=timezone.now() - timedelta(days=1))
    if same := _same(today, words):
        return same
    if today.count() >= PER_DAY:
        raise TooManyMessages
    look_again(registration=registration, actor=actor)
    return _write(registration, words, actor, author=Author.FAMILY)


@transaction.atomic
def write_as_staff(*, registration: Registration, words: str, actor: Actor) -> Message:
    """Put a message on her page and announce it by her safe channels. Sent twice it is one. Raises NotReachable."""
    Registration.objects.select_for_update().get(pk=registration.pk)
    if registration.holder is None or not may_be_written_to(registration):
        raise NotReachable
    if same := _same(registration.messages.filter(author=Author.STAFF, written_by=actor.id), words):
        return same
    message = _write(registration, words, actor, author=Author.STAFF, written_by_id=actor.id)
    add_entry(holder=registration.holder, kind=MESSAGE_WRITTEN, subject=str(message.pk), actor=actor)
    return message


def may_be_written_to(registration: Registration) -> bool:
    """Say whether staff may write: she agreed to be contacted, or she wrote since she said no and asks for an answer.

    Once it is closed, staff only answer.
    """
    if registration.holder_id is None:
        return False
    last = registration.messages.filter(author=Author.FAMILY).first()
    if last is None:
        return registration.state not in CLOSED_STATES and may_be_contacted(registration)
    return may_be_contacted(registration) or not refused_since(registration, Purpose.CONTACT, last.written_at)


@transaction.atomic
def mark_messages_read(*, registration: Registration, author: str, actor: Actor) -> int:
    """Mark the unread messages of one author as read by the other side; return how many were, logged where any."""
    count = registration.messages.unread_from(author).update(read_at=timezone.now())
    if count:
        record(events.MESSAGES_READ, actor=actor, subject=registration, data={"count": count})
    return count


def _same(messages, words: str) -> Message | None:
    recent = messages.filter(written_at__gt=timezone.now() - _AGAIN).first()
    return recent if recent is not None and recent.words == words else None


def _write(registration: Registration, words: str, actor: Actor, **values) -> Message:
    message = Message.objects.create(key_id=registration.key_id, registration=registration, words=words, **values)
    record(
        events.MESSAGE_WRITTEN,
        actor=actor,
        subject=registration,
        organization_id=registration.organization_id,
        data={"author": message.author},
    )
    return message
