"""In which state something may be done; each rule raises Refused with a reason to show (floor 6)."""

from .checking import check_can_be_held, check_check_can_be_closed
from .judging import (
    check_can_be_judged,
    check_can_be_kept,
    check_can_be_reopened,
    check_can_be_taken,
    check_can_be_taken_back,
    check_duplicate_can_be_judged,
    reading_for,
)
from .refusing import Refused
from .telling import (
    check_can_be_answered,
    check_can_be_answered_by,
    check_can_be_approved,
    check_can_be_asked,
    check_can_be_called_wrong,
    check_can_be_planned,
    check_can_be_requested,
    check_can_be_told,
    check_correction_can_be_answered,
    check_may_speak,
    check_may_tell,
    check_still_decided,
    is_grave,
    needs_two_approvers,
    open_disclosure,
)

__all__ = [
    "Refused",
    "check_can_be_answered",
    "check_can_be_answered_by",
    "check_can_be_approved",
    "check_can_be_asked",
    "check_can_be_called_wrong",
    "check_can_be_held",
    "check_can_be_judged",
    "check_can_be_kept",
    "check_can_be_planned",
    "check_can_be_reopened",
    "check_can_be_requested",
    "check_can_be_taken",
    "check_can_be_taken_back",
    "check_can_be_told",
    "check_check_can_be_closed",
    "check_correction_can_be_answered",
    "check_duplicate_can_be_judged",
    "check_may_speak",
    "check_may_tell",
    "check_still_decided",
    "is_grave",
    "needs_two_approvers",
    "open_disclosure",
    "reading_for",
]
