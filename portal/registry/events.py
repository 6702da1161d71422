"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

DRAFT_STARTED = register("registry.draft.started", _("A registration was begun"))
DRAFT_DISCARDED = register("registry.draft.discarded", _("An abandoned draft was deleted"))
REGISTERED = register("registry.registration.received", _("A registration was sent"))
CHANGED = register("registry.registration.changed", _("A registration was changed"))
STATE_CHANGED = register("registry.registration.state_changed", _("The state of a registration changed"))
VIEWED = register("registry.registration.viewed", _("A registration was read"))
CONSENT_GIVEN = register("registry.consent.given", _("A consent question was answered"))
CONSENT_WITHDRAWN = register("registry.consent.withdrawn", _("A consent was withdrawn"))
IMPORTED = register("registry.list.imported", _("An organization's list of registrations was imported"))
HELD = register("registry.registration.held", _("A registration was kept still while a report is checked"))
RELEASED = register("registry.registration.released", _("A registration goes on after a report was checked"))
TALK_CHOSEN = register("registry.talk.chosen", _("The family chose when and how to speak with us"))
