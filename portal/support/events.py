"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import Reads, register

REPORT_RECEIVED = register("support.report.received", _("Somebody told us something"))
REPORT_VIEWED = register("support.report.viewed", _("A report was read"), reads=Reads.RECORD)
REPORT_MOVED = register("support.report.moved", _("The state of a report changed"))
OFFICIAL_ADDED = register("support.official_channel.added", _("A channel was listed as ours"))
OFFICIAL_REMOVED = register("support.official_channel.removed", _("A channel is no longer listed as ours"))
