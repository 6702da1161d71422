"""The search for hostile records runs, and would find one."""

import pytest

from benchmarks.linkage import fuzzing


def test_it_tries_records_and_says_how_many():
    said = fuzzing.fuzz(minutes=0.01, seed=1)
    assert int(said.split()[0]) > 0
    assert said.endswith("every promise kept")


def test_a_broken_promise_is_told_with_its_record(monkeypatch):
    monkeypatch.setattr(fuzzing, "_LIMITS", (-1,))
    with pytest.raises(AssertionError, match=r"seed 1, after 0 records: Record\("):
        fuzzing.fuzz(minutes=0.05, seed=1)
