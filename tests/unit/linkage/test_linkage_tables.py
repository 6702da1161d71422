"""Tables in, pairs out: the command, and tables that cannot be linked."""

import csv

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from portal.linkage.__main__ import main
from portal.linkage.reading import TableError, read_span, read_table
from tests.unit.linkage.linkage_sample import DATA, rows, truth


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    for side in ("registrations", "detainees"):
        pq.write_table(pa.Table.from_pylist(rows(f"{side}_sample.csv")), folder / f"{side}.parquet")
    return folder / "registrations.parquet", folder / "detainees.parquet"


def run(tables, out, *options):
    assert main([*map(str, tables), "--out", str(out), *map(str, options)]) == 0
    return pq.read_table(out)


def test_the_command_writes_pairs_heaviest_first(tables, tmp_path):
    found = run(tables, tmp_path / "pairs.parquet").to_pylist()
    assert set(found[0]) == {"registration_external_id", "detainee_external_id", "match_weight", "match_probability"}
    best = {}
    for row in found:
        best.setdefault(row["registration_external_id"], []).append(row)
    assert all(len(group) <= 10 or group[9]["match_probability"] >= 0.5 for group in best.values())
    for group in best.values():
        weights = [round(row["match_weight"], 4) for row in group]
        assert weights == sorted(weights, reverse=True)
    first = {key: group[0]["detainee_external_id"] for key, group in best.items()}
    assert sum(first.get(left) == right for left, right in truth()) >= len(truth()) * 0.75


def test_labels_refine_the_model_that_is_written(tables, tmp_path):
    labels = DATA / "truth_sample.csv"
    model = tmp_path / "model.json"
    run(tables, tmp_path / "one.parquet", "--labels", labels, "--write-model", model, "--version", "ours")
    again = run(tables, tmp_path / "two.parquet", "--model", model)
    assert again.equals(pq.read_table(tmp_path / "one.parquet"))
    assert not again.equals(run(tables, tmp_path / "plain.parquet"))


def test_other_columns_are_ignored_and_missing_ones_unknown(tmp_path, tables):
    few = [{"external_id": "A", "full_name": "جكرخوين بهمن هڤال", "shoe_size": 43}]
    pq.write_table(pa.Table.from_pylist(few), tmp_path / "left.parquet")
    found = run((tmp_path / "left.parquet", tables[1]), tmp_path / "pairs.parquet")
    assert set(found["registration_external_id"].to_pylist()) <= {"A"}


def test_empty_tables_give_no_pairs(tmp_path, tables):
    empty = pa.table({"external_id": pa.array([], pa.string()), "full_name": pa.array([], pa.string())})
    pq.write_table(empty, tmp_path / "empty.parquet")
    for sides in ((tmp_path / "empty.parquet", tables[1]), (tables[0], tmp_path / "empty.parquet")):
        assert len(run(sides, tmp_path / "pairs.parquet")) == 0


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"full_name": ["x"]}, "no column external_id"),
        ({"external_id": ["A", "A"]}, "twice"),
        ({"external_id": ["A", None]}, "without external_id"),
        ({"external_id": ["A"], "full_name": [["x"]]}, "as text"),
    ],
)
def test_a_table_that_cannot_be_linked_says_why(tmp_path, columns, reason):
    pq.write_table(pa.table(columns), tmp_path / "table.parquet")
    with pytest.raises(TableError, match=reason):
        read_table(tmp_path / "table.parquet")


def test_what_is_no_table_ends_the_command_with_a_reason(tmp_path, tables, capsys):
    (tmp_path / "not.parquet").write_text("external_id")
    for arguments in (
        [str(tmp_path / "not.parquet"), str(tables[1])],
        [str(tables[0]), str(tmp_path / "missing.parquet")],
        [*map(str, tables), "--model", str(tmp_path / "not.parquet")],
        [*map(str, tables), "--labels", str(tmp_path / "not.parquet")],
    ):
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--out", str(tmp_path / "pairs.parquet")])
        assert ended.value.code == 2
        assert ".parquet" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "0", "0000", "9999", "1799", "2101", "1990-13", "1990-02-30", "x", "1990/x/y", "١٩٩٠-"]
)
def test_what_is_no_date_is_unknown(text):
    span = read_span(text)
    assert span is None or span[0].year == 1990


def test_ranges_are_put_in_order():
    first, last = read_span("1995/1990")
    assert (first.year, last.year) == (1990, 1995)


def test_a_csv_of_labels_has_the_columns_of_the_pairs():
    with (DATA / "truth_sample.csv").open(encoding="utf-8") as lines:
        assert next(csv.reader(lines)) == ["registration_external_id", "detainee_external_id"]
