"""R-22, R-35, R-100: an export holds what its reader may read and families agree to, when it is asked for and taken."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django.utils.translation import override
from freezegun import freeze_time
from openpyxl import load_workbook

from portal.accounts.enums import Role
from portal.accounts.services.roles import revoke_role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core import dates
from portal.core.refusing import Refused
from portal.family.giving import sent
from portal.places.models import Place
from portal.referrals import events
from portal.referrals.enums import ExtractState, LeftOut, Part
from portal.referrals.models import Extract, ExtractRow, Transmission
from portal.referrals.selecting import selection_of
from portal.referrals.services import extracts
from portal.referrals.services.extracts import approve_extract, refuse_extract, sample_for, take_extract
from portal.referrals.tracing import trace
from portal.registry.enums import RegistrationState
from portal.registry.models import LastKnown
from portal.registry.services.consents import withdraw_consent
from portal.registry.services.registrations import change_state
from tests.factories.casework import make_owned
from tests.factories.extracts import for_a_court, make_approved, make_extract, make_taken
from tests.factories.recipients import make_recipient
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory
from tests.factories.teams import HASAKAH, NINAWA, QAMISHLI, make_last_known, make_team_of
from tests.vanishing import file_bytes

pytestmark = pytest.mark.django_db


def act(service, extract: Extract, user, **said):
    return service(extract=extract, user=user, actor=Actor.staff(user.pk), **said)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def references(extract: Extract) -> set[str]:
    return set(selection_of(extract).rows.values_list("reference", flat=True))


def test_a_copy_says_whose_it_is_and_holds_the_chosen_columns() -> None:
    registration = make_registration()
    extract, content = make_taken(parts=["names", "reach"])
    first, headings, row, last = rows_of(content)
    assert first == last and extract.number in first[0] and extract.requested_by.first_name in first[0]
    assert "Not to be passed on." in first[0]
    assert headings[:4] == ["Row", "Reference number", "Names, as they were written", "Our reading"]
    [kept] = ExtractRow.objects.all()
    name = registration.persons.get().names.get(is_primary=True).full_as_written
    assert row[:3] == [kept.mark, registration.reference, name]
    assert len(row) == len(headings) == 6
    assert extract.stands() == ExtractState.TAKEN and extract.count == 1


def test_a_workbook_in_the_readers_language_reads_from_the_right() -> None:
    make_registration()
    with override("ar"):
        extract, content = make_taken(file_kind="xlsx", parts=[*Part.values])
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet.sheet_view.rightToLeft and sheet.title == extract.number
    assert sheet.max_row == 4 and sheet.max_column == 20
    assert all(cell.data_type in ("s", "n", "d") for row in sheet.iter_rows() for cell in row)


def test_nothing_of_a_copy_stays_here_r_35() -> None:
    registration = make_registration()
    _extract, content = make_taken()
    name = registration.persons.get().names.get(is_primary=True).full_as_written
    assert name.encode() in content
    assert not any(
        name.encode() in file_bytes(path) for path in Path(settings.SEALED_FILES_DIR).rglob("*") if path.is_file()
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM referrals_extract")
        assert name not in repr(cursor.fetchall())


def test_it_serves_once_and_within_a_day() -> None:
    extract = make_approved()
    assert extract.expires_at == extract.approved_at + timedelta(hours=24)
    with freeze_time(extract.expires_at), pytest.raises(Refused, match="is over"):
        act(take_extract, extract, extract.requested_by)
    assert act(take_extract, extract, extract.requested_by)[0].taken_at
    with pytest.raises(Refused, match="has been taken"):
        act(take_extract, extract, extract.requested_by)
    assert Event.objects.filter(code=events.EXTRACT_ACT_REFUSED, subject_id=extract.pk).count() == 2


def test_every_step_and_every_registration_is_an_event() -> None:
    registration = make_registration()
    extract, _content = make_taken()
    assert list(Event.objects.filter(subject_id=extract.pk).order_by("pk").values_list("code", flat=True)) == [
        events.EXTRACT_ASKED,
        events.EXTRACT_APPROVED,
        events.EXTRACT_TAKEN,
    ]
    [included] = Event.objects.filter(code=events.INCLUDED)
    assert included.subject_id == registration.pk and included.data == {"extract": str(extract.pk)}


def test_who_takes_nothing_who_did_not_ask() -> None:
    extract = make_approved()
    with pytest.raises(PermissionDenied):
        act(take_extract, extract, extract.approved_by)
    with pytest.raises(Refused, match="not approved"):
        waiting = make_extract()
        act(take_extract, waiting, waiting.requested_by)


def test_a_caseworker_takes_her_own_files_and_a_steward_no_names() -> None:
    mine, other = make_registration(), make_registration()
    caseworker, steward = StaffFactory(caseworker=True), StaffFactory(data_steward=True)
    make_owned(mine, by=caseworker)
    own = make_extract(caseworker)
    assert references(own) == {mine.reference} and own.owner == caseworker
    assert references(make_extract(steward, parts=["file", "last_news"])) == {mine.reference, other.reference}
    for part in ("names", "known_by", "applicant", "reach"):
        with pytest.raises(Refused, match="These columns"):
            make_extract(steward, parts=[part])
    for role in (Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR):
        with pytest.raises(PermissionDenied):
            make_extract(StaffFactory(role=role))


def test_a_file_of_another_team_is_in_no_copy_of_hers_r_13() -> None:
    own, other = make_last_known(QAMISHLI), make_last_known(NINAWA)
    supervisor = StaffFactory(role=Role.SUPERVISOR)
    make_team_of(supervisor, regions=(HASAKAH,))
    make_team_of(StaffFactory(role=Role.SUPERVISOR), regions=(NINAWA,))
    found = references(make_extract(supervisor))
    assert own.reference in found and other.reference not in found


def test_what_was_handed_over_since_is_not_in_it() -> None:
    registration, caseworker = make_registration(), StaffFactory(caseworker=True)
    make_owned(registration, by=caseworker)
    extract = make_approved(caseworker)
    registration.assignments.live().update(ended_at=timezone.now(), ended_by=caseworker)
    with pytest.raises(Refused, match="No registration"):
        act(take_extract, extract, caseworker)
    assert Extract.objects.get().taken_at is None


def test_who_does_not_agree_is_left_out_and_counted_not_named() -> None:
    yes, no, paused = make_registration(), make_registration(refusing=True), make_registration()
    change_state(registration=paused, state=RegistrationState.PAUSED, actor=SYSTEM)
    extract, content = make_taken()
    assert extract.left_out == {LeftOut.AT_REST: 1, LeftOut.NOT_AGREED: 1}
    assert yes.reference in content.decode() and no.reference not in content.decode()


def test_what_a_family_took_back_since_the_approval_is_not_in_it() -> None:
    kept, withdrawn = make_registration(), make_registration()
    extract = make_approved()
    withdraw_consent(registration=withdrawn, purpose="contact", actor=Actor.holder(withdrawn.holder_id))
    assert references(extract) == {kept.reference}
    taken, _content = act(take_extract, extract, extract.requested_by)
    assert taken.count == 1 and taken.left_out == {LeftOut.NOT_AGREED: 1}


def test_what_a_family_takes_back_while_the_copy_is_made_is_not_in_it(monkeypatch) -> None:
    kept, withdrawn = make_registration(), make_registration()
    extract, made = make_approved(), extracts.make_copy

    def and_meanwhile(extract: Extract):
        copy = made(extract)
        withdraw_consent(registration=withdrawn, purpose="contact", actor=Actor.holder(withdrawn.holder_id))
        return copy

    monkeypatch.setattr(extracts, "make_copy", and_meanwhile)
    content = act(take_extract, extract, extract.requested_by)[1].decode()
    assert kept.reference in content and withdrawn.reference not in content
    assert ExtractRow.objects.get().registration == kept


def test_for_somebody_outside_each_class_is_agreed_to_and_the_family_sees_it() -> None:
    given, half = make_registration(), make_registration()
    chosen = for_a_court(given)
    for_half = for_a_court(half, classes=("person",))
    chosen_half = {**for_half, "recipient": chosen["recipient"]}
    assert references(make_extract(**chosen_half)) == {given.reference}
    extract, _content = make_taken(**chosen)
    [row] = sent(given)
    assert row.recipient == chosen["recipient"] and len(row.what) == 2 and sent(half) == []
    transmission = Transmission.objects.get()
    assert transmission.sha256 == extract.sha256 and transmission.answered_by == extract.approved_by


def test_what_was_given_is_recalled_when_she_takes_it_back_r_101() -> None:
    registration = make_registration()
    chosen = for_a_court(registration)
    make_taken(**chosen)
    withdraw_consent(
        registration=registration,
        purpose="court",
        recipient=chosen["recipient"],
        actor=Actor.holder(registration.holder_id),
    )
    assert Transmission.objects.to_recall().count() == 1


def test_nothing_of_ours_goes_outside() -> None:
    chosen = for_a_court(make_registration())
    with pytest.raises(Refused, match="These columns"):
        make_extract(**{**chosen, "parts": ["names", "file"]})
    with pytest.raises(Refused, match="by state"):
        make_extract(**chosen, state=RegistrationState.PLEASE_CONTACT)
    with pytest.raises(Refused, match="Nothing is given"):
        make_extract(**{**chosen, "purpose": "lawyer"})
    with pytest.raises(Refused, match="These columns"):
        make_extract(purpose="compare", parts=["reach"])
    for wrong in ({"purpose": "court"}, {"file_kind": "pdf"}, {"parts": []}, {"parts": ["sealed"]}, {"words": ""}):
        with pytest.raises(ValueError):
            make_extract(**wrong)


def test_a_recipient_with_a_death_penalty_is_weighed_first_r_106() -> None:
    registration = make_registration()
    chosen = for_a_court(registration)
    type(chosen["recipient"]).objects.update(imposes_death_penalty=True)
    extract = make_extract(**chosen)
    second = StaffFactory(supervisor=True)
    extract.refresh_from_db()
    with pytest.raises(Refused, match="weighed"):
        act(approve_extract, extract, second)
    assert act(approve_extract, extract, second, has_weighed=True).expires_at


def test_many_families_at_once_need_a_third_person_r_21(monkeypatch) -> None:
    monkeypatch.setattr(extracts, "MANY", 1)
    chosen = for_a_court(make_registration(), make_registration())
    extract = make_extract(**chosen)
    second, third = StaffFactory(supervisor=True), StaffFactory(supervisor=True)
    assert act(approve_extract, extract, second).stands() == ExtractState.WAITING_FOR_THIRD
    with pytest.raises(Refused, match="One more person"):
        act(approve_extract, extract, second)
    with pytest.raises(Refused, match="not approved"):
        act(take_extract, extract, extract.requested_by)
    assert act(approve_extract, extract, third).stands() == ExtractState.APPROVED
    assert act(take_extract, extract, extract.requested_by)[0].count == 2


def test_many_small_copies_are_one_large_one_r_21(monkeypatch) -> None:
    monkeypatch.setattr(extracts, "MANY", 1)
    chosen = for_a_court(make_registration())
    other_court = for_a_court(make_registration())
    assert not make_taken(**chosen)[0].needs_two
    assert make_extract(**chosen).needs_two and not make_extract(**other_court).needs_two
    with freeze_time(timezone.now() + timedelta(days=31)):
        assert not make_extract(**chosen).needs_two


def test_more_than_were_approved_are_not_taken(monkeypatch) -> None:
    first, second = make_registration(), make_registration()
    chosen = for_a_court(first)
    extract = make_approved(**chosen)
    monkeypatch.setattr(extracts, "MANY", 0)
    with pytest.raises(Refused, match="many registrations by now"):
        act(take_extract, extract, extract.requested_by)
    monkeypatch.setattr(extracts, "MOST", 1)
    with pytest.raises(Refused, match="At most 1"):
        make_extract()
    assert second.pk and Extract.objects.count() == 1


@pytest.mark.parametrize("lost", ["requested_by", "approved_by"])
def test_who_lost_the_role_since_takes_nothing_out(lost: str) -> None:
    extract = make_approved()
    revoke_role(user=getattr(extract, lost), role=Role.SUPERVISOR, actor=SYSTEM)
    with pytest.raises(Refused, match="no longer"):
        act(take_extract, extract, extract.requested_by)


def test_a_refusal_has_a_reason_and_stays() -> None:
    extract, second = make_extract(), StaffFactory(supervisor=True)
    act(refuse_extract, extract, second, reason="Two of them are enough.")
    extract.refresh_from_db()
    assert extract.stands() == ExtractState.REFUSED and extract.refusal == "Two of them are enough."
    with pytest.raises(Refused, match="already been answered"):
        act(approve_extract, extract, StaffFactory(supervisor=True))


def test_nobody_answers_in_two_weeks_and_it_must_be_asked_again() -> None:
    extract = make_extract()
    with freeze_time(extract.requested_at + timedelta(days=14)), pytest.raises(Refused, match="too old"):
        act(approve_extract, extract, StaffFactory(supervisor=True))


@pytest.mark.parametrize("service", [approve_extract, refuse_extract])
def test_nobody_answers_their_own_request_r_22(service) -> None:
    extract = make_extract()
    said = {"reason": "r"} if service is refuse_extract else {}
    with pytest.raises(Refused, match="yourself"):
        act(service, extract, extract.requested_by, **said)
    with pytest.raises(PermissionDenied):
        act(service, extract, StaffFactory(role=Role.ADMINISTRATOR), **said)


def test_the_sample_shows_nothing_that_anybody_said() -> None:
    registration = make_registration()
    extract, second = make_extract(parts=[*Part.values]), StaffFactory(supervisor=True)
    [row] = act(sample_for, extract, second)
    shown = " ".join(row)
    words = registration.persons.get().names.get(is_primary=True).full_as_written.split()
    assert registration.reference not in shown and not any(word in shown.split() for word in words)
    assert f"{words[0][0]}•••" in shown and registration.get_kind_display() in row
    assert Event.objects.filter(code=events.EXTRACT_SAMPLED, actor_id=second.pk).exists()


def test_the_same_request_sent_twice_is_one() -> None:
    make_registration()
    user, key = StaffFactory(supervisor=True), uuid4()
    said = {"purpose": "contact", "recipient": None, "parts": ["names"], "file_kind": "csv", "words": "w"}
    for _twice in range(2):
        extracts.ask_extract(key=key, user=user, actor=Actor.staff(user.pk), **said)
    assert Extract.objects.count() == 1


def test_what_is_chosen() -> None:
    here, there = make_registration(), make_registration()
    colleague = StaffFactory(caseworker=True)
    make_owned(here, by=colleague)
    region = Place.objects.governorates_of("IQ").first()
    LastKnown.objects.filter(person__registration=here).update(place=region)
    LastKnown.objects.filter(person__registration=there).update(place=None)
    today = dates.today()
    assert references(make_extract(owner=colleague)) == {here.reference}
    assert references(make_extract(region=region)) == references(make_extract(region=region.parent)) == {here.reference}
    assert references(make_extract(since=today, until=today)) == {here.reference, there.reference}
    change_state(registration=there, state=RegistrationState.REGISTERED, actor=SYSTEM)
    assert references(make_extract(state=RegistrationState.REGISTERED)) == {there.reference}
    for nobody in ({"until": today - timedelta(days=1)}, {"since": today + timedelta(days=1)}):
        with pytest.raises(Refused, match="No registration"):
            make_extract(**nobody)


def test_a_found_copy_leads_back_to_its_reader(tmp_path, capsys) -> None:
    for _family in range(5):
        make_registration()
    user = StaffFactory(supervisor=True)
    (first, content), (_second, other) = make_taken(user), make_taken(user)
    table = rows_of(content)[2:-1]
    assert not {row[0] for row in table} & {row[0] for row in rows_of(other)} - {""}
    assert table == sorted(table)
    one_row = tmp_path / "found.txt"
    one_row.write_text(f"somewhere: {table[3][0].lower()}")
    call_command("trace_export", one_row)
    assert f"{first.number}: 1 of 5 rows bear its marks. Taken" in capsys.readouterr().out
    [by_order] = [
        one for one in trace("\n".join(row[1] for row in table).encode(), actor=SYSTEM) if one.extract == first
    ]
    assert not by_order.by_marks and by_order.rows == 5
    call_command("trace_export", one_row, "--references")
    assert table[0][1] in capsys.readouterr().out
    one_row.write_text("nothing of ours: BCDFGHJK")
    with pytest.raises(CommandError, match="Nothing in this file"):
        call_command("trace_export", one_row)
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("trace_export", tmp_path / "none")


def test_a_workbook_leads_back_too() -> None:
    extract, content = make_taken(file_kind="xlsx")
    [found] = trace(content, actor=SYSTEM)
    assert found.extract == extract and found.by_marks and found.rows == 1


def test_a_recipient_that_ended_is_given_nothing() -> None:
    chosen = for_a_court(make_registration())
    extract = make_approved(**chosen)
    type(chosen["recipient"]).objects.update(is_active=False)
    with pytest.raises(Refused, match="Nothing is given"):
        act(take_extract, extract, extract.requested_by)
    assert make_recipient("court").pk and not Transmission.objects.exists()
