"""The table of steps of telling is complete, holds what the rules ask, and is drawn in the documentation."""

from __future__ import annotations

from pathlib import Path

from portal.matching.telling import STEPS, Stage

DOCS = Path(__file__).parents[3] / "docs" / "disclosure.md"
ENDS = {Stage.NOT_TOLD, Stage.CORRECTED}


def test_every_stage_has_its_row_and_can_be_reached() -> None:
    assert set(STEPS) == set(Stage)
    reached, waiting = {Stage.UNASKED}, [Stage.UNASKED]
    while waiting:
        for stage in STEPS[waiting.pop()] - reached:
            reached.add(stage)
            waiting.append(stage)
    assert reached == set(Stage)
    assert {stage for stage in Stage if not STEPS[stage]} == ENDS


def test_nothing_is_told_but_by_a_planned_talk_after_a_decision() -> None:
    def before(stage: Stage) -> set[Stage]:
        return {one for one, following in STEPS.items() if stage in following}

    assert before(Stage.TOLD) == {Stage.PLANNED, Stage.CALLED_WRONG}
    assert before(Stage.CORRECTED) == {Stage.CORRECTION_PLANNED}
    assert before(Stage.TO_CORRECT) == {Stage.CALLED_WRONG}
    assert Stage.DECIDED not in STEPS[Stage.UNASKED] | STEPS[Stage.AGREED]


def test_the_documentation_draws_the_table_as_it_is() -> None:
    drawn = DOCS.read_text()
    for stage, following in STEPS.items():
        after = " · ".join(f"`{one}`" for one in Stage if one in following) or "—"
        assert f"| `{stage}` | {stage.label} | {after} |" in drawn
