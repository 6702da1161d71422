"""An organization's list of registrations: idempotent, honest about what it could not read."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.audit.models import Event
from portal.organizations.models import Organization
from portal.registry import events
from portal.registry.consent import allowing
from portal.registry.enums import Answer, GivenBy, Purpose
from portal.registry.models import ConsentLine, LastKnown, Registration

pytestmark = pytest.mark.django_db

HEADER = "external_id,full_name,mother_name,sex,birth_date,event_place,event_date,kind,relationship"
ROW = "R-1,آزاد محمد سليمان,كلستان,male,1991,الشدادي,2014-07~,missing,sister"


def run(tmp_path, *lines: str, header: str = HEADER, encoding: str = "utf-8", **options) -> dict[str, int]:
    path = tmp_path / "list.csv"
    path.write_bytes("\n".join((header, *lines)).encode(encoding))
    out = StringIO()
    options = {"create_organization": True, **options}
    call_command("import_registrations", path, organization="helpers", stdout=out, stderr=StringIO(), **options)
    return json.loads(out.getvalue().splitlines()[-1])


def counts(**values: int) -> dict[str, int]:
    return {"rows": 0, "created": 0, "updated": 0, "unchanged": 0, "rejected": 0, **values}


def test_a_row_becomes_a_registration_with_asserted_consent(tmp_path) -> None:
    assert run(tmp_path, ROW) == counts(rows=1, created=1)
    registration = Registration.objects.get()
    person = registration.persons.get()
    assert (registration.external_id, registration.organization.slug) == ("R-1", "helpers")
    assert (person.names.get().full_as_written, person.names.get().mother) == ("آزاد محمد سليمان", "كلستان")
    assert (person.birth_date, person.last_known.date) == ("1991", "2014-07~")
    assert registration.applicant.relationship == "sister"
    lines = ConsentLine.objects.in_force().values_list("purpose", "answer", "given_by")
    assert set(lines) == {
        (Purpose.CONTACT, Answer.YES, GivenBy.ASSERTED),
        (Purpose.COMPARE, Answer.YES, GivenBy.ASSERTED),
    }


def test_the_same_file_changes_nothing_and_a_corrected_one_updates(tmp_path) -> None:
    run(tmp_path, ROW)
    assert run(tmp_path, ROW) == counts(rows=1, unchanged=1)
    assert run(tmp_path, ROW.replace("1991", "1992")) == counts(rows=1, updated=1)
    assert Registration.objects.get().persons.get().birth_date == "1992"


def test_an_update_leaves_the_consent_of_the_family_alone(tmp_path) -> None:
    run(tmp_path, ROW)
    ConsentLine.objects.filter(purpose=Purpose.COMPARE).update(withdrawn_at="2026-01-01T00:00Z")
    run(tmp_path, ROW.replace("1991", "1992"))
    assert not allowing(Purpose.COMPARE).exists()


def test_a_dry_run_writes_nothing(tmp_path) -> None:
    assert run(tmp_path, ROW, dry_run=True) == counts(rows=1, created=1)
    assert not Registration.objects.exists() and not Organization.objects.exists()


@pytest.mark.parametrize(
    "row",
    [
        ",آزاد محمد,,,,,,,",
        "R-1,,,,,,,,",
        "R-1,a\u202eb,,,,,,,",
        f"{'9' * 81},آزاد محمد,,,,,,,",
        f"R-1,{'x' * 600},,,,,,,",
    ],
)
def test_a_row_that_cannot_be_one_is_rejected_and_the_rest_goes_on(tmp_path, row) -> None:
    assert run(tmp_path, row, ROW.replace("R-1", "R-2")) == counts(rows=2, created=1, rejected=1)


def test_the_same_id_twice_is_taken_once(tmp_path) -> None:
    assert run(tmp_path, ROW, ROW.replace("1991", "1950")) == counts(rows=2, created=1, rejected=1)


def test_unknown_values_are_kept_as_written(tmp_path) -> None:
    assert run(tmp_path, "R-1,آزاد محمد,,he,spring,الشدادي,after the feast,hero,cousin") == counts(rows=1, created=1)
    registration = Registration.objects.get()
    last = LastKnown.objects.get()
    assert (registration.kind, registration.applicant.relationship) == ("missing", "other")
    assert registration.applicant.relationship_as_written == "cousin"
    assert (last.date, last.date_in_words) == ("", "after the feast")
    assert (registration.persons.get().sex, registration.persons.get().birth_date) == ("he", "spring")


def test_a_file_without_the_needed_columns_is_unusable(tmp_path) -> None:
    with pytest.raises(CommandError) as raised:
        run(tmp_path, "1,2", header="number,remark")
    assert raised.value.returncode == 2


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04broken", b"external_id,full_name\n"])
def test_a_file_that_is_no_table_is_unusable_and_leaves_nothing(tmp_path, content) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(CommandError) as raised:
        call_command("import_registrations", path, organization="helpers", create_organization=True)
    assert raised.value.returncode == 2
    assert not Registration.objects.exists()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separators_of_the_interface(tmp_path, separator) -> None:
    lines = [line.replace(",", separator) for line in (HEADER, ROW)]
    assert run(tmp_path, lines[1], header=lines[0], encoding="utf-8-sig") == counts(rows=1, created=1)


def test_a_missing_file_and_an_unknown_organization_are_unusable(tmp_path) -> None:
    with pytest.raises(CommandError) as raised:
        run(tmp_path, ROW, create_organization=False)
    assert raised.value.returncode == 2
    with pytest.raises(CommandError) as raised:
        call_command("import_registrations", tmp_path / "none.csv", organization="helpers")
    assert raised.value.returncode == 2


def test_a_list_is_one_event_without_names(tmp_path) -> None:
    run(tmp_path, ROW)
    event = Event.objects.get(code=events.IMPORTED)
    assert event.data == counts(rows=1, created=1)
