"""Cross-validation: learn from all folds but one, look up the names of the one. Floor 0."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from portal.names.costs import Costs
from portal.names.learning.measure import Recall, full_names, recall
from portal.names.learning.pairs import Pair, is_arabic_name, read_pairs, split
from portal.names.learning.training import learn

POOLS = (500,)
SIDES = ("Latin to Arabic", "Arabic to Latin")


def cross_validate(source: Path, *, folds: int, seed: int) -> Iterator[str]:
    """Lines of a table: recall@1 / @10 in percent, mean over folds. ValueError for fewer than two folds."""
    if folds < 2:
        raise ValueError("at least two folds")
    pairs, _ = read_pairs(source)
    parts = split(pairs, folds, seed)
    native = [pair for pair in pairs if is_arabic_name(pair)]
    found: dict[str, list[Recall]] = defaultdict(list)
    for number, held_out in enumerate(parts):
        costs = learn([pair for other, part in enumerate(parts) if other != number for pair in part])
        for name, result in _results(costs, held_out, native, random.Random(seed)):  # noqa: S311 - a sample
            found[name].append(result)
    yield f"{len(pairs)} pairs, {folds} folds, seed {seed}; recall@1 / @10 in percent on names not learned from"
    for name, results in found.items():
        first = sum(result.first for result in results) / len(results)
        ten = sum(result.among_ten for result in results) / len(results)
        yield f"{name:<58} {first:5.1f} / {ten:5.1f}"


def _results(
    costs: Costs, held_out: Sequence[Pair], native: Sequence[Pair], chance: random.Random
) -> Iterator[tuple[str, Recall]]:
    ours = [pair for pair in held_out if is_arabic_name(pair)]
    for side, name in enumerate(SIDES):
        for size in POOLS:
            pool = chance.sample(list(held_out), min(size, len(held_out)))
            yield f"mixed origin, pool of {size}, {name}", recall(costs, pool, pool, from_side=side)
        yield f"mixed origin, all held out, {name}", recall(costs, held_out, held_out, from_side=side)
        yield f"Arabic names among all held out, {name}", recall(costs, ours, held_out, from_side=side)
        yield f"Arabic names among all Arabic names, {name}", recall(costs, ours, native, from_side=side)
    yield from full_names(costs, held_out, chance)
