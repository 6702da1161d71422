"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

ASKED = register("referrals.transmission.asked", _("Somebody asked to give a family's information to a recipient"))
REFUSED = register("referrals.transmission.refused", _("A second person refused to give information to a recipient"))
GIVEN = register("referrals.transmission.given", _("A family's information was given to a recipient"))
RECALLED = register("referrals.transmission.recalled", _("A recipient was told to delete what it was given"))
EXTRACT_ASKED = register("referrals.extract.requested", _("An export of registrations was asked for"))
EXTRACT_SAMPLED = register("referrals.extract.sampled", _("Somebody looked at the hidden sample of an export"))
EXTRACT_APPROVED = register("referrals.extract.approved", _("Another person approved an export of registrations"))
EXTRACT_REFUSED = register("referrals.extract.refused", _("Another person refused an export of registrations"))
EXTRACT_TAKEN = register("referrals.extract.taken", _("An approved export of registrations was taken"))
EXTRACT_ACT_REFUSED = register("referrals.extract.act_refused", _("An act about an export was refused"))
INCLUDED = register("referrals.extract.included", _("A registration went into an export"))
TRACED = register("referrals.extract.traced", _("A file was compared with the copies of exports"))
