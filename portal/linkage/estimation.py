"""Learning a model from levels of pairs, without knowing which pairs are of one person. Floor 1; loads splink.

Fellegi and Sunter (1969) with splink's expectation-maximisation: m and the share of matches that make the levels seen
most likely, u either counted on random pairs or learned as well. What was seen seldom stays near where it started.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from math import log2
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import splink
from splink import Linker
from splink.internals.exceptions import SplinkException

from portal.linkage import splinking
from portal.linkage.comparisons import COMPARISONS, FIELD, FIELDS
from portal.linkage.known import Known, rounded
from portal.linkage.model import Model
from portal.linkage.splinking import NUMBER, State
from portal.linkage.starting import weights_of

Rows = dict[str, tuple[float, ...]]

FLAGS = tuple(name for name, levels in COMPARISONS.items() if len(levels) == 1)
"""Comparisons that are present or absent. They correct what others say together, so they are not learned unasked."""
_DIGITS = 8
_TINY = 1e-12


class EstimationError(ValueError):
    """Pairs from which nothing can be learned, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn. Counts are of pairs.

    ``fixed`` comparisons weigh as they do at the start. A level seen in fewer than ``fewest`` pairs keeps m, and u too.
    ``strength`` is how many pairs the start counts for in each comparison. ``share`` is the share of matches to begin
    with, kept if ``fix_share``. No weight exceeds ``limit`` bits.
    """

    fixed: Collection[str] = FLAGS
    fewest: int = 20
    strength: float = 100.0
    share: float = 0.01
    fix_share: bool = False
    iterations: int = 50
    convergence: float = 1e-4
    limit: float = 12.0


@dataclass(frozen=True, slots=True)
class _Learned:
    m: Rows
    u: Rows
    share: float
    iterations: int
    change: float


def estimate(
    levels: np.ndarray,
    *,
    start: Model,
    u: Mapping[str, tuple[float, ...]] | None = None,
    left_size: int | None = None,
    version: str = "estimated",
    plan: Plan | None = None,
) -> Model:
    """A model learned from ``levels`` (int8 [pairs, fields]), beginning with m and u of ``start``.

    ``u`` given is not changed; without it, u is learned too. With ``left_size``, the number of left records that the
    pairs belong to, the share of them that have their person among the pairs becomes the model's ``expected_share``.
    The same input gives the same model, to the last digit. Raises :class:`EstimationError`.
    """
    plan = plan or Plan()
    pairs = splinking.table(levels)
    begun = {name: tuple(u[name]) if u and name not in plan.fixed else start.u[name] for name in FIELDS}
    states = {name: _states(name, levels, start, begun[name], plan) for name in FIELDS}
    known = Known(start, states, plan.strength, with_others=u is None)
    raw = _expectation_maximisation(pairs, known, states, plan, learn_u=u is None)
    reached = _reached(levels, raw)
    m = {name: known.smoothed("m", name, raw.m[name], reached[name][0]) for name in FIELDS}
    if u is None:
        begun = {name: known.smoothed("u", name, raw.u[name], reached[name][1]) for name in FIELDS}
    share = start.expected_share if left_size is None else min(0.99, raw.share * len(levels) / left_size)
    return replace(
        start,
        version=version,
        weights=_weights(start, m, begun, plan),
        m=m,
        u=begun,
        expected_share=round(share, _DIGITS),
        provenance=_provenance(levels, states, start, raw, plan, u_is_given=u is not None),
    )


def u_from_random_pairs(levels: np.ndarray, start: Model, *, strength: float = 5.0) -> Rows:
    """u counted on pairs drawn at random (int8 [pairs, fields]), of which next to none is of one person.

    The start's value counts as if it had been seen ``strength`` times, at every level alike: (count + s) / (n + s / u).
    So a level too rare to be met keeps about its value, and no frequent one is moved. Flags keep u of the start.
    """
    splinking.table(levels)
    counted = {name: _counted(levels[:, FIELD[name]], start.u[name], strength) for name in FIELDS}
    return {**counted, **{name: start.u[name] for name in FLAGS}}


def _counted(column: np.ndarray, start: tuple[float, ...], strength: float) -> tuple[float, ...]:
    counts = np.bincount(column[column >= 0], minlength=len(start))
    if not counts.any():
        return start
    expected = np.maximum(np.array(start), 1e-12)
    found = (counts + strength) / (counts.sum() + strength / expected)
    return rounded(found / found.sum())


def _states(name: str, levels: np.ndarray, start: Model, u: tuple[float, ...], plan: Plan) -> list[State]:
    column = levels[:, FIELD[name]]
    is_fixed = name in plan.fixed
    if len(u) == 1:
        # Absent is a state of its own: without weight, or learned as the opposite of present.
        absent = (1.0, 1.0) if is_fixed else (1 - start.m[name][0], 1 - u[0])
        return [State(0, start.m[name][0], u[0], is_fixed), State(None, *absent, is_fixed)]
    counts = np.bincount(column[column >= 0], minlength=len(u))
    rows = zip(start.m[name], u, counts.tolist(), strict=True)
    return [State(at, m, one, is_fixed or count < plan.fewest) for at, (m, one, count) in enumerate(rows)]


def _expectation_maximisation(
    pairs: pa.Table, known: Known, states: Mapping[str, list[State]], plan: Plan, *, learn_u: bool
) -> _Learned:
    """splink's result as it is, before smoothing. One thread adds up in one order, so that it repeats exactly."""
    if not pairs.num_rows:
        raise EstimationError("there are no pairs to learn from")
    api = splinking.duckdb_api(threads=1)
    api.duckdb_con.register("levels", known.added_to(pairs))
    settings = splinking.settings(
        [*(splinking.comparison(name, states[name]) for name in FIELDS), Known.comparison()],
        plan.share,
        link_type="link_only",
        max_iterations=plan.iterations,
        em_convergence=plan.convergence,
    )
    sides = [api.register("levels", table_name=side) for side in ("one", "other")]
    linker = Linker(sides, settings, log_level=None, validate_settings=False)
    try:
        # The table is linked with itself, number by number: each row is one pair.
        session = linker.training.estimate_parameters_using_expectation_maximisation(
            f"l.{NUMBER} = r.{NUMBER}",
            estimate_without_term_frequencies=True,
            fix_u_probabilities=not learn_u,
            fix_probability_two_random_records_match=plan.fix_share,
        )
    except (ValueError, SplinkException) as error:
        advice = "give u, keep the share of matches or raise `strength`"
        raise EstimationError(f"these pairs do not determine a model: {advice} ({type(error).__name__})") from error
    return _learned(session._core_model_settings_history, len(pairs), known)


def _learned(history: list[Any], pairs: int, known: Known) -> _Learned:
    before, now = (_parameters(settings) for settings in history[-2:])
    m, u = ({name: tuple(pair[at] for pair in row) for name, row in now.items()} for at in (0, 1))
    change = max(float(np.abs(np.array(now[name]) - before[name]).max()) for name in FIELDS)
    shares = [settings.probability_two_random_records_match for settings in history[-2:]]
    everything = pairs + len(known)
    share = shares[1] if shares[1] == shares[0] else (shares[1] * everything - known.matches) / pairs
    return _Learned(m, u, min(max(share, _TINY), 1 - _TINY), len(history) - 1, max(change, abs(shares[1] - shares[0])))


def _parameters(settings: Any) -> dict[str, list[tuple[float, float]]]:
    """m and u of the states of each comparison, in the order in which they were handed in."""
    found = {}
    for one in settings.comparisons:
        states = [state for state in one.comparison_levels if not state.is_null_level]
        found[one.output_column_name] = [(state.m_probability, state.u_probability) for state in states]
    return found


def _reached(levels: np.ndarray, raw: _Learned) -> dict[str, tuple[float, float]]:
    """Expected number of matches and of other pairs in which each comparison speaks (of a flag: all)."""
    bits = np.full(len(levels), log2(raw.share / (1 - raw.share)))
    for name in FIELDS:
        row = np.log2(np.array(raw.m[name]) / np.array(raw.u[name]))
        row = row if name in FLAGS else np.append(row, 0.0)
        bits += row[levels[:, FIELD[name]]]
    likely = 1 / (1 + 2.0 ** -np.clip(bits, -60, 60))
    speaks = {name: (levels[:, FIELD[name]] >= 0) | (name in FLAGS) for name in FIELDS}
    return {name: (float(likely[heard].sum()), float((1 - likely[heard]).sum())) for name, heard in speaks.items()}


def _weights(start: Model, m: Rows, u: Rows, plan: Plan) -> Rows:
    """log2(m / u); a learned flag weighs against its absence, as absence itself cannot weigh in a model."""
    against = [{name: (row[name][0] / (1 - row[name][0]),) for name in FLAGS} for row in (m, u)]
    found = weights_of({**m, **against[0]}, {**u, **against[1]}, plan.limit)
    return {name: start.weights[name] if name in plan.fixed else row for name, row in found.items()}


def _provenance(
    levels: np.ndarray, states: Mapping[str, list[State]], start: Model, raw: _Learned, plan: Plan, *, u_is_given: bool
) -> dict[str, Any]:
    kept = {name: [state.level for state in row if state.fixed] for name, row in states.items()}
    return {
        "method": "expectation-maximisation over levels",
        "splink": splink.__version__,
        "duckdb": duckdb.__version__,
        "pairs": len(levels),
        "share_of_matches": round(float(raw.share), _DIGITS),
        "iterations": raw.iterations,
        "last_change": round(raw.change, _DIGITS),
        "converged": raw.change < plan.convergence,
        "u": "given" if u_is_given else "learned",
        "fixed": sorted(plan.fixed),
        "kept_levels": {name: found for name, found in kept.items() if found and name not in plan.fixed},
        "strength_of_start": plan.strength,
        "start": start.sha256,
    }
