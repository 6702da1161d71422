"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import Reads, register

BEGUN = register("evidence.file.begun", _("A file began to arrive"))
RECEIVED = register("evidence.file.received", _("A file arrived whole, was hashed and sealed"))
SENT = register("evidence.file.sent", _("A file was sent with the registration it was added to"))
REFUSED = register("evidence.file.refused", _("A file was not taken"))
SCANNED = register("evidence.file.scanned", _("A file was checked for harmful content"))
COPIED = register("evidence.file.copied", _("A copy without hidden notes was made"))
VIEWED = register("evidence.copy.viewed", _("The copy was opened"), reads=Reads.RECORD)
EXPORTED = register("evidence.original.exported", _("The original was handed out"), reads=Reads.RECORD)
PRINTED = register("evidence.custody.printed", _("The chain of custody was printed"), reads=Reads.RECORD)
SHOWN = register("evidence.file.shown", _("It was said who may see a file"))
GIVEN = register("evidence.copy.given", _("The copy was given to an organization"))
TAKEN_BACK = register("evidence.file.taken_back", _("A file was removed at the family’s wish"))
LAPSED = register("evidence.file.lapsed", _("An unfinished file was deleted"))
VERIFIED = register("evidence.files.verified", _("All files were hashed again"))
