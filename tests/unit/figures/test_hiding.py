"""R-11: what may be told of counts, and that nobody can subtract one person out of it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from portal.figures.hiding import BASE, Table, fitting, reached_by, share, told, told_table, total

CELLS = tuple("abcdef")
# Which cell each of up to 120 people stands in.
PEOPLE = st.lists(st.sampled_from(CELLS), max_size=120)
FILTERS = st.sets(st.sampled_from(CELLS))


def table_of(people: list[str]) -> Table:
    return told_table({cell: people.count(cell) for cell in set(people)}, CELLS)


@given(PEOPLE, FILTERS, FILTERS)
def test_two_filters_that_differ_in_fewer_than_ten_people_give_equal_output_r_11(
    people: list[str], one: set[str], other: set[str]
) -> None:
    apart = sum(person in one ^ other for person in people)
    assume(apart < BASE)
    table = table_of(people)
    assert total(table, one) == total(table, other)


@given(PEOPLE, st.sampled_from(CELLS), FILTERS)
def test_a_cell_with_one_person_adds_nothing_to_any_sum_r_11(people: list[str], alone: str, others: set[str]) -> None:
    table = table_of([person for person in people if person != alone] + [alone])
    assert table[alone] == 0
    assert total(table, others | {alone}) == total(table, others - {alone})


@given(st.integers(0, 10**6))
def test_ten_counts_look_alike_and_below_ten_none_is_told(count: int) -> None:
    assert told(count) % BASE == 0 and 0 <= count - told(count) < BASE
    assert (told(count) == 0) == (count < BASE)


def test_an_empty_cell_and_one_with_nine_look_alike_and_every_cell_is_there() -> None:
    assert told_table({"a": 9, "b": 10}, CELLS) == {"a": 0, "b": 10, "c": 0, "d": 0, "e": 0, "f": 0}
    with pytest.raises(KeyError):
        told_table({"nowhere": 1}, CELLS)


def possible(tables: list[list[int]]) -> list[list[set[int]]]:
    """By trying all: which true counts each cell may have, for whoever knows what is told of the same people."""
    by_sum: list[dict[int, list[tuple[int, ...]]]] = []
    for cells in tables:
        worlds: dict[int, list[tuple[int, ...]]] = {}
        for hidden in product(range(BASE), repeat=len(cells)):
            world = tuple(cell + more for cell, more in zip(cells, hidden, strict=True))
            worlds.setdefault(sum(world), []).append(world)
        by_sum.append(worlds)
    everybody = set.intersection(*(set(worlds) for worlds in by_sum))
    return [
        [set(counts) for counts in zip(*(world for n in everybody for world in worlds[n]), strict=True)]
        for worlds in by_sum
    ]


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("pq")), max_size=60))
def test_tables_side_by_side_leave_every_cell_all_its_ten_counts_r_11(people: list[tuple[str, str, str]]) -> None:
    names = ("ab", "xyz", "pq")
    tables = {
        cells: told_table({cell: sum(p[place] == cell for p in people) for cell in cells}, cells)
        for place, cells in enumerate(names)
    }
    kept = fitting(tables)
    assert names[0] in kept
    told_cells = [list(table.values()) for table in kept.values()]
    for cells, found in zip(told_cells, possible(told_cells), strict=True):
        assert found == [set(range(cell, cell + BASE)) for cell in cells]


def test_a_table_whose_hidden_people_another_would_betray_is_withheld() -> None:
    # 19 and 9 people: told 10 and nothing. All 28 in one cell of another table, told 20, would say that 9 are hidden.
    betraying = {"split": {"a": 10, "b": 0}, "whole": {"x": 20, "y": 0}}
    assert fitting(betraying) == {"split": {"a": 10, "b": 0}}
    assert fitting({"split": {"a": 10, "b": 10}, "whole": {"x": 20, "y": 0}}).keys() == {"split", "whole"}


def test_a_share_is_worked_out_of_what_is_told() -> None:
    table = {"in_time": 60, "late": 20, "waiting": 0, "not_due": 500}
    assert share(table, ["in_time"], ["in_time", "late", "waiting"]) == 75
    assert share(table, ["waiting"], ["waiting"]) is None


def test_who_still_waits_counts_as_waiting_longer_than_anybody() -> None:
    days = [3] * 30 + [20] * 20
    assert reached_by(days, 0, 50) == 1
    assert reached_by(days, 20, 50) == 3
    assert reached_by(days, 60, 50) is None  # more than half wait on: no week can be named


def test_a_measure_of_waiting_needs_ten_families_on_each_side_r_11() -> None:
    assert reached_by(list(range(19)), 0, 50) is None
    assert reached_by(list(range(20)), 0, 50) == 2
    assert reached_by(list(range(99)), 0, 90) is None
    assert reached_by([0] * 100, 0, 90) == 1
    assert reached_by([], 0, 50) is None
