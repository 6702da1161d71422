"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import Reads, register

SOURCE_ADDED = register("detainees.source.added", _("A source of lists was added"))
LIST_RECEIVED = register("detainees.list.received", _("A list was uploaded"))
LIST_CHECKED = register("detainees.list.checked", _("A list was checked before import"))
LIST_WORDS_SAID = register("detainees.list.words_said", _("What words of a list mean was said"))
LIST_IMPORTED = register("detainees.list.imported", _("A list was imported"))
LIST_CANCELLED = register("detainees.list.cancelled", _("A list was set aside and its content deleted"))
LIST_UNDO_ASKED = register("detainees.list.undo_asked", _("Somebody asked that a list be taken back"))
LIST_UNDO_REFUSED = register("detainees.list.undo_refused", _("That a list be taken back was refused"))
LIST_UNDO_APPROVED = register("detainees.list.undo_approved", _("A second person agreed that a list be taken back"))
LIST_UNDONE = register("detainees.list.undone", _("A list was taken back"))
LIST_UNDO_DENIED = register("detainees.list.undo_denied", _("Somebody tried to agree to their own request"))
LIST_VIEWED = register("detainees.list.viewed", _("A list was read"), reads=Reads.RECORD)
RECORD_VIEWED = register("detainees.record.viewed", _("A detainee record was read"), reads=Reads.RECORD)
RECORD_REFUSED = register("detainees.record.refused", _("A record of somebody perhaps under 18 was refused"))
CUSTODY_ENTERED = register("detainees.custody.entered", _("What happened in custody was entered on a record"))
STATEMENT_ENTERED = register("detainees.statement.entered", _("A statement was entered on a record"))
ANSWER_ENTERED = register("detainees.answer.entered", _("A source’s answer about a record was entered"))
TRANSFER_ADDED = register("detainees.transfer.added", _("A transfer of detained persons was added"))
TRANSFER_VIEWED = register(
    "detainees.transfer.viewed", _("A transfer of detained persons was read"), reads=Reads.RECORD
)
TRANSFER_FILLED = register("detainees.transfer.filled", _("Records were added to a transfer"))
