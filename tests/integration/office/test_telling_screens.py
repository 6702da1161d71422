"""The screens of telling, through the gate: each step, who sees what, and what stays silent."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from portal.accounts.enums import Role
from portal.accounts.services.holders import replace_return_code
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.core.languages import LANGUAGES
from portal.detainees.models import DetaineeRecord
from portal.matching import events
from portal.matching.enums import Asked, FamilySays, PairState
from portal.matching.models import CandidatePair, Correction, Disclosure, RecordCheck, SafetyCheck, Talk
from portal.matching.telling import Stage, telling_of
from portal.registry.enums import Purpose
from portal.registry.services.consents import withdraw_consent
from portal.registry.services.registrations import change_state
from portal.support.models import Report
from tests.factories.matching import make_detainee, make_pair, make_registration, make_staff
from tests.factories.sessions import signed_in
from tests.factories.telling import approve, asked, confirmed, decided, planned, request, tell
from tests.integration.support.test_wrong_or_false import report

pytestmark = pytest.mark.django_db

ASKED = {
    "outcome": "agrees",
    "way": "in_person",
    "asked_by": "A delegate",
    "asked_on": "2026-03-01",
    "basis": "Spoke alone",
}
TELL = {"decision": "tell", "shares": ["listed"], "words": "Your brother stands on a list.", "reason": "Both agree"}
HELD = {"is_word_checked": "on", "received": "calm", "notes": ""}


def plan(teller) -> dict:
    return {"teller": str(teller.pk), "way": "phone", "language": "ku", "support": "", "planned_on": "2026-03-02"}


def her_page(registration) -> str:
    client = Client()
    client.post("/en/return/", {"code": replace_return_code(holder=registration.holder, actor=SYSTEM)})
    page = client.get("/en/me/").content.decode()
    return re.sub(r'value="[^"]{20,}"|SR-[0-9A-Z-]{9}|nonce-[^\'"]+', "", page)


def test_the_whole_way_in_a_browser_from_asking_to_the_answer_of_the_family() -> None:
    pair, worker = make_pair(state=PairState.VERIFIED), make_staff(Role.CASEWORKER)
    reviewer, decider = signed_in(make_staff(Role.REVIEWER)), signed_in(make_staff(Role.SUPERVISOR))

    def at(name: str, key=pair.pk) -> str:
        return reverse(f"office:{name}", args=[key])

    assert reviewer.post(at("pair-telling"), TELL).status_code == 409, "nobody has asked the person found"
    assert reviewer.post(at("pair-telling-asked"), ASKED).status_code == 302
    assert reviewer.post(at("pair-telling"), TELL).status_code == 302
    assert "Your brother stands on a list." in decider.get(at("pair-telling")).content.decode()
    decider.post(at("pair-telling-answer"), {"answer": "approve"})
    assert reviewer.post(at("pair-telling-plan"), plan(worker)).status_code == 302
    talk, client = Talk.objects.get(), signed_in(worker)
    assert pair.registration.reference in client.get(reverse("office:talks")).content.decode()
    page = client.get(at("talk", talk.pk)).content.decode()
    assert "Your brother stands on a list." in page and "سلمان الحسكاوي" not in page
    assert client.post(at("talk", talk.pk), HELD).status_code == 302
    client.post(at("talk-answer", talk.pk), {"says": "confirmed", "words": "It is him"})
    assert telling_of(CandidatePair.objects.get()).stage == Stage.CONFIRMED
    assert "It is him" in reviewer.get(at("pair-telling")).content.decode()


def test_an_error_is_put_right_by_two_and_heard_in_every_language() -> None:
    talk = tell(planned())
    first, second = signed_in(make_staff(Role.SUPERVISOR)), signed_in(make_staff(Role.SUPERVISOR))
    first.post(reverse("office:talk-wrong", args=[talk.pk]), {"reason": "Another man"})
    correction = Correction.objects.get()
    address = reverse("office:correction", args=[correction.pk])
    first.post(address, {"answer": "approve"})
    assert Event.objects.filter(code=events.ACT_REFUSED).count() == 1
    waits = {str(item["label"]): item["count"] for item in second.get("/office/").context["second"]}
    assert waits["Families told wrongly: waits for a second person"] == 1
    second.post(address, {"answer": "approve"})
    worker = make_staff(Role.CASEWORKER)
    second.post(reverse("office:correction-plan", args=[correction.pk]), plan(worker))
    page = signed_in(worker).get(reverse("office:talk", args=[Talk.objects.waiting().get().pk])).content.decode()
    with override("ku"):
        words = gettext(
            "We told you something that is wrong. The error is ours, not yours. We are sorry. You may be angry "
            "with us. You may ask us everything, and what you registered stays as it was. We go on looking."
        )
    assert words in page and 'lang="ku-Latn"' in page and 'lang="ar"' in page


def test_on_her_page_only_the_one_sentence_appears_at_whatever_stage() -> None:
    """R-20: the page of a family is the one of a family that we ask for any other reason, at every stage."""
    twin, plain = make_registration(), make_registration()
    change_state(registration=twin, state="please_contact", actor=SYSTEM)
    asking, resting = her_page(twin), her_page(plain)
    assert "We would like to speak with you." in asking
    pair = make_pair(state=PairState.VERIFIED, registration=make_registration())
    for outcome in Asked:
        if outcome != Asked.DIED:
            asked(pair, outcome)
            assert her_page(pair.registration) == resting
    asked(pair)
    assert her_page(pair.registration) == resting
    talk = planned(decided(pair))
    pair.registration.refresh_from_db()
    assert her_page(pair.registration) == asking
    tell(talk)
    assert her_page(pair.registration) == asking
    signed_in(talk.teller).post(
        reverse("office:talk-answer", args=[talk.pk]), {"says": FamilySays.NOT_HIM, "words": "Another man"}
    )
    assert her_page(pair.registration) == asking and CandidatePair.objects.get().round == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"outcome": "unsafe"}, "dangers"),
        ({"way": "not_asked"}, "way"),
        ({"asked_on": "2199-01-01"}, "asked_on"),
        ({"asked_on": "2026-13-45"}, "asked_on"),
        ({"asked_on": ""}, "asked_on"),
        ({"outcome": "nonsense"}, "outcome"),
        ({"basis": ""}, "basis"),
        ({"asked_by": "x" * 300}, "asked_by"),
    ],
)
def test_a_slip_about_asking_is_said_beside_the_field_and_nothing_typed_is_lost(change, field) -> None:
    pair = make_pair(state=PairState.VERIFIED)
    answer = signed_in(make_staff(Role.REVIEWER)).post(
        reverse("office:pair-telling-asked", args=[pair.pk]), {**ASKED, **change}
    )
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert change.get("asked_by") or "A delegate" in answer.content.decode()
    assert not SafetyCheck.objects.exists()


def test_telling_says_what_and_in_which_words() -> None:
    client, pair = signed_in(make_staff(Role.REVIEWER)), confirmed()
    answer = client.post(reverse("office:pair-telling", args=[pair.pk]), {"decision": "tell", "reason": "r"})
    assert answer.status_code == 422 and set(answer.context["form"].errors) == {"shares", "words"}
    assert not Disclosure.objects.exists()


def test_a_warning_is_weighed_before_it_is_approved() -> None:
    """R-106 on the screen: the box stands there, and without it nothing is approved."""
    pair = confirmed(detainee=make_detainee(legal_status="death_sentence"))
    request(pair, make_staff(Role.REVIEWER))
    client, address = signed_in(make_staff(Role.SUPERVISOR)), reverse("office:pair-telling", args=[pair.pk])
    assert 'name="weighed"' in client.get(address).content.decode()
    client.post(reverse("office:pair-telling-answer", args=[pair.pk]), {"answer": "approve"})
    assert Disclosure.objects.get().approved_at is None
    client.post(reverse("office:pair-telling-answer", args=[pair.pk]), {"answer": "approve", "weighed": "1"})
    assert Disclosure.objects.get().approved_at is not None and Disclosure.objects.get().effective_at is None
    approve(Disclosure.objects.get(), make_staff(Role.SUPERVISOR))
    assert Disclosure.objects.get().effective_at is not None


def test_what_may_no_longer_be_told_stands_on_no_page() -> None:
    """The family takes its consent back after the talk was planned: neither the words nor the form are there."""
    talk = planned(decided(words="His name stands on a list."))
    client, address = signed_in(talk.teller), reverse("office:talk", args=[talk.pk])
    assert "His name stands on a list." in client.get(address).text
    withdraw_consent(registration=talk.disclosure.pair.registration, purpose=Purpose.CONTACT, actor=SYSTEM)
    page = client.get(address).text
    assert "His name stands on a list." not in page and 'name="received"' not in page
    assert "Nothing may be told at present." in page and "has not agreed to be contacted" in page
    assert client.post(address, HELD).status_code == 409


def test_a_family_told_of_a_record_that_was_taken_back_is_brought_up() -> None:
    talk = tell(planned())
    reader = signed_in(make_staff(Role.REVIEWER))
    assert "was it wrong?" not in reader.get(reverse("office:talks")).text
    DetaineeRecord.objects.filter(pk=talk.disclosure.pair.detainee_id).update(withdrawn_at=timezone.now())
    assert reverse("office:talk", args=[talk.pk]) in reader.get(reverse("office:talks")).text.split("was it wrong?")[1]


def test_a_talk_opens_for_who_holds_it_and_for_no_other_caseworker() -> None:
    talk = planned()
    address = reverse("office:talk", args=[talk.pk])
    stranger = signed_in(make_staff(Role.CASEWORKER))
    assert signed_in(talk.teller).get(address).status_code == 200
    assert stranger.get(address).status_code == 404 == stranger.post(address, HELD).status_code
    assert talk.disclosure.pair.registration.reference not in stranger.get(reverse("office:talks")).content.decode()
    assert signed_in(make_staff(Role.SUPERVISOR)).post(address, HELD).status_code == 409
    assert not Talk.objects.told().exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_on_a_list_writes_without_a_number_and_learns_nothing(client, language) -> None:
    """No oracle: whether such a record exists or not, the answer is the same, and it is read first."""
    make_detainee()
    page = client.get(f"/{language}/tell-us/wrong_record/").content.decode()
    with override(language):
        assert gettext(
            "Are you, or is somebody of your family, on a list of people who were held, and what stands there is "
            "wrong? Write it here too. You need no number. We say to nobody whether there is such a list or such a "
            "name, and we use nothing of it while we check."
        ) in page.replace("&#x27;", "'")
    first, second = report("", "wrong_record", language), report("", "wrong_record", language)
    assert first.content == second.content and Report.objects.count() == 2
    assert "DET-" not in page + first.content.decode()


def test_a_supervisor_holds_the_record_that_a_report_means_and_a_steward_answers() -> None:
    record = make_detainee()
    pair = make_pair(detainee=record)
    report("", "wrong_record")
    supervisor, steward = signed_in(make_staff(Role.SUPERVISOR)), signed_in(make_staff(Role.DATA_STEWARD))
    key = Report.objects.get().pk
    link = f"{reverse('office:record-checks-new')}?report={key}"
    assert link in supervisor.get(reverse("office:reports-detail", args=[key])).content.decode()
    said = {"source": str(record.source_id), "number": "none", "reason": "Never held"}
    answer = supervisor.post(link, said)
    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["number"]
    supervisor.post(link, {**said, "number": record.external_id})
    check = RecordCheck.objects.get()
    address = reverse("office:record-check", args=[check.pk])
    assert check.report_id == key and supervisor.get(reverse("office:pair", args=[pair.pk])).status_code == 404
    assert supervisor.post(address, {"outcome": "kept", "answer": "r"}).status_code == 409
    assert record.external_id in steward.get(reverse("office:record-checks")).content.decode()
    steward.post(address, {"outcome": "kept", "answer": "The court confirms it"})
    assert supervisor.get(reverse("office:pair", args=[pair.pk])).status_code == 200
    assert "The court confirms it" in supervisor.get(address).content.decode()
