"""Likeness of whole names as texts: rapidfuzz on transliterated names, the ten best of each registration.

``python -m benchmarks.linkage.peers.strings LEFT RIGHT OUT --scorer ratio --latin anyascii [--years]``

`ratio` (rapidfuzz fuzz.ratio) did better here than token_sort_ratio, token_set_ratio and WRatio, and Jaro-Winkler
better on names in their order than on sorted ones; so these are what the peers are given. With ``--years`` the forty
best names are put in order again with the year of birth and the sex, as a careful user would by hand.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from benchmarks.linkage.peers.tables import latin, rows, whole_name, write_pairs

SCORERS: dict[str, Any] = {"ratio": fuzz.ratio, "jaro_winkler": JaroWinkler.similarity}
KEPT = 10
_LOOKED_AT = 40
_BLOCK = 250


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("left", "right", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--scorer", choices=sorted(SCORERS), required=True)
    parser.add_argument("--latin", choices=("anyascii", "icu"), required=True)
    parser.add_argument("--years", action="store_true")
    options = parser.parse_args(arguments)
    left, right = rows(options.left), rows(options.right)
    names = latin([whole_name(row) for row in left + right], options.latin)
    mine, theirs = names[: len(left)], names[len(left) :]
    correction = _Correction(left, right) if options.years else None
    found: list[tuple[str, str, float]] = []
    for start in range(0, len(left), _BLOCK):
        likeness = process.cdist(
            mine[start : start + _BLOCK], theirs, scorer=SCORERS[options.scorer], workers=-1, dtype=np.float32
        )
        if options.scorer == "jaro_winkler":
            likeness *= 100
        for at, row in enumerate(likeness, start):
            best = np.argpartition(-row, min(_LOOKED_AT, len(right) - 1))[:_LOOKED_AT]
            scores = row[best] + (correction.points(at, best) if correction else 0)
            for place in np.argsort(-scores, kind="stable")[:KEPT]:
                found.append((left[at]["external_id"], right[best[place]]["external_id"], float(scores[place])))
    mine_ids, their_ids, scores_found = ([row[at] for row in found] for at in range(3))
    write_pairs(options.out, mine_ids, their_ids, scores_found, None)  # type: ignore[arg-type]


class _Correction:
    """Points of likeness for the year of birth and the sex: a fixed rule, not learned."""

    def __init__(self, left: list[dict[str, str]], right: list[dict[str, str]]) -> None:
        self.years = [np.array([_year(row["birth_date"]) for row in side]) for side in (left, right)]
        self.sexes = [
            np.array([row["sex"] if row["sex"] in ("male", "female") else "" for row in side]) for side in (left, right)
        ]

    def points(self, at: int, best: np.ndarray) -> np.ndarray:
        """+6 for years at most one apart, -8 for more than three; -10 for another sex; nothing for what is missing."""
        year, years = self.years[0][at], self.years[1][best]
        apart = np.abs(years - year)
        points = np.where(apart <= 1, 6.0, np.where(apart > 3, -8.0, 0.0)) * ((years > 0) & (year > 0))
        sex, sexes = self.sexes[0][at], self.sexes[1][best]
        return points - 10.0 * ((sexes != "") & (sex != "") & (sexes != sex))


def _year(text: str) -> int:
    found = re.match(r"\d{4}", text)
    return int(found[0]) if found else 0


if __name__ == "__main__":
    main()
