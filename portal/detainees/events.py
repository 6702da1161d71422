"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

SOURCE_ADDED = register("detainees.source.added", _("A source of lists was added"))
LIST_RECEIVED = register("detainees.list.received", _("A list was uploaded"))
LIST_CHECKED = register("detainees.list.checked", _("A list was checked before import"))
LIST_IMPORTED = register("detainees.list.imported", _("A list was imported"))
LIST_CANCELLED = register("detainees.list.cancelled", _("A list was set aside and its content deleted"))
LIST_VIEWED = register("detainees.list.viewed", _("A list was read"))
RECORD_VIEWED = register("detainees.record.viewed", _("A detainee record was read"))
