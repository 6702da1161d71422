"""splink with its own comparisons of names, as its documentation shows them, on names made Latin before.

``python -m benchmarks.linkage.peers.splink_names LEFT RIGHT OUT --latin icu``

NameComparison (Jaro-Winkler levels, term frequencies) for given, father's, grandfather's and family name and for the
mother, Jaro-Winkler for kunya and places, DateOfBirthComparison, exact sex and nationality; u from random pairs, m by
expectation-maximisation on three blockings; candidates by the usual blocking rules. No labels.
"""

from __future__ import annotations

import argparse
import logging
import re
from pathlib import Path

import duckdb
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.linkage.peers.tables import CHAIN, latin, rows, whole_name, write_pairs

_TEXTS = (*CHAIN, "kunya", "mother_name", "birth_place", "event_place")
_YEAR = "substr(birth_date, 1, 4)"
_RULES = (
    ("given_name", "father_name"),
    ("given_name", "family_name"),
    ("given_name", "grandfather_name"),
    ("father_name", "family_name"),
    ("father_name", "grandfather_name"),
    ("given_name", _YEAR),
    ("father_name", _YEAR),
    ("family_name", _YEAR),
    ("given_name", "mother_name"),
    ("father_name", "mother_name"),
    ("mother_name", _YEAR),
)


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("left", "right", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--latin", choices=("anyascii", "icu"), required=True)
    options = parser.parse_args(arguments)
    logging.getLogger("splink").setLevel(logging.ERROR)
    database = duckdb.connect()
    api = DuckDBAPI(database)
    sides = [_prepared(path, options.latin) for path in (options.left, options.right)]
    tables = [api.register(side, dataset_display_name=name) for name, side in zip("ab", sides, strict=True)]
    linker = Linker(tables, _settings(sides[1].num_rows), log_level=logging.ERROR)
    _train(linker)
    found = linker.inference.predict()
    query = f"""
        select unique_id_l, unique_id_r, match_weight, match_probability from {found.physical_name}
        qualify row_number() over (partition by unique_id_l order by match_weight desc, unique_id_r) <= 10
            or match_probability >= 0.5
    """  # noqa: S608
    columns = list(zip(*database.execute(query).fetchall(), strict=True)) or [()] * 4
    write_pairs(options.out, *map(list, columns))  # type: ignore[arg-type]


_TRAINING = (
    ("given_name", "father_name", "grandfather_name"),
    ("father_name", "family_name", _YEAR),
    ("given_name", "family_name", _YEAR),
)
"""Narrow blocks: in wider ones most pairs are of two persons, and expectation-maximisation learns these instead."""
_EXPECTED_SHARE = 0.6
"""Of registrations with a true record: the prior, as somebody who knows the registers would guess it."""


def _settings(detainees: int) -> SettingsCreator:
    names = [cl.NameComparison(part).configure(term_frequency_adjustments=True) for part in (*CHAIN, "mother_name")]
    return SettingsCreator(
        link_type="link_only",
        probability_two_random_records_match=_EXPECTED_SHARE / detainees,
        comparisons=[
            *names,
            cl.JaroWinklerAtThresholds("kunya", 0.88),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.JaroWinklerAtThresholds("birth_place", 0.88),
            cl.JaroWinklerAtThresholds("event_place", 0.88),
            cl.ExactMatch("sex"),
            cl.ExactMatch("nationality"),
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in _RULES],
        retain_matching_columns=False,
    )


def _train(linker: Linker) -> None:
    linker.training.estimate_u_using_random_sampling(max_pairs=2_000_000, seed=1)
    for rule in _TRAINING:
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
        except ValueError as error:  # in a small registry a level may die out, which splink 5 takes for an error
            print(f"not trained on {rule}: {error}")


def _prepared(path: Path, way: str) -> pa.Table:
    """Latin texts, names cut into their fields where only the whole name is written, dates as days, empty as null."""
    table = rows(path)
    for row in table:
        _cut(row)
    columns: dict[str, list[str | None]] = {"unique_id": [row["external_id"] for row in table]}
    for name in _TEXTS:
        columns[name] = [text or None for text in latin([row[name] for row in table], way)]
    columns["sex"] = [row["sex"] if row["sex"] in ("male", "female") else None for row in table]
    columns["nationality"] = [row["nationality"] or None for row in table]
    columns["birth_date"] = [_day(row["birth_date"]) for row in table]
    return pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()})


def _cut(row: dict[str, str]) -> None:
    if any(row[part] for part in CHAIN[1:]):
        return
    words = whole_name(row).split()
    first, last = words[:3], words[3:]
    if len(words) == 3:
        first, last = words[:2], words[2:]
    for part, word in zip(CHAIN, (*(first + [""] * 3)[:3], " ".join(last)), strict=True):
        row[part] = word


def _day(text: str) -> str | None:
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}" if found else None


if __name__ == "__main__":
    main()
