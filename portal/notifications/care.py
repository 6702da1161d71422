"""What to mind with a safe channel, in words: for her, and for the people who call (floor 3)."""

from dataclasses import dataclass

from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.digits import in_digits

from .enums import WRITTEN_KINDS, Wording, Zone
from .models import SafeChannel


@dataclass(frozen=True)
class Fact:
    """One label with its value; `style` as the component of values knows it."""

    label: str | Promise
    value: str | Promise
    style: str = "words"


def hour_in_words(hour: int) -> str:
    """Write a full hour of the 24-hour clock in the reader's digits."""
    return in_digits(f"{hour}:00")


def cautions(channel: SafeChannel) -> list[Fact]:
    """Return what she asked us to mind, what she said nothing about left out."""
    facts = [Fact(_("When"), _times(channel))]
    if channel.kind in WRITTEN_KINDS:
        facts.append(Fact(_("What we write"), Wording(channel.wording).label))
    if channel.is_shared is not None:
        shared = _("Other people see or answer it too") if channel.is_shared else _("Nobody else sees or answers it")
        facts.append(Fact(_("Who uses it"), shared))
    if channel.may_leave_message is not None:
        message = _("A message may be left.") if channel.may_leave_message else _("Leave no message.")
        facts.append(Fact(_("If nobody answers"), message))
    if channel.note:
        facts.append(Fact(_("What else to mind"), channel.note, ""))
    return facts


def _times(channel: SafeChannel) -> str | Promise:
    """Days, hours and clock, as far as she limited them."""
    parts = []
    if channel.days:
        parts.append(" · ".join(str(WEEKDAYS[int(day) - 1]) for day in channel.days))
    if channel.hour_from is not None and channel.hour_to is not None:
        parts.append(f"\u2066{hour_in_words(channel.hour_from)} – {hour_in_words(channel.hour_to)}\u2069")
    if channel.zone and parts:
        parts.append(str(Zone(channel.zone).label))
    return " · ".join(parts) if parts else _("At any time")
