"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

PUT = register("recordings.recording.put", _("A recording of a question was put in"))
REMOVED = register("recordings.recording.removed", _("A recording of a question was taken out"))
