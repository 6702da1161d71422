"""What people have judged so far in the demonstration world: every outcome once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.matching.enums import Asked, AskedWay, Decision, Share, TalkWay, Verdict

CASEWORKER = "demo-caseworker"
# How the person found was asked, and how a family is told.
ASKED: dict[str, Any] = {
    "outcome": Asked.AGREES,
    "way": AskedWay.VISITORS,
    "asked_by": "A delegate who visits the place",
    "asked_on": date(2026, 2, 10),
    "basis": "Asked alone. The family may know.",
}
# What each family may be told, by its key.
TOLD: dict[str, dict[str, Any]] = {
    "demo-family-02": {
        "shares": [Share.LISTED, Share.ALIVE],
        "words": "Your brother’s name stands on a list from February. He was alive then. We know nothing newer.",
    },
    "demo-family-07": {
        "shares": [Share.LISTED, Share.ALIVE],
        "words": "Your father’s name stands on a list from March. He was released then. We do not know where he went.",
    },
    "demo-family-11": {
        "shares": [Share.LISTED, Share.ALIVE, Share.STATUS],
        "words": "Your friend’s name stands on a list from March. She was alive. A court judged her; she may appeal.",
    },
}
PLAN: dict[str, Any] = {
    "way": TalkWay.IN_PERSON,
    "language": "ku",
    "support": "Her aunt, who lives next door",
    "planned_on": date(2026, 3, 2),
}

FIRST, SECOND, SUPERVISOR, OTHER_SUPERVISOR = (
    "demo-reviewer",
    "demo-reviewer-two",
    "demo-supervisor",
    "demo-supervisor-two",
)


@dataclass(frozen=True)
class Step:
    """One act: `judge` with a verdict, `reopen`, or `decide` with a decision (asked by one, approved by others).

    `approved_by` is nobody where the request still waits.
    """

    by: str
    verdict: str = ""
    decision: str = ""
    reason: str = ""
    approved_by: tuple[str, ...] = (OTHER_SUPERVISOR,)

    @property
    def is_reopening(self) -> bool:
        """Neither a verdict nor a decision."""
        return not self.verdict and not self.decision


@dataclass(frozen=True)
class Story:
    """What happened to the pair of a family and a record of a list, in order."""

    family: str
    record: str
    steps: tuple[Step, ...]


STORIES = (
    Story(
        "demo-family-02",
        "V-002",
        (
            Step(FIRST, Verdict.SAME, reason="Name, father, place and month agree; only the script differs."),
            Step(SECOND, Verdict.SAME, reason="Four parts of the name and the month agree."),
            Step(SUPERVISOR, decision=Decision.TELL, reason="A person will speak with his sister first."),
        ),
    ),
    Story(
        "demo-family-03",
        "L-21",
        (
            Step(FIRST, Verdict.SAME, reason="Name, town, month and year of birth agree."),
            Step(SECOND, Verdict.SAME, reason="The letter names his street."),
            Step(SUPERVISOR, decision=Decision.DO_NOT_TELL, reason="One letter from 2014 answers nothing about today."),
        ),
    ),
    Story(
        "demo-family-05",
        "V-003",
        (
            Step(FIRST, Verdict.SAME, reason="Name and town agree."),
            Step(SECOND, Verdict.SAME, reason="Name, town and year agree."),
            Step(SUPERVISOR, decision=Decision.DO_NOT_TELL, reason="The list's owner is asked first."),
            Step(SUPERVISOR, reason="The list's owner corrected the grandfather's name: another family."),
            Step(FIRST, Verdict.NOT_SAME, reason="The grandfather is another."),
            Step(SECOND, Verdict.NOT_SAME, reason="Corrected entry: not this family."),
        ),
    ),
    Story(
        "demo-family-09",
        "V-004",
        (
            Step(FIRST, Verdict.SAME, reason="The name is rare and the place fits."),
            Step(SECOND, Verdict.UNSURE, reason="Four years between the birth dates."),
        ),
    ),
    Story(
        "demo-family-10",
        "V-005",
        (Step(FIRST, Verdict.SAME, reason="Name, place and year agree."),),
    ),
    Story(
        "demo-family-07",
        "V-006",
        (
            Step(FIRST, Verdict.SAME, reason="Name, father, town and month agree."),
            Step(SECOND, Verdict.SAME, reason="Two years between the birth dates; everything else agrees."),
            Step(
                SUPERVISOR, decision=Decision.TELL, reason="He was released: his daughter can hear it.", approved_by=()
            ),
        ),
    ),
    # A death sentence: two approvers, of whom one has approved.
    Story(
        "demo-family-11",
        "V-007",
        (
            Step(FIRST, Verdict.SAME, reason="Name, father and town agree; only the script differs."),
            Step(SECOND, Verdict.SAME, reason="A rare name of a small town."),
            Step(
                SECOND,
                decision=Decision.TELL,
                reason="She may appeal until May: the family can find a lawyer.",
                approved_by=(SUPERVISOR,),
            ),
        ),
    ),
)
