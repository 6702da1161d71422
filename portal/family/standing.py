"""How a sending stands: with a proof, at the pace of a person, or to be checked first (floor 7; R-50).

Nobody is refused and nothing of her page differs. With script a small sum proves that a telephone took its time over
it (`core/proof.py`); without, the time since the draft was begun speaks. A field that nobody can see catches programs
that fill in everything.
"""

from django.http import QueryDict
from django.utils import timezone

from portal.core.proof import is_solved, is_task_of, new_task
from portal.registry.enums import Trust, TrustReason
from portal.registry.models import Draft
from portal.registry.services.trust import PROVEN, Standing

# Names that no browser fills in by itself.
TASK, ANSWER, TRAP = "sum_task", "sum_answer", "more_below"
# Nobody answers six pages in fewer seconds.
SECONDS_OF_A_PERSON = 15


def task_for(draft: Draft) -> str:
    """Return the task that the form of a draft carries."""
    return new_task(str(draft.pk))


def standing_of(posted: QueryDict, draft: Draft) -> Standing:
    """Judge what came with a sending. A task of another draft counts as none."""
    task, subject = posted.get(TASK, ""), str(draft.pk)
    if posted.get(TRAP, ""):
        return Standing.doubtful(TrustReason.TRAP)
    if is_solved(task, posted.get(ANSWER, ""), subject):
        return PROVEN
    if not is_task_of(task, subject):
        return Standing.doubtful(TrustReason.BARE)
    return Standing.doubtful(TrustReason.HURRY) if _is_in_a_hurry(draft) else Standing(Trust.UNPROVEN)


def _is_in_a_hurry(draft: Draft) -> bool:
    """Our clock may have been put back meanwhile: then the time says nothing, and nobody is suspected for it."""
    passed = (timezone.now() - draft.created_at).total_seconds()
    return 0 <= passed < SECONDS_OF_A_PERSON
