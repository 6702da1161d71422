"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

ORGANIZATION_CREATED = register("organizations.organization.created", _("An organization was added"))
ORGANIZATION_VERIFIED = register("organizations.organization.verified", _("An organization was verified"))
MEMBER_ADDED = register("organizations.member.added", _("Somebody joined an organization"))
MEMBER_REMOVED = register("organizations.member.removed", _("Somebody left an organization"))
