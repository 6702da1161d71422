"""When a message may be sent: only in the hours and on the days its reader called safe (floor 3)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .models import SafeChannel

_HOUR = timedelta(hours=1)
_HOURS_OF_A_WEEK = 7 * 24


def next_safe_moment(channel: SafeChannel, now: datetime) -> datetime:
    """Return `now` where it is safe, else the beginning of the next safe hour."""
    if is_safe(channel, now):
        return now
    whole = now.replace(minute=0, second=0, microsecond=0)
    moments = (whole + _HOUR * step for step in range(1, _HOURS_OF_A_WEEK + 2))
    return next(moment for moment in moments if is_safe(channel, moment))


def is_safe(channel: SafeChannel, moment: datetime) -> bool:
    """Say whether a moment lies in her hours. Hours that pass midnight belong to the day on which they began."""
    if not channel.zone:
        return True
    local = moment.astimezone(ZoneInfo(channel.zone))
    first, last = channel.hour_from, channel.hour_to
    if first is None or last is None:
        return _is_safe_day(channel, local)
    if first < last:
        return first <= local.hour < last and _is_safe_day(channel, local)
    if local.hour >= first:
        return _is_safe_day(channel, local)
    return local.hour < last and _is_safe_day(channel, local - timedelta(days=1))


def _is_safe_day(channel: SafeChannel, day: datetime) -> bool:
    return not channel.days or str(day.isoweekday()) in channel.days
