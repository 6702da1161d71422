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
CONSENT_ASKED = register("registry.consent.asked", _("A family was asked whether something may be given"))
AUTHORITY_NAMED = register("registry.authority.named", _("A family named an authority that is given nothing"))
AUTHORITY_UNNAMED = register("registry.authority.unnamed", _("A family no longer names an authority"))
AMENDED = register("registry.registration.amended", _("The family changed what it had told"))
MESSAGE_WRITTEN = register("registry.message.written", _("A message was written"))
MESSAGES_READ = register("registry.message.read", _("Messages were read"))
PAPER_ISSUED = register("registry.paper.issued", _("A paper about a registration was issued"))
DOWNLOADED = register("registry.registration.downloaded", _("The family downloaded all that is kept"))
HOLD_PLACED = register("registry.hold.placed", _("An order to keep a registration was noted"))
HOLD_LIFTED = register("registry.hold.lifted", _("An order to keep a registration ended"))
ERASED = register("registry.registration.erased", _("A registration was erased"))
TESTIMONY_RECORDED = register("registry.testimony.recorded", _("A helper recorded what a person agrees to"))
HELPED_DRAFT_OPENED = register("registry.draft.opened_by_helper", _("A helper opened a registration to fill it in"))
CONSENT_REVIEWED = register("registry.consent.reviewed", _("A supervisor looked at who agreed"))
