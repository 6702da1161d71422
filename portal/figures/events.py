"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

COUNTED = register("figures.month.counted", _("Figures of a month were counted"))
VIEWED = register("figures.month.viewed", _("Figures were read"))
TAKEN = register("figures.month.taken", _("Figures were taken as a table"))
ASKED = register("figures.publishing.requested", _("Publishing figures was asked for"))
APPROVED = register("figures.publishing.approved", _("A second person let figures become public"))
REFUSED = register("figures.publishing.refused", _("A second person refused to publish figures"))
WITHDRAWN = register("figures.publishing.withdrawn", _("Public figures were withdrawn"))
ACT_REFUSED = register("figures.publishing.act_refused", _("An act about public figures was refused"))
