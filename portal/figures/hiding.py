"""Counts as they may be told: in whole tens, rounded down; below ten only that (floor 3; R-11, ADR 0028).

A table has a fixed list of cells, and everybody who is counted stands in exactly one of them. A cell is told as the
largest multiple of ten that it reaches, so that each told value stands for ten possible counts, and nought for "fewer
than ten", which is not nobody. A sum is the sum of what is told, never a sum that is rounded: whoever subtracts two
sums that differ in fewer than ten people finds no difference.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

BASE = 10
# How much a told cell may hide at most.
_SLACK = BASE - 1

Table = dict[str, int]
"""What is told of each cell, by its code; nought where there are fewer than ten."""


def told(count: int) -> int:
    """Return a count as it may be told."""
    return count - count % BASE


def told_table(counts: Mapping[str, int], cells: Iterable[str]) -> Table:
    """Return what may be told of each of the fixed cells. Raises KeyError where somebody stands in no cell."""
    table = {cell: told(counts.get(cell, 0)) for cell in cells}
    if unknown := set(counts) - set(table):
        raise KeyError(f"no such cell: {sorted(unknown)}")
    return table


def total(table: Mapping[str, int], cells: Iterable[str] | None = None) -> int:
    """Return the sum over some cells, or all: at least so many people stand in them."""
    return sum(table.values() if cells is None else (table[cell] for cell in cells))


def fitting(tables: Mapping[str, Table]) -> dict[str, Table]:
    """Return the tables of the same people that may be told side by side, in order; the others are withheld whole.

    Two tables have the same true sum, which nobody is told. Where nearly all of one table's hidden people must be
    there to reach the sum of another, its hidden counts could be worked out: such a table is left out.
    """
    kept: dict[str, Table] = {}
    for name, table in tables.items():
        if all(_fits(table, other) for other in kept.values()):
            kept[name] = table
    return kept


def _fits(one: Table, other: Table) -> bool:
    """Say whether each cell of both tables may still hold any of its ten counts, whatever the other table tells."""
    lead = total(one) - total(other)
    return lead <= _SLACK * (len(other) - 1) and -lead <= _SLACK * (len(one) - 1)


def share(table: Mapping[str, int], part: Iterable[str], whole: Iterable[str]) -> int | None:
    """Return a share in whole per cent, worked out of what is told; None where too little is told to say."""
    of = total(table, whole)
    return round(100 * total(table, part) / of) if of else None


def reached_by(days: Sequence[int], waiting: int, percent: int) -> int | None:
    """Return after how many weeks so many per cent had what they waited for; None where it cannot be said.

    `days` are those of whoever has it, `waiting` counts whoever should have it by now and does not: they wait longer
    than anybody. It is said only where at least ten people stand on each side of it.
    """
    everybody = len(days) + waiting
    place = ceil(everybody * percent / 100)
    if place < BASE or everybody - place < BASE or place > len(days):
        return None
    return max(1, ceil(sorted(days)[place - 1] / 7))
