"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

FOLLOW_STARTED = register("following.follow.started", _("A proceeding is followed"))
FOLLOW_STOPPED = register("following.follow.stopped", _("A proceeding is no longer followed"))
