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
STAFF_ADDRESS_SET = register("notifications.staff_address.set", _("A member of staff gave a mail address"))
STAFF_ADDRESS_PROVEN = register("notifications.staff_address.proven", _("A member of staff proved a mail address"))
STAFF_ADDRESS_ENDED = register("notifications.staff_address.ended", _("A member of staff took a mail address away"))
STAFF_MAIL_SENT = register("notifications.staff_mail.sent", _("A mail without content was sent to the office"))
STAFF_MAIL_GIVEN_UP = register("notifications.staff_mail.given_up", _("A mail to the office could not be delivered"))
