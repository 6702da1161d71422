"""Real names from a file of pairs, ``latin<TAB>arabic`` (``#`` starts a comment): who finds the other spelling?

Single names: a sample of the different spellings of one side is looked up among all different spellings of the other;
a query is answered by any spelling that the file pairs with it. Full names are composed here: four of a few hundred
words of the file, the first of them far more often than the last, so that many names share words as people's names do.
They are nobody's names, and a test of order, not a promise. If an engine has learned from the very file, its numbers
flatter it; hold a file back.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from benchmarks.linkage.measuring import run_module
from benchmarks.linkage.peers.tables import Missing, latin
from benchmarks.linkage.report import rate, table

SINGLE, COMPOSED, WORDS, VOCABULARY = 2000, 2000, 4, 300
_BLOCK = 250
_NATIVE = frozenset("عحصضظ")
Ranking = Callable[[Sequence[str], Sequence[str], Path], "list[list[int]]"]


@dataclass(frozen=True, slots=True)
class Task:
    """Queries, a pool, and for each query the places in the pool that answer it."""

    name: str
    queries: list[str]
    pool: list[str]
    answers: list[set[int]]


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """The pairs of the file. ValueError with the number of a line that is none."""
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 2 or not all(cell.strip() for cell in cells):
            raise ValueError(f"{path.name}, line {number}: not latin<TAB>arabic")
        pairs.append((cells[0].strip(), cells[1].strip()))
    return pairs


def tasks(pairs: Sequence[tuple[str, str]], seed: int = 1) -> list[Task]:
    """Single names in both directions, those with letters of Arabic alone, and composed full names."""
    rng = random.Random(seed)
    backward = [(arabic, word) for word, arabic in pairs]
    native = {arabic for _, arabic in pairs if _NATIVE & set(arabic) or arabic.startswith("ال")}
    found = [
        _single("single, Latin → Arabic", pairs, rng),
        _single("single, Arabic → Latin", backward, rng),
        _single("single with ع ح ص ض ظ or ال, Latin → Arabic", pairs, rng, lambda pair: pair[1] in native),
        _single("single with ع ح ص ض ظ or ال, Arabic → Latin", backward, rng, lambda pair: pair[0] in native),
    ]
    if len(pairs) >= WORDS:
        names = _names([pair for pair in pairs if pair[1] in native] or list(pairs), rng)
        found += [
            _composed("composed, order intact, Latin → Arabic", names, 0, list),
            _composed("composed, family first and a part dropped, Latin → Arabic", names, 0, _disordered),
            _composed("composed, family first and a part dropped, Arabic → Latin", names, 1, _disordered),
        ]
    return [task for task in found if task.queries]


def _single(
    name: str,
    pairs: Sequence[tuple[str, str]],
    rng: random.Random,
    wanted: Callable[[tuple[str, str]], bool] = lambda pair: True,
) -> Task:
    pool = sorted({answer for _, answer in pairs})
    place = {text: at for at, text in enumerate(pool)}
    answers: dict[str, set[int]] = defaultdict(set)
    for query, answer in pairs:
        answers[query].add(place[answer])
    queries = sorted({pair[0] for pair in pairs if wanted(pair)})
    chosen = rng.sample(queries, min(SINGLE, len(queries)))
    return Task(name, chosen, pool, [answers[query] for query in chosen])


def _names(pairs: list[tuple[str, str]], rng: random.Random) -> list[list[tuple[str, str]]]:
    """Different full names of words with skewed frequencies, native ones if the file has any."""
    words = rng.sample(pairs, min(VOCABULARY, len(pairs)))
    weights = [1 / (rank + 3) for rank in range(len(words))]
    drawn = (tuple(rng.choices(words, weights, k=WORDS)) for _ in range(4 * COMPOSED))
    return [list(name) for name in dict.fromkeys(drawn)][:COMPOSED]


def _composed(
    name: str, names: list[list[tuple[str, str]]], side: int, order: Callable[[list[str]], list[str]]
) -> Task:
    queries = [" ".join(order([pair[side] for pair in words])) for words in names]
    pool = [" ".join(pair[1 - side] for pair in words) for words in names]
    return Task(name, queries, pool, [{at} for at in range(len(names))])


def _disordered(words: list[str]) -> list[str]:
    """Family name first, the father's name left out."""
    given, _, grandfather, family = words
    return [family, given, grandfather]


def ours(queries: Sequence[str], pool: Sequence[str], work: Path) -> list[list[int]]:
    """`python -m portal.names rank`. RuntimeError with its words if it fails."""
    (work / "queries.txt").write_text("\n".join(queries) + "\n", encoding="utf-8")
    (work / "pool.txt").write_text("\n".join(pool) + "\n", encoding="utf-8")
    log = work / "ranked.txt"
    run = run_module("portal.names", ["rank", work / "queries.txt", work / "pool.txt", "--limit", "10"], log)
    if not run.ok:
        raise RuntimeError(run.said)
    lines = [line for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("[")]
    return [[place for place, _ in json.loads(line)] for line in lines]


def _peer(scorer: Callable[..., float], way: str) -> Ranking:
    def ranking(queries: Sequence[str], pool: Sequence[str], work: Path) -> list[list[int]]:
        texts = latin([*queries, *pool], way)
        mine, theirs = texts[: len(queries)], texts[len(queries) :]
        best: list[list[int]] = []
        for start in range(0, len(mine), _BLOCK):
            block = mine[start : start + _BLOCK]
            likeness = process.cdist(block, theirs, scorer=scorer, workers=-1, dtype=np.float32)
            best += np.argsort(-likeness, axis=1, kind="stable")[:, :10].tolist()
        return best

    return ranking


METHODS: dict[str, Ranking] = {
    "portal.names rank": ours,
    "rapidfuzz ratio on anyascii": _peer(fuzz.ratio, "anyascii"),
    "rapidfuzz token_sort_ratio on anyascii": _peer(fuzz.token_sort_ratio, "anyascii"),
    "Jaro-Winkler on ICU": _peer(JaroWinkler.similarity, "icu"),
}


def recalls(best: Sequence[Sequence[int]], answers: Sequence[set[int]]) -> tuple[float, float]:
    """Share of queries whose answer comes first, and is among the first ten."""
    first = sum(bool(row) and row[0] in right for row, right in zip(best, answers, strict=True))
    ten = sum(not right.isdisjoint(row[:10]) for row, right in zip(best, answers, strict=True))
    return first / len(answers), ten / len(answers)


def rank_file(path: Path, work: Path) -> tuple[str, list[dict[str, object]]]:
    """The table in Markdown and the numbers as plain values."""
    rows: list[list[object]] = []
    numbers: list[dict[str, object]] = []
    for task in tasks(read_pairs(path)):
        cells: list[object] = [task.name, len(task.queries), len(task.pool)]
        for name, ranking in METHODS.items():
            try:
                one, ten = recalls(ranking(task.queries, task.pool, work), task.answers)
            except (Missing, RuntimeError) as error:
                cells.append(f"not run: {str(error).splitlines()[-1]}")
                continue
            cells.append(f"{rate(one)} / {rate(ten)}")
            numbers.append({"task": task.name, "method": name, "recall_at_1": one, "recall_at_10": ten})

        rows.append(cells)
    return table(["recall@1 / @10", "queries", "pool", *METHODS], rows), numbers
