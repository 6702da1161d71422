"""What stands elsewhere and is hers: reports she sent, and what was given to others (R-34, R-38, R-101)."""

import json
import uuid
from pathlib import Path

import pytest
from django.test import Client

from portal.audit.actors import Actor
from portal.family.exporting import everything_json
from portal.referrals.models import ErasedGiving, Transmission
from portal.registry.enums import RegistrationState
from portal.registry.services.erasure import erase
from portal.registry.services.registrations import change_state
from portal.support.models import Report, ReportKind
from tests.factories.recipients import make_given
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.support import ReportFactory
from tests.factories.visits import enter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ledger(settings, tmp_path) -> None:
    settings.ERASURE_LEDGER = str(Path(tmp_path) / "erasures.jsonl")


def test_r34_r38_what_she_sent_while_her_page_was_open_is_hers():
    client, registration = enter()
    words = {"words": "help with papers", "reach": "", "reference": "", "token": str(uuid.uuid4())}
    client.post("/en/tell-us/help/", words)
    client.post("/en/register/call/", {"phone": "+963 900 000 044", "hours": "evenings", "token": str(uuid.uuid4())})
    Client().post("/en/tell-us/help/", words | {"words": "somebody else", "token": str(uuid.uuid4())})
    told = json.loads(everything_json(registration, registration.holder))["support.report"]
    assert [row["words"] for row in told] == ["help with papers", "evenings"]
    erase(registration=registration, actor=Actor.holder(registration.holder.pk))
    assert Report.objects.get().words == "somebody else"


def test_r34_what_asks_for_help_in_her_number_goes_and_other_peoples_words_lose_it():
    registration = make_registration()
    ReportFactory(kind=ReportKind.LOST_CODE, reference=registration.reference)
    ReportFactory(kind=ReportKind.WRONG_RECORD, words="it is me", reference=registration.reference)
    erase(registration=registration, actor=Actor.holder(registration.holder.pk))
    left = Report.objects.get()
    assert (left.words, left.reference) == ("it is me", "")


def test_r101_whoever_was_given_something_is_told_also_after_she_erased():
    client, registration = enter()
    given = make_given(registration)
    warned = client.get(f"/en/me/{registration.reference}/erase/").text
    assert given.recipient.name_en in warned and "We tell each of them to delete it." in warned
    erase(registration=registration, actor=Actor.holder(registration.holder.pk))
    left = ErasedGiving.objects.get()
    assert (left.recipient, left.reference) == (given.recipient, registration.reference)
    office = sign_in(Client(), StaffFactory(caseworker=True))
    assert registration.reference in office.get("/office/given/").text
    for _twice in range(2):
        office.post(f"/office/given/{left.pk}/erased/")
    assert not ErasedGiving.objects.exists() and registration.reference not in office.get("/office/given/").text


def test_r101_to_withdraw_the_registration_calls_back_what_was_given():
    given = make_given()
    actor = Actor.holder(given.registration.holder.pk)
    change_state(registration=given.registration, state=RegistrationState.CLOSED, actor=actor)
    assert list(Transmission.objects.to_recall()) == [given]
