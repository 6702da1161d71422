"""Running and counting methods, and ranking a file of pairs."""

import pyarrow.parquet as pq
import pytest

from benchmarks.linkage.evaluation import LABELLED, evaluate, read_truth, write_labels
from benchmarks.linkage.generate import generate, write
from benchmarks.linkage.methods import PEERS, Method
from benchmarks.linkage.metrics import in_validation
from benchmarks.linkage.pairs import METHODS, read_pairs, recalls, tasks
from benchmarks.linkage.peers import strings
from benchmarks.linkage.report import languages_table, methods_table, rate

PAIRS = "# names\nmuhammad\tمحمد\nmohamed\tمحمد\nali\tعلي\nhussein\tحسين\nomar\tعمر\nsalim\tسالم\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("registry")
    write(generate(120, 600, seed=4), place, {})
    return place


def test_labels_come_from_the_half_on_which_thresholds_are_chosen(folder, tmp_path):
    truth = read_truth(folder)
    write_labels(truth, tmp_path / "labels.parquet")
    rows = pq.read_table(tmp_path / "labels.parquet").to_pylist()
    pairs = {(row["registration_external_id"], row["detainee_external_id"]) for row in rows}
    assert pairs and pairs <= set(truth)
    assert all(in_validation(registration) for registration, _ in pairs)
    assert len({registration for registration, _ in pairs}) <= LABELLED


def test_a_peer_writes_the_ten_best_of_each_registration(folder, tmp_path):
    out = tmp_path / "pairs.parquet"
    tables = [str(folder / "registrations.parquet"), str(folder / "detainees.parquet"), str(out)]
    strings.main([*tables, "--scorer", "ratio", "--latin", "anyascii", "--years"])
    table = pq.read_table(out)
    assert table.num_rows == 10 * 120
    assert table["match_probability"].null_count == table.num_rows


def test_a_method_is_run_and_counted(folder, tmp_path):
    result = evaluate(PEERS[0], folder, tmp_path)
    assert result.run.ok and result.run.peak_mb > 20
    assert 0 < result.recall_at_10 <= 1
    assert PEERS[0].name in methods_table([result])
    assert "ar-ar" in languages_table([result])


def test_a_method_that_fails_says_so_and_has_no_numbers(folder, tmp_path):
    result = evaluate(Method("broken", "benchmarks.linkage.peers.nowhere"), folder, tmp_path)
    assert not result.run.ok
    assert "not run" in methods_table([result]) and "nowhere" in methods_table([result])


def test_pairs_are_read_and_a_bad_line_is_named(tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text(PAIRS, encoding="utf-8")
    assert len(read_pairs(path)) == 6
    path.write_text(PAIRS + "one\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 8"):
        read_pairs(path)


def test_any_spelling_that_the_file_pairs_answers_a_query():
    pairs = [("muhammad", "محمد"), ("mohamed", "محمد"), ("ali", "علي")]
    backward = next(task for task in tasks(pairs) if task.name.startswith("single, Arabic"))
    answers = dict(zip(backward.queries, backward.answers, strict=True))
    assert {backward.pool[at] for at in answers["محمد"]} == {"muhammad", "mohamed"}


def test_recalls_by_hand():
    assert recalls([[1, 2], [5, 0], []], [{1}, {0}, {3}]) == (pytest.approx(1 / 3), pytest.approx(2 / 3))


def test_our_ranking_and_a_peer_answer_every_query(tmp_path):
    for name in ("portal.names rank", "rapidfuzz ratio on anyascii"):
        best = METHODS[name](["muhammad", "ali"], ["علي", "محمد"], tmp_path)
        assert [row[0] for row in best] == [1, 0], name


def test_rates_are_written_short():
    assert [rate(0.5), rate(1.0), rate(float("nan"))] == [".500", "1.00", "–"]
