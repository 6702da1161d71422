"""Weights refined by people's judgements: a regression that moves a model only as far as it must. Floor 1.

Levels of one pair are not independent (brothers share father, family and place), so that the sum of separately counted
weights says too much. A logistic regression over the same levels corrects exactly that and stays a sum of one weight
per field. A ridge holds every weight to the model it started from: with few judgements little moves.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import log
from typing import Any

import numpy as np

from portal.linkage.comparisons import COMPARISONS, FIELDS
from portal.linkage.model import Model
from portal.linkage.rivals import taken_within

STRENGTH = 16.0
"""How firmly a weight is held: about as many contrary pairs move it by one unit of log-odds."""

_OFFSETS = np.cumsum([0, *(len(levels) for levels in COMPARISONS.values())])
_ROUNDS, _LONGEST_STEP, _STILL = 60, 2.0, 1e-6
_CHUNK = 20_000
_DECIMALS = 4
_FIRM = 1e6
_PER_BIT, _MOST_STEPS = 4, 127
_TURNS, _SETTLED = 12, 0.01
_LONGEST_SHIFT, _HALVINGS = 8.0, 24


def refine(
    model: Model,
    levels: np.ndarray,
    is_same: np.ndarray,
    *,
    right_size: int,
    version: str,
    rivals: np.ndarray | None = None,
    strength: float = STRENGTH,
    knows_share: bool = True,
    provenance: Mapping[str, Any] | None = None,
) -> Model:
    """A new model from judged pairs. ``levels`` int8 [pairs, fields], ``is_same`` bool or share in [0, 1] per pair.

    The pairs must be candidates as they were proposed, refused ones included; ``right_size`` is the size of the table
    that they come from, ``rivals`` the bits (at most 0) that each lost to other candidates. ``knows_share`` is false
    where only people who were found were judged, from which nobody can learn how many there are. Deterministic.
    Raises ValueError without a pair of either kind.
    """
    same = np.asarray(is_same, dtype=np.float64)
    if len(levels) != len(same) or not 0 < same.sum() < len(same):
        raise ValueError("refining needs pairs that are the same person and pairs that are not")
    start = np.concatenate([*(np.array(model.weights[name]) for name in FIELDS), [model.prior(right_size)]]) * log(2)
    steps = (
        np.round((np.zeros(len(same)) if rivals is None else rivals) * _PER_BIT).clip(-_MOST_STEPS, 0).astype(np.int8)
    )
    vectors, inverse = np.unique(np.column_stack([levels, steps]), axis=0, return_inverse=True)
    inverse = inverse.ravel()
    hits = np.bincount(inverse, weights=same, minlength=len(vectors))
    held = np.full(len(start), float(strength))
    held[-1] = strength / 100 if knows_share else _FIRM
    found = _fit(vectors, hits, np.bincount(inverse, minlength=len(vectors)).astype(float), start, held) / log(2)
    weights = {
        name: tuple(np.round(found[_OFFSETS[at] : _OFFSETS[at + 1]], _DECIMALS).tolist())
        for at, name in enumerate(FIELDS)
    }
    constant = round(model.constant + float(found[-1]) - model.prior(right_size), _DECIMALS)
    notes = {
        "refined_from": model.sha256,
        "pairs": len(same),
        "same": round(float(same.sum()), 1),
        **(provenance or {}),
    }
    return replace(
        model, version=version, weights=weights, m={}, u={}, constant=constant, slope=1.0, intercept=0.0,
        provenance={**model.provenance, **notes},
    )  # fmt: skip


def refine_rivals(
    model: Model, levels: np.ndarray, is_same: np.ndarray, groups: np.ndarray, *, right_size: int, **more: Any
) -> Model:
    """:func:`refine` from all candidates of some left records; ``groups`` (int per pair) says of which.

    What rivals take depends on the weights and these on it, so the two are found in turn until they settle.
    """
    numbers = np.unique(groups, return_inverse=True)[1].ravel()
    refined, rivals = model, np.zeros(len(levels))
    for _ in range(_TURNS):
        bits = refined.slope * weights_of(refined, levels, right_size) + refined.intercept
        before, rivals = rivals, taken_within(bits, numbers, model.rivalry)
        refined = refine(model, levels, is_same, right_size=right_size, rivals=rivals, **more)
        if np.abs(rivals - before).mean() < _SETTLED:
            break
    return refined


def keep_share(before: Model, after: Model, levels: np.ndarray, groups: np.ndarray, *, right_size: int) -> Model:
    """``after`` with the constant at which it expects as many people to be found as ``before`` did.

    For labels of people who were found only: they teach what tells people apart, not how often somebody is there. The
    pairs are all candidates of some left records that nobody chose by their answer, ``groups`` says of which.
    """
    numbers = np.unique(groups, return_inverse=True)[1].ravel()
    old, new = weights_of(before, levels, right_size), weights_of(after, levels, right_size)
    wanted = _expected(old, numbers, before.rivalry)
    low, high = -_LONGEST_SHIFT, _LONGEST_SHIFT
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _expected(new + middle, numbers, after.rivalry) < wanted else (low, middle)
    return replace(after, constant=round(after.constant + low, _DECIMALS))


def _expected(weights: np.ndarray, groups: np.ndarray, rivalry: float) -> float:
    kept = weights + taken_within(weights, groups, rivalry)
    return float((1 / (1 + 2.0 ** -np.clip(kept, -60, 60))).sum())


def weights_of(model: Model, levels: np.ndarray, right_size: int) -> np.ndarray:
    """Weights (float64, prior included) of pairs with these levels (int8 [pairs, fields])."""
    table = model.table()
    return model.prior(right_size) + sum(table[at, levels[:, at] + 1] for at in range(len(FIELDS)))


def _fit(vectors: np.ndarray, hits: np.ndarray, sizes: np.ndarray, start: np.ndarray, held: np.ndarray) -> np.ndarray:
    """Newton's method on the penalised likelihood; ``held`` says how firmly each entry stays where it started.

    A vector is the levels of a pair and, last, what its rivals took, in quarters of a bit.
    """
    found = start.copy()
    for _ in range(_ROUNDS):
        gradient, curvature = held * (found - start), np.diag(held)
        for begin in range(0, len(vectors), _CHUNK):
            part = slice(begin, begin + _CHUNK)
            design = _design(vectors[part])
            given = vectors[part, -1] * (log(2) / _PER_BIT)
            expected = 1 / (1 + np.exp(-(design @ found + given)))
            gradient += design.T @ (sizes[part] * expected - hits[part])
            curvature += (design * (sizes[part] * expected * (1 - expected))[:, None]).T @ design
        step = np.clip(np.linalg.solve(curvature, gradient), -_LONGEST_STEP, _LONGEST_STEP)
        found -= step
        if np.abs(step).max() < _STILL:
            break
    return found


def _design(vectors: np.ndarray) -> np.ndarray:
    """One column per level of every field and a last one of ones, float64. The last column of vectors is no level."""
    design = np.zeros((len(vectors), _OFFSETS[-1] + 1))
    for at in range(len(FIELDS)):
        present = np.flatnonzero(vectors[:, at] >= 0)
        design[present, _OFFSETS[at] + vectors[present, at]] = 1
    design[:, -1] = 1
    return design
