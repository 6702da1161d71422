"""Her page: what it says, what she can do on it, and that it tells nothing before people decide (R-20)."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.confidential.keyring import create_data_key
from portal.detainees.models import Batch, DetaineeRecord, Source
from portal.family.page import _stages
from portal.following.models import Follow
from portal.matching.models import CandidatePair, LinkRun
from portal.notifications.models import InboxEntry, SafeChannel
from portal.proceedings.models import Court, Proceeding
from portal.registry.access import access_registration
from portal.registry.consent import allowing
from portal.registry.enums import Answer, Purpose, ReadPurpose, RegistrationState
from portal.registry.models import ConsentLine, Registration
from portal.registry.services.closing import reopen_file
from portal.registry.services.consents import answer_consent
from portal.registry.services.registrations import change_state
from tests.factories.accounts import UserFactory, make_holder
from tests.factories.casework import make_closed
from tests.factories.openings import say_why
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
TALK = "We would like to speak with you. Choose when and how."


def enter(language: str = "en", **answers) -> tuple[Client, Registration]:
    """Return a browser in which her page is open, and her registration."""
    holder, code = make_holder(language)
    registration = make_registration(holder, language, **answers)
    client = Client()
    assert client.post(f"/{language}/return/", {"code": code}).url == f"/{language}/me/"
    return client, registration


def detainee() -> DetaineeRecord:
    """Return any record of any list."""
    key_id = create_data_key(purpose="test")
    source, _created = Source.objects.get_or_create(name="List")
    batch = Batch.objects.create(
        key_id=key_id,
        source=source,
        label="a",
        received_on=date(2026, 1, 1),
        reliability="F",
        sharing_terms="case_team",
        file_fingerprint=b"1",
    )
    return DetaineeRecord.objects.create(
        key_id=key_id, source=source, external_id="d-1", last_batch=batch, content_fingerprint=b"1"
    )


def pair_for(registration: Registration, state: str = "candidate") -> CandidatePair:
    """Return a candidate pair of the registration."""
    return CandidatePair.objects.create(
        key_id=create_data_key(purpose="pair"),
        registration=registration,
        detainee=detainee(),
        state=state,
        weight=12.0,
        probability=0.99,
        reasons=[],
        model_version="1",
    )


def normal(text: str, registration: Registration) -> str:
    """Take out what is a registration's own: the reference and the protection token."""
    text = text.replace(registration.reference, "REFERENCE")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "TOKEN", text)


@pytest.mark.parametrize("state", ["candidate", "under_review", "verified", "rejected", "not_disclosed_on_decision"])
def test_her_page_is_that_of_a_twin_without_candidates(state):
    her, registration = enter()
    twin, other = enter()
    pair_for(registration, state)
    reviewer = UserFactory(roles=[Role.REVIEWER])
    for purpose in (ReadPurpose.REVIEW, ReadPurpose.SEARCH, "anything else"):
        access_registration(registration.pk, user=reviewer, purpose=purpose)
    old = timezone.now() - timedelta(days=70)
    Event.objects.bulk_create(
        [
            Event(
                code="registry.registration.viewed",
                at=old,
                actor_kind="staff",
                actor_id=reviewer.pk,
                subject_kind="registry.registration",
                subject_id=registration.pk,
                purpose=ReadPurpose.REVIEW,
            )
        ]
    )
    pages = [normal(client.get("/en/me/").text, one) for client, one in ((her, registration), (twin, other))]
    assert pages[0] == pages[1]
    assert TALK not in pages[0]


@pytest.mark.parametrize("path", ["told", "messages", "papers", "download", "erase", "erase/sure", "told/where"])
def test_r20_no_other_page_of_hers_differs_from_a_twins(path):
    her, registration = enter()
    twin, other = enter()
    pair_for(registration, "verified")
    access_registration(registration.pk, user=UserFactory(roles=[Role.REVIEWER]), purpose=ReadPurpose.REVIEW)
    pages = [
        normal(client.get(f"/en/me/{one.reference}/{path}/").text, one)
        for client, one in ((her, registration), (twin, other))
    ]
    assert (pages[0] == pages[1] and "<h1" in pages[0]) or "<legend" in pages[0]


def test_the_one_sentence_stands_there_after_the_decision_and_she_can_choose():
    client, registration = enter()
    change_state(registration=registration, state=RegistrationState.PLEASE_CONTACT, actor=SYSTEM)
    page = client.get("/en/me/").text
    assert page.count(TALK) == 1 and "match" not in page.lower()
    address = f"/en/me/{registration.reference}/talk/"
    wrong = client.post(address, {"kind": "email", "value": "no address", "when": ""})
    assert set(wrong.context["talk_form"].errors) == {"value", "when"}
    chosen = {"kind": "phone", "value": "+963 900 000 044", "when": "Sunday morning"}
    assert client.post(address, chosen).status_code == 302
    channel = SafeChannel.objects.get(holder=registration.holder, ended_at__isnull=True)
    assert (channel.value, channel.note) == ("+963 900 000 044", "Sunday morning")
    assert Event.objects.filter(code="registry.talk.chosen", subject_id=registration.pk).count() == 1
    assert "You have chosen" in client.get("/en/me/").text


def test_a_talk_cannot_be_chosen_before_the_sentence():
    client, registration = enter()
    client.post(f"/en/me/{registration.reference}/talk/", {"kind": "phone", "value": "+963900000044", "when": "x"})
    assert not SafeChannel.objects.exists()


def test_the_heartbeat_is_the_last_finished_comparison_for_everybody():
    client, _registration = enter()
    assert "We compare regularly. If people confirm" in client.get("/en/me/").text
    day = datetime(2026, 3, 1, tzinfo=UTC)
    LinkRun.objects.create(started_at=day, finished_at=day)
    LinkRun.objects.create(started_at=day + timedelta(days=3))
    assert "last on 1 March 2026" in client.get("/en/me/").text


def test_who_refused_comparing_is_not_told_that_we_compare():
    client, registration = enter(refusing=True)
    page = client.get("/en/me/").text
    assert "We do not compare it, because you did not agree" in page and "We compare regularly" not in page
    answer_consent(registration=registration, purpose=Purpose.COMPARE, answer=Answer.YES, language="en", actor=SYSTEM)
    assert "We compare regularly" in client.get("/en/me/").text


def test_casework_is_told_as_a_sum_after_the_month(clock):
    client, registration = enter()
    caseworker = UserFactory(roles=[Role.CASEWORKER])
    say_why(caseworker, registration)
    for _ in range(3):
        access_registration(registration.pk, user=caseworker, purpose=ReadPurpose.CASEWORK)
    assert "3 times" not in client.get("/en/me/").text
    clock.move_to("2026-04-01T00:05:00+00:00")
    other, code = Client(), None
    from portal.accounts.services.holders import replace_return_code

    code = replace_return_code(holder=registration.holder, actor=SYSTEM)
    other.post("/en/return/", {"code": code})
    page = other.get("/en/me/").text
    assert "March 2026" in page and "3 times" in page


def test_consent_is_changed_and_withdrawn_at_once():
    client, registration = enter()
    address = f"/en/me/{registration.reference}/agree/compare/"
    assert "checked" not in client.get(address).text
    assert client.post(address, {}).context["form"].errors
    assert client.post(address, {"answer": "ask"}).context["form"].errors
    client.post(address, {"answer": "no"})
    assert not allowing("compare").exists()
    client.post(address, {"answer": "yes"})
    assert allowing("compare").count() == 1
    client.post(address, {"withdraw": "1"})
    assert not ConsentLine.objects.in_force().filter(purpose="compare").exists()
    assert "Withdrawn" in client.get("/en/me/").text
    codes = list(Event.objects.filter(subject_id=registration.pk).values_list("code", flat=True))
    assert codes.count("registry.consent.withdrawn") == 1
    assert client.get(f"/en/me/{registration.reference}/agree/anything/").status_code == 404


def test_being_counted_in_public_is_asked_on_her_page_alone_and_is_a_no_until_she_answers_r_100():
    client, registration = enter()
    assert "statistics" not in registration.consents.values_list("purpose", flat=True)
    assert "May we count your registration in public figures" in client.get("/en/me/").text
    address = f"/en/me/{registration.reference}/agree/statistics/"
    page = client.get(address).text
    assert "never a number below 10" in page and "checked" not in page
    assert not allowing("statistics").exists()
    client.post(address, {"answer": "yes"})
    assert allowing("statistics").count() == 1
    client.post(address, {"withdraw": "1"})
    assert not allowing("statistics").exists()


def test_she_pauses_resumes_and_closes():
    client, registration = enter()
    for wish, state in (("pause", "paused_at_your_wish"), ("resume", "registered"), ("close", "closed_at_your_wish")):
        address = f"/en/me/{registration.reference}/wish/{wish}/"
        assert client.get(address).status_code == 200
        client.post(address)
        registration.refresh_from_db()
        assert registration.state == state
        assert ("We compare regularly" in client.get("/en/me/").text) == (wish == "resume")
    assert client.post(f"/en/me/{registration.reference}/wish/resume/").status_code == 302
    assert client.get(f"/en/me/{registration.reference}/wish/other/").status_code == 404


def test_she_resumes_only_what_she_paused():
    client, registration = enter()
    make_closed(registration)
    resume = f"/en/me/{registration.reference}/wish/resume/"
    assert "Nothing had to be changed." in client.post(resume, follow=True).text
    registration.refresh_from_db()
    assert registration.state == RegistrationState.NOT_OURS
    # staff open it again, and can close it once more
    reopen_file(registration=registration, user=StaffFactory(caseworker=True))
    make_closed(registration)
    assert registration.closures.filter(reopened_at__isnull=True).count() == 1


def test_another_persons_registration_is_not_found():
    client, _mine = enter()
    _other, theirs = enter()
    for path in ("", "agree/contact/", "receipt/plain/", "wish/close/"):
        assert client.get(f"/en/me/{theirs.reference}/{path}").status_code == 404
    assert client.post(f"/en/me/{theirs.reference}/wish/close/").status_code == 404
    theirs.refresh_from_db()
    assert theirs.state == RegistrationState.RECEIVED


def test_following_and_stopping_take_one_click():
    client, registration = enter()
    court = Court.objects.create(name="Court", slug="court")
    proceeding = Proceeding.objects.create(
        slug="bab-al-nahr", title="Trial", court=court, kind="trial", stage="trial", last_checked_on=date(2026, 1, 1)
    )
    hidden = Proceeding.objects.create(
        slug="hidden",
        title="H",
        court=court,
        kind="trial",
        stage="trial",
        last_checked_on=date(2026, 1, 1),
        is_public=False,
    )
    assert client.post(f"/en/follow/{proceeding.slug}/").url == "/en/me/"
    assert client.post(f"/en/follow/{hidden.slug}/").status_code == 404
    assert Follow.objects.live().filter(holder=registration.holder).count() == 1
    assert "Stop following" in client.get("/en/me/").text
    client.post(f"/en/unfollow/{proceeding.slug}/")
    assert not Follow.objects.live().exists()
    assert client.get(f"/en/follow/{proceeding.slug}/").status_code == 405


def test_news_of_any_kind_is_shown_and_read():
    client, registration = enter()
    InboxEntry.objects.create(holder=registration.holder, kind="some.kind", subject="1")
    InboxEntry.objects.create(holder=registration.holder, kind="proceeding.update", subject="no-key")
    assert client.get("/en/me/").text.count("There is news") == 2
    assert not InboxEntry.objects.filter(read_at__isnull=True).exists()


def test_staff_signed_in_elsewhere_do_not_open_her_page(client):
    client.force_login(UserFactory(roles=[Role.ADMINISTRATOR]))
    assert client.get("/en/me/").url == "/en/return/"


@pytest.mark.parametrize("before", [[], [RegistrationState.BEING_READ], [RegistrationState.REGISTERED]])
def test_being_asked_to_talk_leaves_the_way_so_far_as_it_was(before):
    registration = make_registration()
    for state in before:
        change_state(registration=registration, state=state, actor=SYSTEM)
    way = _stages(registration)
    change_state(registration=registration, state=RegistrationState.PLEASE_CONTACT, actor=SYSTEM)
    assert _stages(registration) == way
