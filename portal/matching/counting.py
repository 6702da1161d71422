"""Possible matches and readings counted for the office's own figures; nothing is opened (floor 6; R-11)."""

from collections.abc import Mapping

from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, Subquery, Value, When

from portal.figures.enums import Stage

from .enums import FamilySays, MatchRole, PairState, Reading
from .models import CandidatePair, Disclosure, FamilyAnswer, Judgement, SafetyCheck, Talk

_AGREED = (PairState.VERIFIED, PairState.DISCLOSED, PairState.NOT_DISCLOSED)


def count_stages() -> dict[str, int]:
    """Return how many live pairs have come how far: each pair in one cell, that of the farthest stage of its round."""
    this_round = {"pair": OuterRef("pk"), "round": OuterRef("round")}
    decided = {f"disclosure__{key}": value for key, value in this_round.items()}
    newest = FamilyAnswer.objects.filter(**decided).order_by("-noted_at", "-pk").values("says")[:1]
    agreed = Q(state__in=_AGREED, role=MatchRole.SAME_PERSON)
    rows = CandidatePair.objects.live().annotate(family_says=Subquery(newest))
    stage = Case(
        When(agreed & Q(family_says=FamilySays.CONFIRMED), then=Value(Stage.CONFIRMED)),
        When(
            agreed & Exists(Talk.objects.told().filter(correction=None, **decided)),
            then=Value(Stage.TOLD),
        ),
        When(
            agreed & Exists(Disclosure.objects.filter(effective_at__isnull=False, **this_round)),
            then=Value(Stage.DECIDED),
        ),
        When(agreed & Exists(SafetyCheck.objects.filter(**this_round)), then=Value(Stage.ASKED)),
        When(agreed, then=Value(Stage.AGREED)),
        When(Exists(Judgement.objects.standing().filter(**this_round)), then=Value(Stage.READ)),
        default=Value(Stage.PROPOSED),
        output_field=CharField(),
    )
    return dict(rows.annotate(stage=stage).order_by().values_list("stage").annotate(Count("pk")))


def count_readings() -> Mapping[tuple[str, str], int]:
    """Return how often the first and the second reader of a pair, blind to each other, gave which two verdicts."""
    standing = Judgement.objects.standing()
    first = standing.filter(pair=OuterRef("pair"), round=OuterRef("round"), reading=Reading.FIRST)
    second = standing.filter(reading=Reading.SECOND).annotate(first=Subquery(first.values("verdict")[:1]))
    rows = second.order_by().values_list("first", "verdict").annotate(Count("pk"))
    return {(one, other): count for one, other, count in rows if one}
