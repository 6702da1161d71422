"""One record against an index: changes, directions, and the same weight as a batch."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.linkage import Model, Record, ServingIndex, World
from portal.linkage.batch import Batch
from portal.linkage.reading import COLUMNS, records_of
from portal.names import parse
from tests.unit.linkage.linkage_sample import records, rows


@pytest.fixture(scope="module")
def detainees():
    return records("detainees_sample.csv")


@pytest.fixture(scope="module")
def registrations():
    return records("registrations_sample.csv")


def answers(index, record):
    return [(pair.right_id, pair.weight) for pair in index.search(record)]


def test_a_record_put_later_is_found_and_a_removed_one_is_not(detainees):
    index = ServingIndex()
    index.extend(detainees)
    new = Record(id="new", name=parse("جكرخوين بهمن هڤال ئامێدی"), mother="Gulistan")
    asked = Record(id="L", name=parse("Cegerxwîn Behmen Heval Amêdî"), mother="گوڵستان")
    assert "new" not in dict(answers(index, asked))
    index.put(new)
    assert index.search(asked)[0].right_id == "new"
    assert "new" in index
    assert index.remove("new")
    assert not index.remove("new")
    assert "new" not in dict(answers(index, asked))
    assert len(index) == len(detainees)


def test_a_changed_record_answers_as_it_is_now(detainees):
    index = ServingIndex()
    index.extend(detainees)
    index.put(Record(id=detainees[0].id, name=parse("Cegerxwîn Behmen Heval")))
    assert len(index) == len(detainees)
    found = index.search(Record(id="L", name=parse("جكرخوين بهمن هڤال")))
    assert [pair.right_id for pair in found].count(detainees[0].id) == 1
    assert found[0].right_id == detainees[0].id
    before = index.search(Record(id="L", name=detainees[0].name), limit=1)
    assert not before or before[0].weight < found[0].weight


def test_the_weight_is_the_same_whichever_side_is_inside(registrations, detainees):
    world = World()
    right = ServingIndex(world=world)
    left = ServingIndex(world=world, holds="left")
    right.extend(detainees)
    left.extend(registrations)
    compared = 0
    for registration in registrations[:20]:
        for pair in right.search(registration, limit=3):
            compared += 1
            detainee = next(one for one in detainees if one.id == pair.right_id)
            alone = left.compare(detainee, registration.id)
            assert alone.weight == pytest.approx(pair.weight - pair.rivals, abs=1e-3)
            assert (alone.left_id, alone.right_id, alone.levels) == (pair.left_id, pair.right_id, pair.levels)
    assert compared


def test_a_record_is_not_its_own_duplicate(detainees):
    index = ServingIndex(Model.default().without("event"))
    index.extend(detainees)
    for record in detainees[:10]:
        assert record.id in [pair.right_id for pair in index.search(record)]
        assert record.id not in [pair.right_id for pair in index.search(record, excluding=record.id)]


def test_an_index_that_grew_one_by_one_proposes_the_same_people(detainees, registrations):
    whole, grown = ServingIndex(), ServingIndex()
    whole.extend(detainees)
    grown.extend(detainees[:200])
    for record in detainees[200:]:
        grown.put(record)
    agree = 0
    for record in registrations:
        best = [index.search(record, limit=1) for index in (whole, grown)]
        agree += [pair.right_id for pair in best[0]] == [pair.right_id for pair in best[1]]
    assert agree >= len(registrations) - 6  # frequencies were counted over other records


def table(name):
    return pa.table({column: [row[column] for row in rows(name)] for column in COLUMNS})


@pytest.fixture(scope="module")
def both():
    left, right = table("registrations_sample.csv"), table("detainees_sample.csv")
    batch = Batch(left, right, Model.default())
    world = World()
    online, other = ServingIndex(world=world), ServingIndex(world=world, holds="left")
    online.extend(records_of(right))
    other.extend(records_of(left))
    return batch, batch.best(10), online, list(records_of(left))


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_online_and_batch_weigh_a_pair_alike(both, data):
    batch, found, online, left = both
    at = data.draw(st.integers(0, len(found.left) - 1))
    left_ids, right_ids = batch.ids(found)
    record = left[found.left[at]]
    alone = online.compare(record, right_ids[at])
    assert alone.left_id == left_ids[at]
    assert alone.weight == pytest.approx(found.weights[at] - found.rivals[at], abs=1e-4)
    among_others = {pair.right_id: pair.weight for pair in online.search(record)}
    assert among_others[right_ids[at]] == pytest.approx(found.weights[at], abs=1e-4)


texts = st.text(max_size=40) | st.sampled_from(["محمد علي", "Hisên Ali", "\ud800", "\x00", "ئەبو عەلی", "2014"])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(texts, texts), max_size=6), texts)
def test_any_text_is_answered(people, asked):
    index = ServingIndex()
    for number, (name, place) in enumerate(people):
        index.put(Record(id=number, name=parse(name), birth_place=place, mother=name))
    pairs = index.search(Record(id="L", name=parse(asked), birth_place=asked, mother=asked))
    assert len(pairs) <= len(people)
    assert all(0 <= pair.probability <= 1 for pair in pairs)
