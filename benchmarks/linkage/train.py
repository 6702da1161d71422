"""Train the model that comes with the portal, on invented registries of several seeds and kinds of damage.

``python -m benchmarks.linkage.train --out portal/linkage/models/persons-1.json``. The registries are made anew from
their seeds, so that the same command gives the same file. People's judgements of an installation refine it further.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from benchmarks.linkage.generate import generate
from benchmarks.linkage.profiles import PROFILES
from portal.linkage.batch import Batch
from portal.linkage.model import DEFAULT
from portal.linkage.refining import refine_rivals
from portal.linkage.starting import starting_model

REGISTRIES = (("usual", 101), ("usual", 102), ("usual", 105), ("clean", 103), ("rough", 104))
REGISTRATIONS, DETAINEES = 2_000, 40_000
STRENGTH = 8.0


def observed(profile: str, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Levels of all candidate pairs of one invented registry, whether each is one person, its registration."""
    registry = generate(REGISTRATIONS, DETAINEES, seed, PROFILES[profile])
    truth = registry.truth
    batch = Batch(registry.registrations, registry.detainees, starting_model())
    found = batch.candidates(range(REGISTRATIONS))
    pairs = {*zip(truth[0].to_pylist(), truth[1].to_pylist(), strict=True)}
    same = np.array([pair in pairs for pair in zip(*batch.ids(found), strict=True)])
    return found.levels, same, found.left


def main() -> None:
    """Make the registries, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    parts = [observed(profile, seed) for profile, seed in REGISTRIES]
    levels, same, _ = (np.concatenate(column) for column in zip(*parts, strict=True))
    groups = np.concatenate([left + at * REGISTRATIONS for at, (_, _, left) in enumerate(parts)])
    model = refine_rivals(
        starting_model(),
        levels,
        same,
        groups,
        right_size=DETAINEES,
        version=DEFAULT,
        strength=STRENGTH,
        provenance={
            "command": "python -m benchmarks.linkage.train",
            "registries": [f"{profile}, seed {seed}, {REGISTRATIONS} × {DETAINEES}" for profile, seed in REGISTRIES],
            "people": "all invented",
        },
    )
    model.write(options.out)


if __name__ == "__main__":
    main()
