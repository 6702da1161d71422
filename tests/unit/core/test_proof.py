"""The small sum: signed, for one subject, for an hour, and in the same way after a restart (R-50)."""

from datetime import timedelta

import pytest

from portal.core.proof import BITS, ENDS_AFTER, SUMS, is_solved, is_task_of, new_task, seed_of, solve


def test_a_solved_task_is_accepted_for_its_subject_alone(clock):
    """R-50: bound to one subject; a replayed answer says nothing for another."""
    task = new_task("draft-1")
    answer = solve(task)
    assert is_solved(task, answer, "draft-1")
    assert not is_solved(task, answer, "draft-2")
    assert not is_solved(new_task("draft-2"), answer, "draft-2")


def test_a_task_ends_after_an_hour_and_stays_ours(clock):
    """R-50: expiring. A clock that was put back ends nothing."""
    task = new_task("draft")
    answer = solve(task)
    clock.tick(timedelta(seconds=ENDS_AFTER + 1))
    assert not is_solved(task, answer, "draft")
    assert is_task_of(task, "draft")
    clock.tick(timedelta(seconds=-2 * ENDS_AFTER))
    assert is_solved(task, answer, "draft")


@pytest.mark.parametrize(
    "answer", ["", "0", ",".join(["x"] * SUMS), ",".join(["1" * 9] * SUMS), "١," * 7 + "١", "\x00"]
)
def test_what_is_no_answer_is_none(answer):
    assert not is_solved(new_task("draft"), answer, "draft")


@pytest.mark.parametrize("task", ["", "draft", "draft:1:2", "\x00", "draft:" + "a" * 10_000])
def test_what_we_never_gave_out_is_no_task(task):
    assert not is_task_of(task, "draft")
    assert not is_solved(task, ",".join(["1"] * SUMS), "draft")


def test_what_is_hashed_fits_one_block():
    """The script hashes one block: 55 signs at most, with the longest number an answer may hold."""
    assert len(f"{seed_of(new_task('x' * 36))}:{SUMS - 1}:{'9' * 8}") <= 55
    assert 2**BITS * 100 < 10**8
