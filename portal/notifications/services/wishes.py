"""What she wants to be told, and the rhythm of our signs of life (floor 3)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.notifications import events
from portal.notifications.enums import Every, Telling
from portal.notifications.models import EventWish, SignOfLife

_DAYS = {Every.WEEK: 7, Every.MONTH: 30, Every.QUARTER: 91}


def telling_of(*, holder_id: UUID, kind: str) -> Telling:
    """Return her wish for one kind of news; a message where she said nothing."""
    wish = EventWish.objects.filter(holder_id=holder_id, kind=kind).first()
    return Telling(wish.telling) if wish else Telling.MESSAGE


def tellings_of(*, holder: AccessHolder) -> dict[str, str]:
    """Return all wishes she spoke, by kind."""
    return dict(EventWish.objects.filter(holder=holder).values_list("kind", "telling"))


@transaction.atomic
def set_wishes(*, holder: AccessHolder, tellings: dict[str, str], every: str, today: date, actor: Actor) -> None:
    """Keep what she wants to be told by kind, and how often we say that we are still here. It holds at once."""
    for kind, telling in tellings.items():
        EventWish.objects.update_or_create(holder=holder, kind=kind, defaults={"telling": Telling(telling)})
    present = SignOfLife.objects.filter(holder=holder).first()
    if every and (present is None or present.every != every):
        next_on = _next(every, today)
        SignOfLife.objects.update_or_create(holder=holder, defaults={"every": Every(every), "next_on": next_on})
    record(events.WISHES_CHANGED, actor=actor, subject=holder)


def due_signs(*, today: date) -> QuerySet[SignOfLife]:
    """Return whose sign of life is due, the longest waiting first."""
    return SignOfLife.objects.filter(next_on__lte=today).select_related("holder").order_by("next_on", "pk")


def put_off(*, sign: SignOfLife, today: date) -> bool:
    """Move a due sign to its next day; False where somebody else has just done it."""
    due = SignOfLife.objects.filter(pk=sign.pk, every=sign.every, next_on=sign.next_on)
    return bool(due.update(next_on=_next(sign.every, today)))


def _next(every: str, today: date) -> date | None:
    return None if every == Every.NEVER else today + timedelta(days=_DAYS[Every(every)])
