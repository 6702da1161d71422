"""What the source of a record allows today (floor 5). A recorded answer counts where the source wishes to be asked."""

from dataclasses import dataclass

from portal.core.dates import today

from .enums import SharingTerms
from .models import DetaineeRecord, SourceAnswer


@dataclass(frozen=True)
class Sharing:
    """`terms` of the record's latest list; `may_tell` whether the family may be told after a decision, as of today."""

    terms: str
    may_tell: bool
    answer: SourceAnswer | None = None


def sharing(record: DetaineeRecord) -> Sharing:
    """The rule of one record. A refusal by the source stands before its general terms; an answer ends with its time."""
    terms, day = record.last_batch.sharing_terms, today()
    answers = SourceAnswer.objects.live().filter(record=record, expires_on__gt=day, answered_on__lte=day)
    answer = answers.order_by("-answered_on", "-entered_at").first()
    if answer is not None and not answer.may_tell:
        return Sharing(terms, False, answer)
    if terms == SharingTerms.ASK_SOURCE:
        return Sharing(terms, answer is not None, answer)
    return Sharing(terms, terms == SharingTerms.FAMILY_AFTER_DECISION, answer)
