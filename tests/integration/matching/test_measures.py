"""The sample tables through the whole interface: imported, linked, exported, 80 % of the truth among the ten best."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from portal.matching.models import CandidatePair

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[2] / "data"


def run(*arguments, **options) -> dict:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO(), **options)
    return json.loads(out.getvalue().splitlines()[-1])


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_sample_is_linked_well(tmp_path) -> None:
    detainees = run("import_detainees", DATA / "detainees_sample.csv", source="Sample", batch="First")
    registrations = run(
        "import_registrations", DATA / "registrations_sample.csv", organization="sample", create_organization=True
    )
    assert (detainees["created"], registrations["created"]) == (400, 60)
    linked = run("link", "--all")
    assert (linked["registrations"], linked["detainees"]) == (60, 400)
    path = tmp_path / "candidates.csv"
    assert run("export_candidates", path)["candidates"] == linked["candidates"] == CandidatePair.objects.count()

    ranked: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for row in table(path):
        ranked[row["registration_external_id"]].append((float(row["match_weight"]), row["detainee_external_id"]))
    truth = table(DATA / "truth_sample.csv")
    best = {name: {other for _weight, other in sorted(rows, reverse=True)[:10]} for name, rows in ranked.items()}
    found = sum(row["detainee_external_id"] in best.get(row["registration_external_id"], ()) for row in truth)
    assert found / len(truth) >= 0.8, f"{found} of {len(truth)}"
    assert all(len(rows) <= 10 for rows in ranked.values())

    again = run("link")
    assert again["candidates"] == linked["candidates"]
    assert run("import_registrations", DATA / "registrations_sample.csv", organization="sample")["unchanged"] == 60
