"""The model file: readable, hashed, refused when it was changed; and weights refined by labels."""

import json

import numpy as np
import pytest

from portal.linkage import Model, ModelError
from portal.linkage.comparisons import COMPARISONS, FIELD, FIELDS
from portal.linkage.refining import refine
from portal.linkage.starting import starting_model


def test_a_model_is_written_and_read_without_loss(tmp_path):
    model = starting_model()
    model.write(tmp_path / "model.json")
    again = Model.read(tmp_path / "model.json")
    assert again == model
    assert again.sha256 == model.sha256
    content = json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))
    assert content["comparisons"]["sex"][1]["code"] == "sex.same"


def test_the_default_model_says_where_it_comes_from():
    model = Model.default()
    assert model.version and len(model.sha256) == 64
    assert model.provenance["command"]
    assert model.provenance["people"] == "all invented"


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(slope=2.0),
        lambda content: content["comparisons"]["sex"][1].update(weight=9.0),
        lambda content: content["comparisons"]["sex"][1].update(code="sex.other"),
        lambda content: content["comparisons"].pop("sex"),
        lambda content: content.pop("sha256"),
        lambda content: content.update(surprise=1),
    ],
)
def test_a_changed_model_is_refused(tmp_path, change):
    path = tmp_path / "model.json"
    starting_model().write(path)
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ModelError):
        Model.read(path)


@pytest.mark.parametrize("content", ["", "[]", "{}", "\x00", '{"sha256": 1}'])
def test_what_is_no_model_is_refused(tmp_path, content):
    (tmp_path / "model.json").write_text(content)
    with pytest.raises(ModelError, match=r"model\.json"):
        Model.read(tmp_path / "model.json")
    with pytest.raises(ModelError):
        Model.read(tmp_path / "missing.json")


def test_a_comparison_can_be_taken_out():
    model = starting_model()
    silent = model.without("event")
    assert set(silent.weights["event"]) == {0.0}
    assert silent.sha256 != model.sha256
    assert silent.version != model.version


def test_agreement_on_a_rare_name_weighs_more():
    for name in ("given", "father", "mother"):
        rows = zip(COMPARISONS[name], Model.default().weights[name], strict=True)
        by_code = {(level.code, level.frequency): weight for level, weight in rows}
        code = COMPARISONS[name][-1].code
        assert by_code[code, "rare"] > by_code[code, "very_frequent"] + 2


def test_probability_is_bounded_and_monotone():
    model = starting_model()
    assert model.probability(0) == 0.5
    assert 0 < model.probability(-1e9) < model.probability(3) < model.probability(1e9) <= 1


def invented(count, seed):
    """Levels drawn from the starting model, half of pairs of one person."""
    random, model = np.random.default_rng(seed), starting_model()
    same = random.random(count) < 0.5
    levels = np.full((count, len(FIELDS)), -1, dtype=np.int8)
    for name in FIELDS:
        if len(COMPARISONS[name]) == 1:
            continue
        for kind, shares in ((True, model.m[name]), (False, model.u[name])):
            rows = np.flatnonzero(same == kind)
            levels[rows, FIELD[name]] = random.choice(len(shares), size=len(rows), p=np.array(shares) / sum(shares))
    return levels, same


def test_labels_teach_that_a_comparison_says_nothing():
    levels, same = invented(3000, seed=1)
    for name in set(FIELDS) - {"birth", "event", "sex"}:
        levels[:, FIELD[name]] = -1
    levels[:, FIELD["sex"]] = np.random.default_rng(2).integers(0, 2, len(levels))
    model = refine(starting_model(), levels, same, right_size=6000, version="taught")
    spread = [max(one.weights["sex"]) - min(one.weights["sex"]) for one in (starting_model(), model)]
    assert spread[1] < spread[0] / 2
    assert model.provenance["refined_from"] == starting_model().sha256


def test_few_labels_move_little_and_the_same_labels_move_alike():
    levels, same = invented(40, seed=3)
    one, other = (refine(starting_model(), levels, same, right_size=80, version="few") for _ in range(2))
    assert one == other
    start = starting_model()
    moved = [abs(a - b) for name in FIELDS for a, b in zip(one.weights[name], start.weights[name], strict=True)]
    assert np.mean(moved) < 0.2


def test_labels_of_one_kind_are_refused():
    levels, _ = invented(10, seed=4)
    for same in (np.zeros(10), np.ones(10), np.zeros(9)):
        with pytest.raises(ValueError, match="pairs that are not"):
            refine(starting_model(), levels, same, right_size=100, version="x")
