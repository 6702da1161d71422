"""Codes of this app: how somebody is reached, with which words, what she wants to be told, what went wrong."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ChannelKind(models.TextChoices):
    """How somebody can be reached."""

    EMAIL = "email", _("E-mail")
    SMS = "sms", _("Text message")
    PHONE = "phone", _("A person calls me")


# What a machine writes to; a call is made by a person.
WRITTEN_KINDS = (ChannelKind.EMAIL, ChannelKind.SMS)
# What she can choose for a talk: nobody speaks by text message.
TALK_KINDS = (ChannelKind.EMAIL, ChannelKind.PHONE)


class Wording(models.TextChoices):
    """The one sentence she lets us send. None names a person, a topic or us; each fits one text message (R-46)."""

    NEWS = "news", _("There is news. Please sign in.")
    REMINDER = "reminder", _("This is your reminder.")
    GREETING = "greeting", _("Warm greetings to you.")


class Telling(models.TextChoices):
    """What is to happen when there is news of one kind."""

    MESSAGE = "message", _("Write to me")
    PAGE = "page", _("Only on my page")
    NEVER = "never", _("Never tell me")


class Every(models.TextChoices):
    """The rhythm in which we say that we are still here."""

    WEEK = "week", _("Every week")
    MONTH = "month", _("Every month")
    QUARTER = "quarter", _("Every three months")
    NEVER = "never", _("Never")


class Zone(models.TextChoices):
    """Whose clock her hours are read from: a time zone by a town that people know."""

    DAMASCUS = "Asia/Damascus", _("Damascus, Qamishli")
    BAGHDAD = "Asia/Baghdad", _("Baghdad, Erbil")
    ISTANBUL = "Europe/Istanbul", _("Istanbul, Diyarbakir")
    BEIRUT = "Asia/Beirut", _("Beirut")
    AMMAN = "Asia/Amman", _("Amman")
    YEREVAN = "Asia/Yerevan", _("Yerevan, Tbilisi")
    BERLIN = "Europe/Berlin", _("Berlin, Stockholm, Paris")
    LONDON = "Europe/London", _("London")
    TORONTO = "America/Toronto", _("Toronto, New York")
    SYDNEY = "Australia/Sydney", _("Sydney, Melbourne")


class DeliveryState(models.TextChoices):
    """Where a message stands."""

    WAITING = "waiting", _("Waiting")
    SENT = "sent", _("Sent")
    GIVEN_UP = "given_up", _("Given up")


class StaffNotice(models.TextChoices):
    """What people of the office are written to about. The whole mail: it names nothing; the pages say what it is."""

    MANY = "many", _("Something in the office needs a look. Please sign in.")
    PLANTED = "planted", _("Something in the office needs a look. Please sign in.")
    FROZEN = "frozen", _("Something in the office needs a look. Please sign in.")
    EMERGENCY = "emergency", _("Something in the office needs a look. Please sign in.")
    APPROVAL = "approval", _("Something in the office waits for your answer. Please sign in.")
    PROOF = "proof", _("The code for your mail address:")


# Those that are work like other work: who does not want mails about tasks gets none.
STAFF_TASKS = frozenset({StaffNotice.APPROVAL})
# Nobody failed here: she ended the channel before the message left, or her page is closed to protect her.
ENDED, FROZEN = "channel_ended", "frozen"
NO_FAILURES = (ENDED, FROZEN)
# Why a message did not arrive, for the people who have to find another way.
PROBLEMS: dict[str, str | Promise] = {
    "address": _("What is written there is no address."),
    "refused": _("The other side does not take messages for this address."),
    "bounced": _("The message was accepted and came back later."),
    "unreachable": _("The service that carries our messages did not answer for many hours."),
    "unreadable": _("The address can no longer be read."),
    "not_connected": _("This portal is not connected to a service for such messages."),
}
SOME_PROBLEM = _("The message did not arrive.")
