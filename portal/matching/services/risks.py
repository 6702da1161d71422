"""What hangs on a pair for the person on the record: kept on the pair, so that a queue can put it first (floor 6)."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Case, OuterRef, Subquery, Value, When

from portal.detainees.enums import LegalStatus
from portal.detainees.models import DetaineeRecord
from portal.matching.models import CandidatePair

# A life may hang on it; then, a court decides or has decided.
_RISKS = {
    LegalStatus.DEATH_SENTENCE: 2,
    **dict.fromkeys((LegalStatus.TRIED, LegalStatus.SENTENCED, LegalStatus.CHARGED), 1),
}


def note_risks(detainees: Sequence[UUID]) -> None:
    """Let the pairs of these records say what their legal status says now. One query; writes what differs."""
    if not detainees:
        return
    risk = Case(*(When(legal_status=status, then=Value(one)) for status, one in _RISKS.items()), default=Value(0))
    now = Subquery(DetaineeRecord.objects.filter(pk=OuterRef("detainee")).annotate(risk=risk).values("risk"))
    CandidatePair.objects.filter(detainee__in=detainees).exclude(risk=now).update(risk=now)
