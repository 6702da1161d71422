"""Our comparisons in the terms of splink: settings, tables and weights over levels. Floor 1; loads splink and DuckDB.

The kernels have compared already, so what splink sees of a pair is one row: a number and one level per comparison. No
name, date or place ever enters its tables. The condition of a level reads that row alone (``given_l = 5``).
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import duckdb
import numpy as np
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator

from portal.linkage.comparisons import COMPARISONS, FIELDS, MISSING
from portal.linkage.model import Model

NUMBER = "unique_id"
ABSENT = "absent"
"""Label of the state of a pair in which a comparison says nothing; the other states are labelled with their level."""

# Its warnings tell that levels were not seen or are not trained; what is kept then stands in the provenance.
logging.getLogger("splink").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class State:
    """One state of a comparison with its m and u; estimation leaves ``fixed`` ones alone. ``None``: says nothing."""

    level: int | None
    m: float
    u: float
    fixed: bool = True


def comparison(name: str, states: Sequence[State]) -> dict[str, Any]:
    """A splink comparison. Without a state for ``None``, a missing level is no evidence and teaches nothing."""
    levels = [_level(name, state) for state in states if state.level is not None]
    silent = [state for state in states if state.level is None]
    if silent:
        levels.append({**_level(name, silent[0]), "sql_condition": "ELSE", "label_for_charts": ABSENT})
    else:
        levels.insert(0, {"sql_condition": f"{name}_l < 0", "is_null_level": True})
    return {"output_column_name": name, "comparison_levels": levels}


def settings(comparisons: list[dict[str, Any]], share: float, **more: Any) -> SettingsCreator:
    """Settings of splink; ``share`` of the pairs are of one person before anything is compared."""
    return SettingsCreator(
        link_type=more.pop("link_type", "dedupe_only"),
        comparisons=list(comparisons),
        probability_two_random_records_match=share,
        retain_matching_columns=False,
        **more,
    )


def table(levels: np.ndarray) -> pa.Table:
    """Levels (int8 [pairs, fields], columns as FIELDS) as the table that splink reads. Raises ValueError on others."""
    if levels.ndim != 2 or levels.shape[1] != len(FIELDS):
        raise ValueError(f"levels have the shape [pairs, {len(FIELDS)}], not {list(levels.shape)}")
    unknown = [name for at, name in enumerate(FIELDS) if not _are_known(levels[:, at], len(COMPARISONS[name]))]
    if unknown:
        raise ValueError(f"levels that these comparisons do not have: {', '.join(unknown)}")
    columns = {name: np.ascontiguousarray(levels[:, at], dtype=np.int8) for at, name in enumerate(FIELDS)}
    return pa.table({NUMBER: np.arange(len(levels), dtype=np.int64), **columns})


def _are_known(column: np.ndarray, count: int) -> bool:
    return not len(column) or bool(column.min() >= MISSING and column.max() < count)


def duckdb_api(*, threads: int | None = None, memory_limit: str = "4GB") -> DuckDBAPI:
    """splink on a DuckDB that lives in memory, keeps to its limit and never writes to disk."""
    wanted: dict[str, Any] = {"temp_directory": "", "memory_limit": memory_limit}
    return DuckDBAPI(duckdb.connect(config=wanted | ({"threads": threads} if threads else {})))


def weights_by_splink(levels: np.ndarray, model: Model, *, api: Any = None, bits: float = 0.0) -> np.ndarray:
    """The weight of each row of ``levels`` by splink: float64, in bits, the sum over the comparisons.

    It begins at ``bits``: with ``model.prior(right_size)`` the weights are those of :class:`~portal.linkage.Pair`.
    ``api`` is the backend, DuckDB unless told otherwise (:func:`portal.linkage.spark.spark_api`).
    """
    pairs = table(levels)
    if not len(levels):
        return np.zeros(0)
    scored = scores(api or duckdb_api(), pairs, model, bits=bits).as_pyarrow_table()
    return scored.select([f"{NUMBER}_l", "match_weight"]).sort_by(f"{NUMBER}_l")["match_weight"].to_numpy()


def scores(api: Any, pairs: Any, model: Model, *, bits: float = 0.0, keep: Sequence[str] = ()) -> Any:
    """Splink's table of scored pairs for a table of levels, on the backend that ``api`` stands for.

    A row is a pair already. As splink wants two records, the partner of every row is one and the same empty row, so
    nothing is joined. Columns named in ``keep`` come out, like the number of the pair, with ``_l`` after their names.
    ``bits``, where every weight begins, is at most 0.
    """
    if bits > 0:
        # Above even odds splink would lose digits, and at 53 bits all of them.
        raise ValueError(f"a pair begins at 0 bits or below, not {bits}")
    asked = settings(_weighing(model), 1 / (1 + 2.0**-bits), additional_columns_to_retain=list(keep))
    partner = pa.table({name: pa.nulls(1, pa.int8()) for name in (NUMBER, *FIELDS, *keep)})
    known, other = (api.register(one, table_name=f"t{uuid4().hex}") for one in (pairs, partner))
    linker = Linker(known, asked, log_level=None, validate_settings=False)
    return linker.inference.score_pairs(known, other)


def _weighing(model: Model) -> list[dict[str, Any]]:
    """Comparisons that weigh what ``model`` does. Only the ratio counts, so the greater of m and u is 1."""
    rows = {name: [_of_weight(at, bits) for at, bits in enumerate(model.weights[name])] for name in FIELDS}
    return [comparison(name, [*states, State(None, 1.0, 1.0)]) for name, states in rows.items()]


def _of_weight(level: int, bits: float) -> State:
    return State(level, min(1.0, 2.0**bits), min(1.0, 2.0**-bits))


def _level(name: str, state: State) -> dict[str, Any]:
    return {
        "sql_condition": f"{name}_l = {state.level}",
        "label_for_charts": str(state.level),
        "m_probability": state.m,
        "u_probability": state.u,
        "fix_m_probability": state.fixed,
        "fix_u_probability": state.fixed,
    }
