"""Where leave is needed, the command uses up an approved request and writes pseudonyms of that request only."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from portal.audit.models import Event
from portal.matching import events
from portal.matching.enums import ExportState
from portal.matching.models import ExportRequest
from portal.registry.models import Registration
from tests.factories.exports import approved, asked
from tests.factories.matching import make_detainee, make_pair, make_registration
from tests.factories.organizations import make_organization

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def needs_leave():
    with override_settings(EXPORT_NEEDS_APPROVAL=True):
        yield


def export(path, request=None) -> tuple[list[dict[str, str]], dict]:
    out = StringIO()
    call_command("export_candidates", str(path), *(["--request", str(request)] if request else []), stdout=out)
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file)), json.loads(out.getvalue().splitlines()[-1])


def refused(path, request=None) -> str:
    with pytest.raises(CommandError) as raised:
        export(path, request)
    assert raised.value.returncode == 2
    return str(raised.value)


def test_pseudonyms_instead_of_our_and_their_numbers(tmp_path) -> None:
    registration, detainee = make_registration(), make_detainee(external_id="DET-OF-THE-SOURCE")
    Registration.objects.filter(pk=registration.pk).update(
        organization=make_organization(), external_id="OF-THE-ORGANIZATION"
    )
    one = make_pair(registration, detainee, weight=3.25, probability=0.5)
    make_pair(registration, make_detainee(external_id="DET-OTHER"), weight=1.0)
    web = make_pair(make_registration(), detainee, weight=2.0)
    path = tmp_path / "pairs.csv"
    request = approved()
    rows, result = export(path, request.pk)
    assert list(rows[0]) == [
        "registration_external_id", "detainee_external_id", "match_weight", "match_probability", "role",
    ]  # fmt: skip
    names = [(row["registration_external_id"], row["detainee_external_id"]) for row in rows]
    assert all(re.fullmatch("[0-9a-f]{16}", name) for pair in names for name in pair)
    # The same record has the same pseudonym in the whole file: two of each here, in three pairs.
    assert len(set(names)) == 3 and [len(set(side)) for side in zip(*names, strict=True)] == [2, 2]
    assert sorted(row["match_weight"] for row in rows) == ["1.0000", "2.0000", "3.2500"]
    text = path.read_text()
    for hidden in ("DET-", "OF-THE-", registration.reference, web.registration.reference, str(one.pk)):
        assert hidden not in text
    assert path.stat().st_mode & 0o777 == 0o600
    assert result == {
        "candidates": 3, "request": str(request.pk), "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }  # fmt: skip
    event = Event.objects.get(code=events.EXPORTED)
    assert event.data == {"pairs": 3, "sha256": result["sha256"], "pseudonyms": True}
    assert event.subject_id == request.pk
    assert ExportRequest.objects.get().state() == ExportState.USED


def test_two_exports_cannot_be_laid_side_by_side(tmp_path) -> None:
    make_pair()
    first, _result = export(tmp_path / "one.csv", approved().pk)
    second, _result = export(tmp_path / "two.csv", approved().pk)
    assert first[0]["registration_external_id"] != second[0]["registration_external_id"]
    assert first[0]["detainee_external_id"] != second[0]["detainee_external_id"]


def test_a_request_serves_once(tmp_path) -> None:
    request = approved()
    export(tmp_path / "one.csv", request.pk)
    assert "used already" in refused(tmp_path / "two.csv", request.pk)
    assert [file.name for file in tmp_path.iterdir()] == ["one.csv"]


def test_without_leave_nothing_is_written_and_the_attempt_is_logged(tmp_path) -> None:
    make_pair()
    waiting, unknown = asked().pk, uuid4()
    path = tmp_path / "pairs.csv"
    assert "there is none" in refused(path)
    assert "no such request" in refused(path, unknown)
    assert "waits for a second person" in refused(path, waiting)
    with pytest.raises(CommandError, match="--request"):
        export(path, "not-a-number")
    assert list(tmp_path.iterdir()) == []
    told = Event.objects.filter(code=events.EXPORT_REFUSED).order_by("pk")
    assert [event.data.get("request") for event in told] == [None, str(unknown), str(waiting)]
    assert not Event.objects.filter(code=events.EXPORTED).exists()


def test_a_folder_that_is_missing_does_not_use_up_the_request(tmp_path) -> None:
    request = approved()
    assert "cannot be written" in refused(tmp_path / "missing" / "pairs.csv", request.pk)
    assert "cannot be written" in refused(tmp_path, request.pk)
    assert ExportRequest.objects.get().state() == ExportState.APPROVED


def test_a_file_others_could_read_is_replaced_by_a_private_one(tmp_path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("old")
    path.chmod(0o644)
    assert refused(path) and path.read_text() == "old"
    export(path, approved().pk)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_request_that_is_named_counts_also_where_none_is_needed(tmp_path) -> None:
    pair, request = make_pair(), approved()
    with override_settings(EXPORT_NEEDS_APPROVAL=False):
        rows, _result = export(tmp_path / "one.csv", request.pk)
        assert rows[0]["registration_external_id"] != pair.registration.reference
        assert "used already" in refused(tmp_path / "two.csv", request.pk)
        rows, result = export(tmp_path / "two.csv")
    assert rows[0]["registration_external_id"] == pair.registration.reference and result == {"candidates": 1}
