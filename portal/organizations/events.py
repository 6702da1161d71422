"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

ORGANIZATION_CREATED = register("organizations.organization.created", _("An organization was added"))
ORGANIZATION_VERIFIED = register("organizations.organization.verified", _("An organization was verified"))
MEMBER_ADDED = register("organizations.member.added", _("Somebody joined an organization"))
MEMBER_REMOVED = register("organizations.member.removed", _("Somebody left an organization"))
RECIPIENT_ADDED = register("organizations.recipient.added", _("A recipient of information was added"))
RECIPIENT_CONFIRMED = register(
    "organizations.recipient.confirmed", _("A recipient of information was confirmed by a second person")
)
RECIPIENT_ENDED = register("organizations.recipient.ended", _("A recipient is given nothing any more"))
