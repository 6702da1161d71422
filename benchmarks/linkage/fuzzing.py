"""Random records, put, changed, removed and searched until a promise breaks: ``python -m benchmarks.linkage.fuzzing``.

Promises: no exception; probabilities in [0, 1]; weights are numbers, heaviest first; no more answers than asked for;
what a pair weighs among others is what it weighs alone and what rivals took.
"""

from __future__ import annotations

import argparse
import math
import random
import time

from portal.linkage import Pair, Record, ServingIndex, World
from portal.linkage.reading import COLUMNS, record_of

_ALPHABETS = (
    "abcdefghijkl ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ",
    "ەێۆڕڵڤژگچپ ",
    "êîûçş' -",
    "0123456789٠١٢-~/?%",
    "\u200c\u200f\u202e\ud800\udfff\x00\u0640\ufeff😀𝕬\u0301\u064e",
    "ＡＢЖЯΩ",
)
_WORDS = (
    "محمد", "عبد", "ال", "Abu", "أبو", "ibn", "unknown", "غير معروف", "Dr", "الشيخ", "Mela", "bavê", "باوکی", "al-",
    "-", "،", ",", "2014", "0000", "9999-99-99", "1990-01-01", "1990~", "2014/2013", "male", "female", "IQ", "Hewlêr",
    "Şam", "x" * 500, "ا" * 300, " ".join(["علي"] * 300),
)  # fmt: skip
_LIMITS = (1, 10, 150)
_MOST = 60


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args(arguments)
    print(fuzz(minutes=options.minutes, seed=options.seed))


def fuzz(*, minutes: float, seed: int) -> str:
    """Try for so long; a line that says how many records. Raises AssertionError with the record that broke one."""
    chance, until, tried = random.Random(seed), time.monotonic() + 60 * minutes, 0
    while time.monotonic() < until:
        records = [record_of(_row(chance, number)) for number in range(chance.randint(0, _MOST))]
        world = World()
        right, left = ServingIndex(world=world), ServingIndex(world=world, holds="left")
        right.extend(records[: _MOST // 2])
        left.extend(records[_MOST // 2 :])
        for record in records:
            try:
                _try(chance, record, right, left)
            except Exception as error:
                raise AssertionError(f"seed {seed}, after {tried} records: {record!r}: {error!r}") from error
        tried += len(records)
    return f"{tried} records in {minutes:g} minutes (seed {seed}): every promise kept"


def _try(chance: random.Random, record: Record, right: ServingIndex, left: ServingIndex) -> None:
    turn = chance.random()
    if turn < 0.2:
        right.put(record)
    elif turn < 0.3:
        right.remove(record.id)
    limit = chance.choice(_LIMITS)
    found = right.search(record, limit=limit)
    _check(found, limit)
    for pair in found[:2]:
        alone = right.compare(record, pair.right_id)
        _promise(math.isclose(alone.weight + pair.rivals, pair.weight, abs_tol=1e-3), "the same weight alone")
    _check(left.search(record, limit=limit), limit)


def _check(found: list[Pair], limit: int) -> None:
    _promise(len(found) <= limit, "no more than asked for")
    _promise(all(0 <= pair.probability <= 1 and math.isfinite(pair.weight) for pair in found), "bounded")
    weights = [pair.weight for pair in found]
    _promise(weights == sorted(weights, reverse=True), "heaviest first")


def _promise(kept: bool, name: str) -> None:
    if not kept:
        raise ValueError(f"broken: {name}")


def _row(chance: random.Random, number: int) -> dict[str, str | None]:
    row = {column: _text(chance) if chance.random() < 0.7 else None for column in COLUMNS}
    return row | {"external_id": str(number)}


def _text(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.3:
        return chance.choice(_WORDS)
    if kind < 0.5:
        return " ".join(chance.choices(_WORDS, k=chance.randint(1, 6)))
    letters = "".join(chance.sample(_ALPHABETS, chance.randint(1, len(_ALPHABETS))))
    return "".join(chance.choices(letters, k=chance.randint(0, 60)))


if __name__ == "__main__":
    main()
