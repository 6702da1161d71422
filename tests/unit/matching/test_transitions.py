"""The table of states is complete, and each way of settling a pair stands in it."""

from __future__ import annotations

from portal.matching.enums import PAIR_TRANSITIONS, READABLE_BY_REVIEWERS, REOPENABLE, PairState


def test_every_state_has_its_row_and_leads_only_to_states() -> None:
    assert set(PAIR_TRANSITIONS) == set(PairState)
    assert set().union(*PAIR_TRANSITIONS.values()) <= set(PairState)


def test_every_state_can_be_reached_and_left() -> None:
    reached, waiting = {PairState.CANDIDATE}, [PairState.CANDIDATE]
    while waiting:
        for state in PAIR_TRANSITIONS[waiting.pop()] - reached:
            reached.add(state)
            waiting.append(state)
    assert reached == set(PairState)
    assert all(PAIR_TRANSITIONS[state] for state in PairState)


def test_disclosed_is_reached_from_verified_only() -> None:
    before = {state for state, following in PAIR_TRANSITIONS.items() if PairState.DISCLOSED in following}
    assert before == {PairState.VERIFIED}


def test_the_groups_fit_the_table() -> None:
    back = {state for state in PairState if PairState.CANDIDATE in PAIR_TRANSITIONS[state]}
    assert back == REOPENABLE | {PairState.UNDER_REVIEW}  # reopened, or a first judgement taken back
    assert {PairState.CANDIDATE, PairState.UNDER_REVIEW} == READABLE_BY_REVIEWERS
