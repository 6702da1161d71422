"""Everything she told us, amendable: further rows, nothing overwritten, and comparison sees the newest."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.enums import Role
from portal.accounts.services.holders import replace_return_code
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.matching.enums import SideKind
from portal.matching.records import read_records
from portal.notifications.models import SafeChannel
from portal.registry.answers import Incomplete
from portal.registry.enums import RegistrationState
from portal.registry.models import AnswersSnapshot, Applicant, NameIndex, PersonName, PersonSought, Registration
from portal.registry.services.amendments import AMENDABLE, NotOpen, amend
from portal.registry.services.registrations import change_state
from portal.registry.told import read_told
from tests.factories.accounts import make_holder
from tests.factories.matching import make_registration as make_other
from tests.factories.registry import make_registration
from tests.factories.visits import enter, signed_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def told(registration: Registration, question: str = "") -> str:
    return f"/en/me/{registration.reference}/told/" + (f"{question}/" if question else "")


def test_she_reads_everything_she_told_with_a_way_to_change_each_answer():
    client, registration = enter(by_call=True)
    page = client.get(told(registration)).text
    for words in ("خزال", "آزاد محمد سليمان", "كلستان", "طريق الشدادي", "+963 900 000 011"):
        assert words in page
    assert f'href="{told(registration, "parts")}"' in page and "told/consent/" not in page
    assert Event.objects.filter(code="registry.registration.viewed", subject_id=registration.pk).exists()


@pytest.mark.parametrize("question", AMENDABLE)
def test_every_question_can_be_opened_again_with_her_answer(question):
    client, registration = enter()
    page = client.get(told(registration, question))
    assert page.status_code == 200 and "<title>My page" in page.text
    assert client.get(told(registration, "consent")).status_code == 404


def test_a_change_is_a_further_row_and_the_old_one_stays():
    client, registration = enter()
    answer = client.post(told(registration, "where"), {"how": "known", "words": "تل حميس"})
    assert answer.url == told(registration)
    first, second = AnswersSnapshot.objects.filter(registration=registration)
    assert (first.answers["where"]["words"], second.answers["where"]["words"]) == ("طريق الشدادي", "تل حميس")
    assert (second.number, second.question, second.given_by) == (2, "where", "self")
    assert registration.persons.get().last_known.place_as_told == "تل حميس"
    old = PersonSought.every.get(superseded_at__isnull=False)
    assert old.last_known.place_as_told == "طريق الشدادي" and old.names.count() == 1
    assert Applicant.every.count() == 2 and Registration.objects.get().applicant.name == "خزال"
    page = client.get(told(registration)).text
    assert "تل حميس" in page and "What you changed" in page and "طريق الشدادي" not in page


def test_staff_read_both_with_when_and_by_whom():
    client, registration = enter()
    client.post(told(registration, "name"), {"full": "آزاد محمد سليمان الجبوري"})
    earlier = read_told(registration).earlier
    assert [one.person.names[0].text for one in earlier] == ["آزاد محمد سليمان"]
    page = signed_in(Role.CASEWORKER).get(reverse("office:files-detail", kwargs={"key": registration.pk})).text
    assert "What was told before" in page and "By: The person who applies" in page
    assert "آزاد محمد سليمان الجبوري" in page
    assert Event.objects.get(code="registry.registration.amended").data == {"question": "name"}


def test_comparison_sees_the_newest_alone():
    registration = make_registration()
    before = bytes(registration.content_fingerprint)
    old = set(NameIndex.objects.values_list("person_id", flat=True))
    actor = Actor.holder(registration.holder_id)
    amend(registration=registration, question="name", answers={"full": "Azad Mihemed"}, actor=actor)
    amend(registration=registration, question="parts", answers={"given": "Azad"}, actor=actor)
    (record,) = read_records(SideKind.REGISTRATION, [registration.pk])
    assert [token.text for token in record.name.tokens] == ["Azad", "Mihemed"] and not record.aliases
    assert bytes(registration.content_fingerprint) != before
    assert not old & set(NameIndex.objects.values_list("person_id", flat=True))
    assert PersonName.objects.count() == 3


def test_the_same_answer_again_writes_nothing_and_a_closed_registration_takes_nothing():
    registration = make_registration()
    actor = Actor.holder(registration.holder_id)
    same = {"knowledge": "known", "words": "طريق الشدادي"}
    assert amend(registration=registration, question="where", answers=same, actor=actor) is None
    change_state(registration=registration, state=RegistrationState.CLOSED, actor=SYSTEM)
    with pytest.raises(NotOpen):
        amend(registration=registration, question="where", answers={"knowledge": "unknown"}, actor=actor)
    assert AnswersSnapshot.objects.count() == 1


def test_a_required_question_cannot_be_emptied_and_consent_is_not_amended_here():
    registration = make_registration()
    actor = Actor.holder(registration.holder_id)
    with pytest.raises(Incomplete):
        amend(registration=registration, question="name", answers={}, actor=actor)
    with pytest.raises(ValueError, match="consent"):
        amend(registration=registration, question="consent", answers={}, actor=actor)
    assert AnswersSnapshot.objects.count() == 1 and PersonSought.every.count() == 1
    assert "consent" not in AMENDABLE


def test_another_way_to_be_reached_ends_the_old_one():
    client, registration = enter(by_call=True)
    client.post(told(registration, "reach"), {"wish": "email", "email": "new@example.org", "safe_word": "zeytûn"})
    live = SafeChannel.objects.get(holder=registration.holder, ended_at__isnull=True)
    assert (live.kind, live.value) == ("email", "new@example.org")
    assert Registration.objects.get().applicant.contact_wish == "email"
    registration.holder.refresh_from_db()
    assert registration.holder.safe_word == "zeytûn"


def test_a_wrong_answer_is_shown_again_and_an_answer_sent_while_away_is_kept(clock):
    client, registration = enter()
    wrong = client.post(told(registration, "where"), {"how": "known", "words": ""})
    assert wrong.status_code == 200 and wrong.context["form"].errors
    clock.move_to("2026-03-14T08:30:00+00:00")
    assert client.post(told(registration, "where"), {"how": "known", "words": "تل حميس"}).url == "/en/return/"
    client.post("/en/return/", {"code": replace_return_code(holder=registration.holder, actor=SYSTEM)})
    assert told(registration, "where") in client.get("/en/me/").text
    assert "تل حميس" in client.get(told(registration, "where")).text
    assert AnswersSnapshot.objects.count() == 1


def test_a_registration_without_a_form_says_what_to_do():
    holder, code = make_holder("en")
    registration = make_other(holder=holder)
    client = Client()
    client.post("/en/return/", {"code": code})
    answer = client.post(told(registration, "where"), {"how": "unknown"}, follow=True)
    assert "Please write to us" in answer.text
    assert AnswersSnapshot.objects.count() == 1


def test_another_familys_answers_are_not_found():
    client, _mine = enter()
    _other, theirs = enter()
    assert client.get(told(theirs)).status_code == 404
    assert client.post(told(theirs, "where"), {"how": "unknown"}).status_code == 404
