"""splink weighs what numpy weighs, and sees nothing but levels."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from portal.linkage.comparisons import COMPARISONS, FIELD, FIELDS
from portal.linkage.model import Model
from portal.linkage.splinking import duckdb_api, table, weights_by_splink
from portal.linkage.starting import starting_model


def any_levels(rng: np.random.Generator, count: int) -> np.ndarray:
    sizes = [len(COMPARISONS[name]) for name in FIELDS]
    return np.stack([rng.integers(-1, size, count) for size in sizes], axis=1).astype(np.int8)


def any_model(rng: np.random.Generator) -> Model:
    weights = {name: tuple(rng.normal(0, 6, len(levels)).round(4).tolist()) for name, levels in COMPARISONS.items()}
    return replace(starting_model(), weights=weights)


def by_numpy(levels: np.ndarray, model: Model) -> np.ndarray:
    return model.table()[np.arange(len(FIELDS)), levels.astype(np.intp) + 1].sum(axis=1)


@settings(max_examples=6, deadline=None, phases=(Phase.generate,))
@given(seed=st.integers(0, 2**32 - 1), bits=st.floats(-40, 0), count=st.integers(1, 300))
def test_weighs_what_numpy_weighs(seed, bits, count):
    rng = np.random.default_rng(seed)
    levels, model = any_levels(rng, count), any_model(rng)
    assert weights_by_splink(levels, model, bits=bits) == pytest.approx(by_numpy(levels, model) + bits, abs=1e-6)


def test_a_silenced_comparison_weighs_nothing():
    levels = any_levels(np.random.default_rng(1), 200)
    without = levels.copy()
    without[:, FIELD["event"]] = -1
    model = starting_model()
    assert np.array_equal(weights_by_splink(levels, model.without("event")), weights_by_splink(without, model))


def test_no_pairs_have_no_weights():
    assert weights_by_splink(np.empty((0, len(FIELDS)), dtype=np.int8), starting_model()).shape == (0,)


def test_levels_of_other_comparisons_are_refused():
    with pytest.raises(ValueError, match=rf"\[pairs, {len(FIELDS)}\], not \[3, 2\]"):
        weights_by_splink(np.zeros((3, 2), dtype=np.int8), starting_model())


def test_levels_that_a_comparison_does_not_have_are_refused():
    levels = any_levels(np.random.default_rng(3), 4)
    levels[2, FIELD["sex"]] = len(COMPARISONS["sex"])
    with pytest.raises(ValueError, match=r"do not have: sex$"):
        weights_by_splink(levels, starting_model())


def test_a_pair_begins_at_even_odds_or_below():
    with pytest.raises(ValueError, match=r"not 3\.0"):
        weights_by_splink(any_levels(np.random.default_rng(5), 1), starting_model(), bits=3.0)


def test_the_table_holds_numbers_only():
    schema = table(any_levels(np.random.default_rng(2), 3)).schema
    assert schema.names == ["unique_id", *FIELDS]
    assert all(pa.types.is_integer(kind) for kind in schema.types)


def test_duckdb_never_writes_to_disk():
    connection = duckdb_api(threads=1).duckdb_con
    assert connection.sql("select current_setting('temp_directory'), current_setting('threads')").fetchone() == ("", 1)
    assert connection.sql("select count(*) from duckdb_databases() where path is not null").fetchone() == (0,)
