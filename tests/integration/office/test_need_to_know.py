"""R-12, R-13: which files are open to whom, in every list, by every side path; teams and who keeps them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from freezegun import freeze_time

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.services.recovery import request_by_facts
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core.refusing import Refused
from portal.notifications.services.inbox import add_entry
from portal.registry import events
from portal.registry.enums import Trust, TrustReason
from portal.registry.models import CaseAssignment, Registration, Team
from portal.registry.need import may_open
from portal.registry.services.assigning import hand_over_all
from portal.registry.services.teams import add_to_team, end_team, take_from_team
from tests.factories.casework import make_owned, make_task
from tests.factories.findings import make_finding
from tests.factories.recipients import make_transmission
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.support import ReportFactory
from tests.factories.teams import HASAKAH, NINAWA, QAMISHLI, make_last_known, make_team_of
from tests.factories.telling import confirmed, decided, planned
from tests.factories.trained import make_trained

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker() -> User:
    return StaffFactory(caseworker=True)


@pytest.fixture
def leader() -> User:
    return StaffFactory(supervisor=True)


@pytest.fixture
def others() -> tuple[User, User]:
    """A caseworker and a supervisor of the team of Nineveh."""
    two = StaffFactory(caseworker=True), StaffFactory(supervisor=True)
    make_team_of(*two, regions=(NINAWA,))
    return two


def test_without_a_team_and_with_an_empty_one_everything_is_open(worker, leader):
    file = make_last_known(QAMISHLI)
    assert may_open(worker, file) and may_open(leader, file)
    make_team_of(regions=(HASAKAH,))
    assert may_open(worker, file)


def test_a_file_belongs_to_a_team_by_what_lies_in_its_region_or_by_the_language(worker, leader, others):
    make_team_of(worker, leader, regions=(HASAKAH,), language="ku")
    own, kurdish, other = make_last_known(QAMISHLI), make_registration(language="ku"), make_last_known(NINAWA)
    for user in (worker, leader):
        assert [may_open(user, file) for file in (own, kurdish, other)] == [True, True, False]
    for user in others:
        assert [may_open(user, file) for file in (own, kurdish, other)] == [False, False, True]
    reviewer = StaffFactory(reviewer=True)
    assert not may_open(reviewer, own)


def test_who_has_a_file_or_a_task_on_it_opens_it_wherever_it_is(worker, others):
    owned, asked = make_last_known(NINAWA), make_last_known(NINAWA)
    make_owned(owned, by=worker)
    task = make_task(asked, by=worker)
    assert may_open(worker, owned) and may_open(worker, asked)
    type(task).objects.filter(pk=task.pk).update(done_at=timezone.now(), done_by=worker)
    assert not may_open(worker, asked)


def test_nothing_is_orphaned(worker, leader, others):
    """What no team has is open to all until somebody has it, and to every supervisor also then."""
    nobodys, taken = make_registration(), make_owned().registration
    assert may_open(worker, nobodys) and may_open(leader, nobodys)
    assert not may_open(worker, taken) and may_open(leader, taken)
    unled = StaffFactory(caseworker=True)
    make_team_of(unled, regions=(HASAKAH,))
    of_unled = make_last_known(QAMISHLI)
    assert may_open(leader, of_unled) and may_open(others[1], of_unled) and not may_open(worker, of_unled)


def test_a_membership_ends_with_its_time_and_a_team_with_its_end(worker, others):
    """R-16."""
    keeper = StaffFactory(administrator=True)
    file, team = make_last_known(NINAWA), Team.objects.get()
    add_to_team(team=team, user=worker, months=3, by=keeper)
    assert may_open(worker, file)
    with freeze_time(timezone.now() + timedelta(days=91)):
        assert not may_open(worker, file)
    assert take_from_team(team=team, user=worker, by=keeper)
    assert not may_open(worker, file)
    assert end_team(team=team, by=keeper) and may_open(worker, file)


def test_no_list_count_or_search_names_a_file_of_another_team(client, others):
    user = make_trained(supervisor=True)
    make_team_of(user, StaffFactory(caseworker=True), regions=(HASAKAH,))
    own, other = (
        make_last_known(place, by_mail=True, trained={"answer": "yes"}, name={"full": "Azad Mihemed Silêman"})
        for place in (QAMISHLI, NINAWA)
    )
    for file in (own, other):
        make_task(file)
        make_finding(file, "remains_located")
        make_transmission(file)
        add_entry(holder=file.holder, kind="proceeding.update", subject="a key", actor=SYSTEM)
        caseworker = Actor.staff(StaffFactory(caseworker=True).pk)
        request_by_facts(holder=file.holder, facts=["a", "b", "c"], actor=caseworker)
    sign_in(client, user)
    pages = [
        "/office/", "/office/files/?show=all", "/office/tasks/?show=all", "/office/findings/", "/office/given/",
        "/office/undelivered/", "/office/recovery/", "/office/sealed/",
    ]  # fmt: skip
    found = {path: client.get(path).content.decode() for path in pages}
    found["search"] = client.post("/office/search/", {"q": "Azad Mihemed", "purpose": "comparing"}).content.decode()
    assert {path for path, page in found.items() if other.reference in page} == set()
    shown = {path for path, page in found.items() if own.reference in page}
    assert shown >= {
        "/office/files/?show=all",
        "/office/tasks/?show=all",
        "/office/recovery/",
        "/office/sealed/",
        "search",
    }
    counted = {str(item["label"]): item["count"] for item in client.get("/office/").context["waiting"]}
    assert counted["Findings that wait for a second person"] == 1
    assert counted["New codes that wait for a second person"] == 1


def test_several_at_once_and_all_of_somebody_leave_files_of_other_teams_as_they_are(client, worker, leader, others):
    make_team_of(worker, leader, regions=(HASAKAH,))
    files = [make_last_known(place) for place in (QAMISHLI, NINAWA)]
    Registration.objects.update(trust=Trust.CHECK_FIRST, trust_reason=TrustReason.choices[0][0])
    sign_in(client, worker)
    client.post("/office/files/several/check/", {"key": [str(file.pk) for file in files]})
    assert [Registration.objects.get(pk=file.pk).trust for file in files] == [Trust.SPAM, Trust.CHECK_FIRST]
    assert Event.objects.filter(code=events.FILE_REFUSED, actor_id=worker.pk, subject_id=files[1].pk).count() == 1
    leaving = StaffFactory(caseworker=True)
    for file in files:
        make_owned(file, by=leaving)
    assert hand_over_all(of=leaving, to=worker, note="", user=leader) == 1
    assert CaseAssignment.objects.live().get(owner=leaving).registration == files[1]
    assert Event.objects.filter(code=events.FILE_REFUSED, actor_id=leader.pk, subject_id=files[1].pk).count() == 1


def test_a_relation_a_report_and_a_lost_code_lead_to_no_file_of_another_team(client, worker, others):
    make_team_of(worker, regions=(HASAKAH,))
    own, other = make_last_known(QAMISHLI), make_last_known(NINAWA)
    sign_in(client, worker)
    linked = client.post(f"/office/files/{own.pk}/link/", {"reference": other.reference, "kind": "same_family"})
    assert "No file with this reference is open to you." in linked.content.decode()
    report = ReportFactory(kind="wrong_record", reference=other.reference)
    assert not client.get(f"/office/reports/{report.pk}/").context["is_known"]
    client.post(f"/office/reports/{report.pk}/hold/", {"deed": "hold"})
    assert Registration.objects.get(pk=other.pk).held_at is None
    answer = client.post("/office/recovery/new/", {"reference": other.reference, "spoken": "x"}).content.decode()
    assert "the file belongs to another team" in answer
    assert Event.objects.filter(code=events.FILE_REFUSED, subject_id=other.pk).exists()


def test_a_talk_is_planned_with_somebody_to_whom_the_file_is_open(worker, others):
    make_team_of(worker, regions=(HASAKAH,))
    file = make_last_known(NINAWA)
    disclosure = decided(confirmed(registration=file))
    with pytest.raises(Refused):
        planned(disclosure, teller=worker)


def test_nobody_changes_what_is_open_to_herself(client, leader):
    make_team_of(leader, regions=(HASAKAH,))
    team, other = Team.objects.get(), make_team_of(regions=(NINAWA,))
    sign_in(client, leader)
    client.post(f"/office/teams/{other.pk}/members/", {"person": leader.pk, "months": "3"})
    client.post(f"/office/teams/{team.pk}/change/", {"language": "ar"})
    client.post(f"/office/teams/{team.pk}/end/")
    team.refresh_from_db()
    assert (team.language, team.ended_at, other.memberships.count()) == ("", None, 0)
    assert Event.objects.filter(code=events.TEAM_REFUSED, actor_id=leader.pk).count() == 3
    with pytest.raises(PermissionDenied):
        add_to_team(team=other, user=leader, months=3, by=StaffFactory(caseworker=True))


def test_a_team_is_made_filled_and_said_plainly(client, worker):
    sign_in(client, StaffFactory(role=Role.ADMINISTRATOR))
    assert "every file is open" in client.get("/office/teams/").content.decode()
    empty = client.post("/office/teams/new/", {"name": "Cizîrê"})
    assert empty.status_code == 422 and "Please choose a region or a language." in empty.content.decode()
    made = client.post("/office/teams/new/", {"name": "Cizîrê", "language": "ku"})
    assert client.post("/office/teams/new/", {"name": "Cizîrê", "language": "ku"}).status_code == 422
    assert client.post(made["Location"] + "members/", {"person": "x", "months": "4"}).status_code == 422
    client.post(made["Location"] + "members/", {"person": worker.pk, "months": "3"})
    page = client.get("/office/teams/").content.decode()
    assert "Cizîrê" in page and worker.first_name in page and "every file is open" not in page
    assert may_open(worker, make_registration(language="ku"))
    client.post(made["Location"] + "members/", {"end": str(worker.pk)})
    assert "Who belonged to it" in client.get(made["Location"]).content.decode()
