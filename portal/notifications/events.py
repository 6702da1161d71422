"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

CHANNEL_SET = register("notifications.channel.set", _("A safe way of contact was given"))
CHANNEL_ENDED = register("notifications.channel.ended", _("A safe way of contact was ended"))
MESSAGE_SENT = register("notifications.message.sent", _("A message without content was sent"))
MESSAGE_ARRIVED = register("notifications.message.arrived", _("A message without content arrived"))
MESSAGE_GIVEN_UP = register("notifications.message.given_up", _("A message could not be delivered"))
WISHES_CHANGED = register("notifications.wishes.changed", _("What she wants to be told was changed"))
FAILURE_HANDLED = register("notifications.failure.handled", _("A person dealt with a message that did not arrive"))
