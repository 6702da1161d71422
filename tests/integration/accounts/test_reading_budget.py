"""R-23: over fifty records an hour or two hundred a day a proof is asked for and others are told; twice stops all."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from portal.accounts import budgets
from portal.accounts.budgets import ProofNeeded, ReadingFrozen, check_names, check_records
from portal.accounts.enums import AlertAnswer, AlertKind
from portal.accounts.models import Alert, User
from portal.accounts.services.alerts import AnsweredAlready, answer_alert, seen_by
from portal.audit.actors import Actor
from portal.audit.events import Reads
from portal.audit.models import Event
from portal.audit.services import ReadingPastTheDoor, record
from portal.registry import events
from portal.registry.access import access_registration
from tests.factories.openings import AnsweringClient, say_why
from tests.factories.readings import has_read, has_searched, make_frozen
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, app_code, secret_of, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def worker():
    return StaffFactory(caseworker=True)


def _open(registration, user):
    say_why(user, registration)
    return access_registration(registration.pk, user=User.objects.get(pk=user.pk), purpose="casework")


def test_fifty_pass_and_the_next_one_is_not_read_without_a_proof(worker):
    """R-23, R-25: what was refused is no reading; a record that was read already opens again."""
    first, other = make_registration(), make_registration()
    _open(first, worker)
    has_read(worker, 49)
    _open(first, worker)
    with pytest.raises(ProofNeeded):
        _open(other, worker)
    assert not Event.objects.filter(code=events.VIEWED, subject_id=other.pk).exists()
    assert Event.objects.filter(code=events.VIEWED, subject_id=first.pk).count() == 2
    assert Alert.objects.get().kind == AlertKind.MANY
    with pytest.raises(ProofNeeded):
        _open(other, worker)
    assert Alert.objects.count() == 1


@pytest.mark.parametrize(("count", "ago", "is_asked"), [(50, 61, False), (199, 120, False), (200, 120, True)])
def test_a_day_counts_beside_an_hour(worker, count, ago, is_asked):
    has_read(worker, count, ago=timedelta(minutes=ago))
    file = make_registration()
    if is_asked:
        with pytest.raises(ProofNeeded):
            _open(file, worker)
    else:
        assert _open(file, worker) == file


def test_beyond_twice_nothing_is_read_until_another_person_lifts_it(worker):
    """R-23: also what was read before does not open; nobody lifts it alone, twice, or without the role."""
    has_read(worker, 100)
    file, supervisor = make_registration(), StaffFactory(supervisor=True)
    with pytest.raises(ReadingFrozen):
        _open(file, worker)
    with pytest.raises(ReadingFrozen):
        _open(file, worker)
    alert = Alert.objects.get()
    for wrong in (worker, StaffFactory(auditor=True), StaffFactory(reviewer=True)):
        with pytest.raises(PermissionDenied):
            answer_alert(alert=alert, answer=AlertAnswer.WORK, by=wrong)
    assert Event.objects.filter(code="accounts.alert.refused").count() == 3
    answer_alert(alert=alert, answer=AlertAnswer.WORK, by=supervisor)
    with pytest.raises(AnsweredAlready):
        answer_alert(alert=alert, answer=AlertAnswer.ERROR, by=StaffFactory(administrator=True))
    assert _open(file, worker) == file


def test_a_supervisor_who_is_stopped_is_let_read_again_by_somebody_else():
    supervisor = StaffFactory(supervisor=True)
    alert = make_frozen(supervisor)
    assert not seen_by(supervisor).exists() and seen_by(StaffFactory(auditor=True)).get() == alert
    with pytest.raises(PermissionDenied):
        answer_alert(alert=alert, answer=AlertAnswer.WORK, by=supervisor)
    answer_alert(alert=alert, answer=AlertAnswer.WORK, by=StaffFactory(administrator=True))
    assert User.objects.get(pk=supervisor.pk).reading_frozen_at is None


def test_names_that_searches_show_have_a_budget_of_their_own(worker):
    has_searched(worker, 1000)
    check_names(worker)
    has_searched(worker, 1)
    with pytest.raises(ProofNeeded):
        check_names(worker)
    has_searched(worker, 1000)
    with pytest.raises(ReadingFrozen):
        check_names(worker)


def test_a_role_may_have_a_budget_of_its_own(worker, settings):
    settings.READING_BUDGETS = {"record": {"": (50, 200), "caseworker": (1, 5)}, "names": {"": (1, 1)}}
    assert budgets.budget_of(worker, Reads.RECORD) == budgets.Budget(1, 5)
    assert budgets.budget_of(StaffFactory(reviewer=True), Reads.RECORD) == budgets.Budget(50, 200)


def test_no_reading_by_staff_passes_by_the_budget(worker):
    with pytest.raises(ReadingPastTheDoor):
        record(events.VIEWED, actor=Actor.staff(worker.pk), subject=make_registration())


def test_the_count_is_one_query_that_an_index_answers(worker, django_assert_num_queries):
    """However long the log has become: only what this person did within a day is looked at."""
    worker.role_grants.first()
    with django_assert_num_queries(2):  # her roles, which a request asks once, and the count
        check_records(worker, [worker.pk])
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert "audit_event_actor_i" in budgets._read(worker, Reads.RECORD).explain()


def _post(client, address: str, fields: dict):
    """As the page that asks sends it, which holds no files."""
    return client.post(address, urlencode(fields), content_type="application/x-www-form-urlencoded")


class TestOnThePages:
    """A real session, whose proof is ten minutes old."""

    @pytest.fixture
    def client(self, worker):
        client = sign_in(AnsweringClient(), worker)
        session = client.session
        for entry in session["account_authentication_methods"]:
            entry["at"] -= 600
        session.save()
        # The code of this half minute was used to sign in.
        cache.clear()
        return client

    def test_she_is_asked_kindly_and_goes_on_where_she_was(self, client, worker):
        """R-23: the page asked for opens after the code; a wrong code opens nothing."""
        has_read(worker, 50)
        address = f"/office/files/{make_registration().pk}/"
        asked = client.get(address)
        assert asked.status_code == 403
        assert "You have opened many records within an hour. Please prove that it is you." in asked.text
        wrong = _post(client, address, {"proof-code": "000000", "proof-page": "1"})
        assert "This code is not right" in wrong.text and client.get(address).status_code == 403
        proved = _post(client, address, {"proof-code": app_code(secret_of(worker)), "proof-page": "1"})
        assert proved.status_code == 302 and proved["Location"] == address
        assert client.get(address).status_code == 200

    def test_nothing_typed_is_lost(self, client, worker):
        """What was posted is on the page that asks, and with the code it goes where it was going."""
        has_read(worker, 50)
        address = f"/office/files/{make_registration().pk}/messages/"
        typed = {"words": "Dear family,\nwe have read it.\n"}
        asked = client.post(address, typed)
        assert "Dear family,\nwe have read it." in asked.text and asked.status_code == 403
        done = _post(client, address, {**typed, "proof-code": app_code(secret_of(worker))})
        assert done.status_code == 302 and done["Location"] == address

    def test_a_message_with_a_file_is_not_sent_without_it(self, client, worker):
        """The words are on the page to be copied, also after a wrong code; the code leads back to the empty form."""
        has_read(worker, 50)
        address = f"/office/files/{make_registration().pk}/messages/"
        file = SimpleUploadedFile("photo.png", b"not looked at", content_type="image/png")
        asked = client.post(address, {"words": "Dear family", "file": file})
        assert "The file has to be chosen again." in asked.text and "Dear family" in asked.text
        again = _post(client, address, {"proof-page": "1", "proof-words": "Dear family", "proof-code": "000000"})
        assert "Dear family" in again.text and again.status_code == 403

    def test_who_is_stopped_reads_so_and_keeps_what_was_typed(self, client, worker):
        make_frozen(worker)
        page = client.post("/office/search/", {"q": "Azad", "purpose": "family_asks"})
        assert page.status_code == 403 and "It says nothing against you." in page.text and 'value="Azad"' in page.text

    def test_a_supervisor_answers_on_a_page_and_the_stopped_person_reads_again(self, client, worker):
        alert = make_frozen(worker)
        supervisor = sign_in(AnsweringClient(), StaffFactory(supervisor=True))
        assert worker.first_name in supervisor.get("/office/alerts/").text
        assert "Alerts that somebody has to look into" in supervisor.get("/office/").text
        missing = supervisor.post(f"/office/alerts/{alert.pk}/", {}, follow=True)
        assert "Please say what came of it." in missing.text
        supervisor.post(f"/office/alerts/{alert.pk}/", {"answer": AlertAnswer.WORK})
        assert client.get(f"/office/files/{make_registration().pk}/").status_code == 200
        assert worker.first_name in supervisor.get("/office/alerts/?show=answered").text
