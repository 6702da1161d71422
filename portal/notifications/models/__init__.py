"""Safe channels, the inbox, what was delivered and what she wants to be told (floor 3)."""

from portal.notifications.enums import ChannelKind, DeliveryState

from .channels import SafeChannel
from .inbox import Delivery, InboxEntry
from .wishes import EventWish, SignOfLife

__all__ = ["ChannelKind", "Delivery", "DeliveryState", "EventWish", "InboxEntry", "SafeChannel", "SignOfLife"]
