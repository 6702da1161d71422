"""When and how she wishes to speak with us (floor 5)."""

from django.db import transaction

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.notifications.services.channels import set_channel
from portal.registry import events
from portal.registry.models import Registration


def choose_talk(*, registration: Registration, kind: str, value: str, when: str, actor: Actor) -> None:
    """Keep the channel and the times she chose for a talk. Her state is moved by people, after the talk.

    Raises ValueError for a registration without a holder (an organization's list).
    """
    if registration.holder is None:
        raise ValueError("nobody comes back to this registration")
    with transaction.atomic():
        set_channel(holder=registration.holder, kind=kind, value=value, note=when, actor=actor)
        record(events.TALK_CHOSEN, actor=actor, subject=registration, data={"kind": kind})
