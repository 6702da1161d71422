"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

LINKED = register("matching.run.finished", _("Registrations were compared with lists"))
SUPERSEDED = register("matching.pairs.superseded", _("Possible matches ended because consent is no longer there"))
LIST_GONE = register("matching.pairs.list_gone", _("Possible matches ended because their list was taken back"))
PAIR_VIEWED = register("matching.pair.viewed", _("A possible match was read"))
JUDGED = register("matching.pair.judged", _("A possible match was judged"))
TAKEN = register("matching.pair.taken", _("A possible match was taken to read"))
GIVEN_BACK = register("matching.pair.given_back", _("A possible match was given back to the others"))
TAKEN_BACK = register("matching.judgement.withdrawn", _("A first judgement was taken back by who gave it"))
REOPENED = register("matching.pair.reopened", _("A possible match was opened again"))
KEPT = register("matching.pair.kept", _("A judgement was left as it is although a record has changed"))
DUPLICATE_VIEWED = register("matching.duplicate.viewed", _("A possible duplicate was read"))
DUPLICATE_JUDGED = register("matching.duplicate.judged", _("A possible duplicate was judged"))
DUPLICATES_COMPARED = register("matching.duplicates.finished", _("Records were compared with others of their side"))
EVALUATED = register("matching.comparison.evaluated", _("The comparison was measured on judgements"))
MODEL_TRAINED = register("matching.model.trained", _("The comparison was refined from judgements"))
DISCLOSURE_REQUESTED = register("matching.disclosure.requested", _("A decision about telling the family was asked for"))
DISCLOSURE_APPROVED = register("matching.disclosure.approved", _("A second person approved the decision"))
DISCLOSURE_REFUSED = register("matching.disclosure.refused", _("A second person refused the decision"))
EXPORTED = register("matching.candidates.exported", _("Possible matches were exported"))
EXPORT_REFUSED = register("matching.candidates.export_refused", _("An export of possible matches was refused"))
EXPORT_ASKED = register("matching.export.requested", _("An export of possible matches was asked for"))
EXPORT_APPROVED = register("matching.export.approved", _("A second person approved an export of possible matches"))
EXPORT_TURNED_DOWN = register("matching.export.refused", _("A second person refused an export of possible matches"))
EXPORT_TAKEN = register("matching.export.taken", _("An approved export was used"))
SEARCHED = register("matching.people.searched", _("Staff searched for a person"))
