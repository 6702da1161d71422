"""The commands that organizations' own tools rely on, through the real manage.py, on a data folder of their own."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from tests.functional.site import ROOT, Site
from tests.migrated import copy_migrated

pytestmark = pytest.mark.browser

DATA = ROOT / "tests" / "data"
BEST, SHARE = 10, 0.8
COUNTS = {"rows", "created", "updated", "unchanged", "rejected"}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A data folder with its tables and nothing in them; no process serves it."""
    folder = tmp_path_factory.mktemp("commands") / "data"
    copy_migrated(folder)
    return Site(data_dir=folder, smtp_port=0)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def best_of(rows: list[dict[str, str]]) -> dict[str, set[str]]:
    """The ten records with the greatest weight for each registration."""
    ranked: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for row in rows:
        ranked[row["registration_external_id"]].append((float(row["match_weight"]), row["detainee_external_id"]))
    return {name: {other for _weight, other in sorted(found, reverse=True)[:BEST]} for name, found in ranked.items()}


def test_lists_in_and_possible_matches_out(empty: Site, tmp_path: Path) -> None:
    detainees = ("import_detainees", str(DATA / "detainees_sample.csv"), "--source", "Sample", "--batch", "First")
    registrations = ("import_registrations", str(DATA / "registrations_sample.csv"), "--organization", "sample")

    tried = empty.manage_json(*detainees, "--dry-run")
    assert set(tried) == COUNTS
    assert empty.rows("SELECT COUNT(*) FROM detainees_detaineerecord") == [(0,)]
    first = empty.manage_json(*detainees)
    assert first == tried == {"rows": 400, "created": 400, "updated": 0, "unchanged": 0, "rejected": 0}
    again = empty.manage_json(*detainees)
    assert again == {"rows": 400, "created": 0, "updated": 0, "unchanged": 400, "rejected": 0}

    taken = empty.manage_json(*registrations, "--create-organization")
    assert taken == {"rows": 60, "created": 60, "updated": 0, "unchanged": 0, "rejected": 0}

    linked = empty.manage_json("link", "--all")
    assert set(linked) == {"registrations", "detainees", "candidates", "seconds"}
    assert (linked["registrations"], linked["detainees"]) == (60, 400)

    target = tmp_path / "candidates.csv"
    empty.manage_json("export_candidates", str(target))
    rows = table(target)
    assert list(rows[0]) == [
        "registration_external_id",
        "detainee_external_id",
        "match_weight",
        "match_probability",
        "role",
    ]
    assert len(rows) == linked["candidates"]
    best = best_of(rows)
    truth = table(DATA / "truth_sample.csv")
    found = [row for row in truth if row["detainee_external_id"] in best.get(row["registration_external_id"], set())]
    assert len(found) >= SHARE * len(truth), f"{len(found)} of {len(truth)}"
    assert empty.manage_json("verify_audit")["faults"] == 0


def test_an_unusable_file_is_said_by_the_exit_status(empty: Site, tmp_path: Path) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    arguments = ("manage.py", "import_detainees", str(picture), "--source", "Sample", "--batch", "Picture")
    with pytest.raises(AssertionError, match=r"ended with 2:"):
        empty.manage(*arguments[1:])
