"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

ASKED = register("referrals.transmission.asked", _("Somebody asked to give a family's information to a recipient"))
REFUSED = register("referrals.transmission.refused", _("A second person refused to give information to a recipient"))
GIVEN = register("referrals.transmission.given", _("A family's information was given to a recipient"))
RECALLED = register("referrals.transmission.recalled", _("A recipient was told to delete what it was given"))
