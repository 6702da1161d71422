"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import Reads, register

LINKED = register("matching.run.finished", _("Registrations were compared with lists"))
SUPERSEDED = register("matching.pairs.superseded", _("Possible matches ended because consent is no longer there"))
LIST_GONE = register("matching.pairs.list_gone", _("Possible matches ended because their list was taken back"))
PAIR_VIEWED = register("matching.pair.viewed", _("A possible match was read"), reads=Reads.RECORD)
JUDGED = register("matching.pair.judged", _("A possible match was judged"))
TAKEN = register("matching.pair.taken", _("A possible match was taken to read"))
GIVEN_BACK = register("matching.pair.given_back", _("A possible match was given back to the others"))
TAKEN_BACK = register("matching.judgement.withdrawn", _("A first judgement was taken back by who gave it"))
REOPENED = register("matching.pair.reopened", _("A possible match was opened again"))
KEPT = register("matching.pair.kept", _("A judgement was left as it is although a record has changed"))
DUPLICATE_VIEWED = register("matching.duplicate.viewed", _("A possible duplicate was read"), reads=Reads.RECORD)
DUPLICATE_JUDGED = register("matching.duplicate.judged", _("A possible duplicate was judged"))
DUPLICATES_COMPARED = register("matching.duplicates.finished", _("Records were compared with others of their side"))
EVALUATED = register("matching.comparison.evaluated", _("The comparison was measured on judgements"))
MODEL_TRAINED = register("matching.model.trained", _("The comparison was refined from judgements"))
DISCLOSURE_REQUESTED = register("matching.disclosure.requested", _("A decision about telling the family was asked for"))
DISCLOSURE_APPROVED = register("matching.disclosure.approved", _("A second person approved the decision"))
DISCLOSURE_REFUSED = register("matching.disclosure.refused", _("A second person refused the decision"))
PERSON_ASKED = register("matching.disclosure.person_asked", _("What the person found answered was noted"))
DISCLOSURE_HALF = register("matching.disclosure.half_approved", _("A first of two people approved the decision"))
TALK_PLANNED = register("matching.talk.planned", _("A talk with a family was planned"))
TALK_VIEWED = register("matching.talk.viewed", _("What may be told in a talk was read"), reads=Reads.RECORD)
TALK_HELD = register("matching.talk.held", _("A family was told in a talk"))
FAMILY_ANSWERED = register("matching.talk.answered", _("What the family said to it was noted"))
CORRECTION_REQUESTED = register("matching.correction.requested", _("Somebody said that a family was told wrongly"))
CORRECTION_APPROVED = register("matching.correction.approved", _("A second person confirmed that we were wrong"))
CORRECTION_REFUSED = register("matching.correction.refused", _("A second person found no error in what was told"))
CHECK_OPENED = register("matching.record.held", _("A detainee record is held while it is checked"))
CHECK_VIEWED = register(
    "matching.record.check_viewed", _("The check of a detainee record was read"), reads=Reads.RECORD
)
CHECK_CLOSED = register("matching.record.checked", _("The check of a detainee record was answered"))
ACT_REFUSED = register("matching.disclosure.act_refused", _("An act about telling a family was refused"))
EXPORTED = register("matching.candidates.exported", _("Possible matches were exported"))
EXPORT_REFUSED = register("matching.candidates.export_refused", _("An export of possible matches was refused"))
EXPORT_ASKED = register("matching.export.requested", _("An export of possible matches was asked for"))
EXPORT_APPROVED = register("matching.export.approved", _("A second person approved an export of possible matches"))
EXPORT_TURNED_DOWN = register("matching.export.refused", _("A second person refused an export of possible matches"))
EXPORT_TAKEN = register("matching.export.taken", _("An approved export was used"))
INCIDENT_LISTED = register(
    "matching.incident.listed", _("Others of the same place and days were listed"), reads=Reads.NAMES
)
SEARCHED = register("matching.people.searched", _("Staff searched for a person"), reads=Reads.NAMES)
PURPOSE_STATED = register("matching.records.purpose_stated", _("Staff said what detainee records are opened for"))
