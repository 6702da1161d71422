"""Safe channels, the inbox, what was delivered, what she wants to be told, and mails to the office (floor 3)."""

from portal.notifications.enums import ChannelKind, DeliveryState

from .channels import SafeChannel
from .inbox import Delivery, InboxEntry
from .staff import StaffAddress, StaffMail
from .wishes import EventWish, SignOfLife

__all__ = [
    "ChannelKind",
    "Delivery",
    "DeliveryState",
    "EventWish",
    "InboxEntry",
    "SafeChannel",
    "SignOfLife",
    "StaffAddress",
    "StaffMail",
]
