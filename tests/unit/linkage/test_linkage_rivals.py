"""Candidates of one registration stand against each other; relatives who look for one person do not."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.linkage import Model, Record, ServingIndex, World
from portal.linkage.refining import keep_share, refine_rivals, weights_of
from portal.linkage.rivals import taken, taken_within
from portal.names import parse

bits = st.lists(st.floats(-60, 60), min_size=1, max_size=40).map(np.array)
shares = st.floats(0, 1)


def person(key, text, **facts):
    return Record(id=key, name=parse(text), **facts)


@given(bits, shares)
def test_rivals_only_take_and_never_change_the_order(weights, rivalry):
    lost = taken(weights, rivalry)
    assert (lost <= 0).all()
    order = np.argsort(-weights, kind="stable")
    assert (np.diff((weights + lost)[order]) <= 1e-9).all()


@given(st.lists(bits, min_size=1, max_size=5), shares)
def test_many_records_at_once_lose_what_each_loses_alone(parts, rivalry):
    groups = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    alone = np.concatenate([taken(part, rivalry) for part in parts])
    assert taken_within(np.concatenate(parts), groups, rivalry) == pytest.approx(alone)


def test_one_that_fits_alone_loses_nothing_and_five_alike_share():
    assert taken(np.array([8.0]), 1.0) == pytest.approx([0.0])
    shared = 1 / (1 + 2.0 ** -(10.0 + taken(np.full(5, 10.0), 1.0)))
    assert shared == pytest.approx(np.full(5, 1 / 5), abs=1e-3)
    assert taken(np.array([10.0, 10.0]), 0.0) == pytest.approx([0.0, 0.0])


FACTS = {"mother": "زهرة", "birth_place": "سنجار"}
ASKED = person("L", "دلشاد خليل رمضان", **FACTS)


def test_a_namesake_who_fits_as_well_takes_away_from_both():
    index = ServingIndex()
    index.extend([person("one", "دلشاد خليل رمضان", **FACTS)])
    alone = index.search(ASKED)[0]
    index.put(person("other", "Dilşad Xelîl Remezan", **FACTS))
    one, other = index.search(ASKED)
    assert alone.rivals == 0
    assert one.rivals < -0.05 and other.rivals < -0.05
    assert one.weight < alone.weight
    told = Model.default().reasons(one.levels, one.rivals)[-1]
    assert (told.field, told.level_code, told.weight) == ("rivals", "rivals.fit_too", one.rivals)


def test_two_relatives_who_look_for_one_person_take_nothing_from_each_other():
    index = ServingIndex(world=World(), holds="left")
    index.extend([ASKED, person("M", "Dilşad Xelîl Remezan", **FACTS)])
    assert [pair.rivals for pair in index.search(person("R", "دلشاد خليل رمضان", **FACTS))] == [0, 0]


def test_refining_expects_that_rivals_are_counted_afterwards():
    """Of two records that always fit alike one is right: the weight says yes, the rival says perhaps."""
    model = Model.default()
    index = ServingIndex()
    index.extend([person("one", "دلشاد خليل رمضان"), person("far", "Ronî Cemîl Tofîq")])
    near, far = (pair.levels for pair in (index.compare(ASKED, "one"), index.compare(ASKED, "far")))
    rows = np.array([[levels.get(name, -1) for name in model.weights] for levels in (near, near, far)], dtype=np.int8)
    levels, same = np.tile(rows, (300, 1)), np.tile([True, False, False], 300)
    groups = np.repeat(np.arange(300), 3)
    refined = refine_rivals(model, levels, same, groups, right_size=5000, version="t", strength=0.1)
    weights = weights_of(refined, levels, 5000)
    kept = weights + taken_within(weights, groups, refined.rivalry)
    probabilities = 1 / (1 + 2.0**-kept)
    assert probabilities[0] == pytest.approx(0.5, abs=0.05)
    assert probabilities[2] < 0.1
    assert weights[0] > kept[0]


def test_labels_of_found_people_do_not_change_how_many_are_expected():
    model, chance = Model.default(), np.random.default_rng(4)
    levels = np.full((4000, len(model.weights)), -1, dtype=np.int8)
    levels[:, 0] = chance.integers(0, 30, len(levels))
    groups = np.repeat(np.arange(400), 10)
    shifted = replace(model, constant=model.constant + 3)
    kept = keep_share(model, shifted, levels, groups, right_size=20_000)
    assert kept.constant == pytest.approx(model.constant, abs=1e-3)
