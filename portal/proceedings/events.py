"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

PROCEEDING_SAVED = register("proceedings.proceeding.saved", _("A proceeding was written or changed"))
UPDATE_PUBLISHED = register("proceedings.update.published", _("An organization's update was published"))
UPDATE_WITHDRAWN = register("proceedings.update.withdrawn", _("An organization's update was withdrawn"))
