"""For how long something is given: roles, training and teams end by themselves, so that somebody looks (floor 2)."""

from datetime import datetime, timedelta

# What whoever gives it chooses from, in months.
MONTHS = (3, 6, 12)
# How long before the end it says so.
ENDS_SOON = timedelta(days=14)
_MONTH = timedelta(days=30)


def months_after(start: datetime, months: int) -> datetime:
    """Return when what begins at `start` ends. Raises ValueError for a time that is not offered."""
    if months not in MONTHS:
        raise ValueError("unknown time")
    return start + months * _MONTH
