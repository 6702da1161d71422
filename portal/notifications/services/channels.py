"""Writing the ways in which a holder can safely be reached (floor 3)."""

from dataclasses import asdict, dataclass, fields

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_key
from portal.notifications import events
from portal.notifications.enums import Wording
from portal.notifications.models import DeliveryState, SafeChannel


@dataclass(frozen=True)
class Care:
    """What to mind with one channel, as codes: see the fields of SafeChannel."""

    wording: str = Wording.NEWS
    hour_from: int | None = None
    hour_to: int | None = None
    days: str = ""
    zone: str = ""
    is_shared: bool | None = None
    may_leave_message: bool | None = None


def live_channels(*, holder: AccessHolder) -> QuerySet[SafeChannel]:
    """Return the channels that hold now."""
    return SafeChannel.objects.filter(holder=holder, ended_at__isnull=True)


def care_of(channel: SafeChannel | None) -> Care:
    """Return what to mind with a channel; nothing known without one."""
    return Care(**{field.name: getattr(channel, field.name) for field in fields(Care)}) if channel else Care()


def set_channel(
    *, holder: AccessHolder, kind: str, value: str, note: str, actor: Actor, care: Care | None = None
) -> SafeChannel:
    """Put a channel in place of the live one of its kind. `note` are her own words on what to mind.

    Without `care`, the hours and words she chose for the channel before it hold on. The same again changes nothing.
    The wrapped key is committed before the row.
    """
    live = live_channels(holder=holder).filter(kind=kind)
    present = live.first()
    care = care or care_of(present)
    if present and (present.value, present.note, care_of(present)) == (value, note, care):
        return present
    key_id = create_data_key(purpose="channel")
    with transaction.atomic():
        AccessHolder.objects.select_for_update().get(pk=holder.pk)
        live.update(ended_at=timezone.now())
        channel = SafeChannel.objects.create(
            key_id=key_id, holder=holder, kind=kind, value=value, note=note, **asdict(care)
        )
        record(events.CHANNEL_SET, actor=actor, subject=holder, data={"kind": kind})
    return channel


@transaction.atomic
def end_channels(*, holder: AccessHolder, actor: Actor, except_kind: str = "", only_kind: str = "") -> int:
    """End the live channels of a holder, but one kind or only one kind; return how many were ended."""
    live = live_channels(holder=holder).exclude(kind=except_kind)
    live = live.filter(kind=only_kind) if only_kind else live
    ended = live.update(ended_at=timezone.now())
    if ended:
        record(events.CHANNEL_ENDED, actor=actor, subject=holder, data={"count": ended})
    return ended


def last_did_not_arrive(channel: SafeChannel) -> bool:
    """Say whether the latest message by this channel was given up or came back."""
    last = channel.deliveries.order_by("-created_at").first()
    return last is not None and last.state == DeliveryState.GIVEN_UP
