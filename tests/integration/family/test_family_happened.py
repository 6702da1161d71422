"""What happened: ticks, parties, places where the person was held, belief; all of it optional, in rows, amendable."""

import json

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext, override

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.family.doubts import ENDS_FIRST, doubts
from portal.family.exporting import everything_json
from portal.family.kept import kept_url, told_place
from portal.family.typed import keep_typed
from portal.places.models import Place
from portal.registry.enums import Harm, Party
from portal.registry.models import (
    AnswersSnapshot,
    Belief,
    Draft,
    Happened,
    HeardPlace,
    NamedAuthority,
    PersonSought,
    Registration,
    Silence,
    Stay,
)
from portal.registry.services.erasure import erase
from portal.registry.services.together import start_together
from portal.registry.services.unsent import keep_unsent
from portal.registry.told import read_told
from tests.answers import BELIEF, HAPPENED, LANGUAGES, PARTIES, STAYS, WHERE, posted
from tests.factories.registry import make_registration
from tests.factories.visits import enter, signed_in

from .conftest import send, walk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
PLACE = "/en/register/stays/1/"
STAY = {"words": "مدرسة قرب الرقة", "began_year": "1435", "began_calendar": "hijri", "ended_year": "2016"}
FORCED = "If you were forced to do something, you need not write it here. Speak to a lawyer first."


def _answers(question: str) -> dict:
    return Draft.objects.get(submitted_at=None).answers[question]


def test_what_she_tells_becomes_rows_and_is_shown_to_her_and_to_staff(client):
    answers = posted(
        happened={"harms": ["disappearance", "forced_identity"]},
        parties={"parties": ["isis", "autonomous_administration"], "words": "ملابس سوداء"},
        belief={"belief": "alive", "basis": ["released", "feeling"]},
    )
    walk(client, "en", posted=answers)
    assert client.post(PLACE, {**STAY, "source": "released", "sureness": "likely"}).url == f"/en/register/{STAYS}/"
    check = client.get("/en/register/9/").text
    for words in ("Made to change name or religion", "ISIS", "ملابس سوداء", "مدرسة قرب الرقة", "I think so", "alive"):
        assert words in check
    send(client, "en")
    person = PersonSought.objects.get()
    assert Happened.objects.get(person=person).harms == ["disappearance", "forced_identity"]
    assert Happened.objects.get(person=person).parties_in_words == "ملابس سوداء"
    assert (Belief.objects.get(person=person).fate, Belief.objects.get().basis) == ("alive", ["released", "feeling"])
    stay = Stay.objects.get(person=person)
    assert (stay.heard.words, stay.place, stay.ended, stay.source) == ("مدرسة قرب الرقة", None, "2016", "released")
    assert "1435" in stay.began_as_said
    # Whom she names is given nothing by us, as far as they are in power today.
    assert NamedAuthority.objects.get().authority == "north_east_syria"
    registration = Registration.objects.get()
    told = client.get(f"/en/me/{registration.reference}/told/").text
    page = signed_in(Role.CASEWORKER).get(reverse("office:files-detail", kwargs={"key": registration.pk})).text
    for words in ("Made to change name or religion", "ملابس سوداء", "مدرسة قرب الرقة"):
        assert words in told and words in page
    assert "What the family believes" in page


def test_every_page_can_be_left_open_in_three_ways_that_stay_apart(client):
    """Not known, not said and not answered are three: in the summary, the rows, the download, and for staff."""
    walk(client, "en", upto=WHERE)
    assert client.post(f"/en/register/{HAPPENED}/", {"silence": "unknown"}).url == f"/en/register/{PARTIES}/"
    client.post(f"/en/register/{PARTIES}/", {"silence": "unsaid", "parties": "isis"})
    client.post(f"/en/register/{STAYS}/", {"skip": "1"})
    assert (_answers("happened"), _answers("parties")) == ({"knowledge": "unknown"}, {"knowledge": "unsaid"})
    assert _answers("stays") == {}
    hub = client.get("/en/register/list/").text
    assert "I do not know" in hub and "I prefer not to say" in hub and "Skipped" in hub and "Not yet" in hub
    # Passing by again with nothing written leaves it so; something written replaces it.
    client.post(f"/en/register/{HAPPENED}/", {})
    assert _answers("happened") == {"knowledge": "unknown"}
    client.post(f"/en/register/{HAPPENED}/", {"harms": "detention"})
    assert _answers("happened") == {"harms": ["detention"]}
    assert client.post("/en/register/1/", {"kind": "missing", "silence": "unknown"}).status_code == 302
    assert _answers("kind") == {"kind": "missing"}
    client.post("/en/register/8/", posted()[8])
    client.post("/en/register/5/", {"silence": "unknown"})
    rows = {
        row.label: row.value for section in client.get("/en/register/9/").context["sections"] for row in section.rows
    }
    assert rows["Who did it, as far as you know?"] == "I prefer not to say"
    assert rows["Where was the person held, as far as you know or heard?"] == "Not answered"
    assert rows["What do you believe today?"] == "Not asked yet"
    send(client, "en")
    assert dict(Silence.objects.values_list("question", "knowledge")) == {"parties": "unsaid", "parts": "unknown"}
    registration = Registration.objects.get()
    facts = {str(fact.label): str(fact.value) for fact in read_told(registration).persons[0].happened.facts}
    assert facts["Who did it, as the family says"] == "The family prefers not to say"
    # Seen and left without a word is one thing, never asked another.
    assert facts["Where the person was held, as the family says"] == "Asked, and left out by the family"
    assert facts["What the family believes"] == "Not asked yet"
    content = json.loads(everything_json(registration, registration.holder))
    assert {"question": "parties", "knowledge": "unsaid"} in content["registry.silence"]


def test_places_are_added_changed_and_taken_away_without_script(client):
    walk(client, "en", upto=WHERE)
    assert 'href="/en/register/stays/1/"' in client.get(f"/en/register/{STAYS}/").text
    for number in (1, 2):
        assert client.post(f"/en/register/stays/{number}/", {"words": f"Place {number}"}).status_code == 302
    # A second click writes the same row again; what is not there (any more) leads back to the list.
    client.post("/en/register/stays/2/", {"words": "Place two", "sureness": "sure"})
    assert [row["words"] for row in _answers("stays")["rows"]] == ["Place 1", "Place two"]
    assert client.post(f"/en/register/{STAYS}/", {"remove": "1"}).url == f"/en/register/{STAYS}/"
    for number in (1, 4, 99):
        assert client.get(f"/en/register/stays/{number}/").url == f"/en/register/{STAYS}/"
    assert client.post("/en/register/stays/1/", {"words": "Place one"}).url == f"/en/register/{STAYS}/"
    assert [row["number"] for row in _answers("stays")["rows"]] == [2]
    # Rows are not put away by a button for those who have none, and going on keeps them.
    page = client.get(f"/en/register/{STAYS}/").text
    assert 'name="silence"' not in page and 'name="remove" value="2"' in page
    client.post(f"/en/register/{STAYS}/", {"silence": "unknown"})
    client.post(f"/en/register/{STAYS}/", {})
    assert len(_answers("stays")["rows"]) == 1
    assert "/en/register/stays/3/" in page


def test_what_is_wrong_stands_beside_the_field_and_dates_out_of_order_are_only_asked_about(client):
    walk(client, "en", upto=WHERE)
    page = client.post(PLACE, {"began_year": "20", "words": ""})
    assert set(page.context["form"].errors) == {"words", "began_year"} and 'value="20"' in page.text
    assert client.post(PLACE, {"words": "X", "began_year": "2016", "ended_year": "2014"}).status_code == 302
    assert str(ENDS_FIRST) in client.get(f"/en/register/{STAYS}/").text
    assert ENDS_FIRST in [doubt.heading for doubt in doubts(Draft.objects.get().answers)]
    assert client.post(PLACE, {"words": "X", "place": "nowhere"}).context["form"].errors.keys() == {"place"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_led_to_accuse_herself(client, language):
    """The warning stands before each question that could touch what somebody was made to do, in her language."""
    walk(client, language, upto=WHERE)
    with override(language):
        warning = gettext(FORCED)
    assert language == "en" or warning != FORCED
    for address in (HAPPENED, PARTIES, "names"):
        text = client.get(f"/{language}/register/{address}/").text
        first = min(at for at in (text.find(sign) for sign in ('type="checkbox"', "<select")) if at > 0)
        assert 0 < text.find(warning) < first


@pytest.mark.parametrize(
    ("kind", "asked"), [("missing", True), ("detained", True), ("deceased", True), ("survivor", False)]
)
def test_each_kind_is_asked_what_suits_it(client, kind, asked):
    walk(client, "en", posted=posted(kind))
    assert (client.get(f"/en/register/{BELIEF}/").status_code == 200) is asked
    harms = client.get(f"/en/register/{HAPPENED}/").text
    assert (Harm.KILLING.value in harms) is asked
    if kind == "survivor":
        for number in (HAPPENED, PARTIES, STAYS):
            assert "person you" not in client.get(f"/en/register/{number}/").context["step"].heading
    send(client, "en")
    belief = Belief.objects.first()
    assert (belief.fate if belief else None) == {"deceased": "dead", "survivor": None}.get(kind, "alive")


def test_all_parties_are_listed_in_the_order_of_letters_and_no_sexual_act_is_asked(client):
    walk(client, "en", upto=WHERE)
    labels = [
        str(label) for _code, label in client.get(f"/en/register/{PARTIES}/").context["form"].fields["parties"].choices
    ]
    assert labels == sorted(labels) and len(labels) == len(Party) - 1
    page = client.get(f"/en/register/{HAPPENED}/").text
    assert "textarea" not in page and 'type="text"' not in page
    assert not {"rape", "sexual"} & set(page.lower().split())


def test_an_amendment_adds_rows_and_what_staff_found_out_about_a_place_stays():
    client, registration = enter()
    heard = HeardPlace.objects.get(registration=registration)
    staff, place = signed_in(Role.CASEWORKER), Place.objects.get(code="sy-ha-sinaa-prison")
    address = reverse("office:files-heard-place", kwargs={"key": registration.pk, "heard": heard.pk})
    assert heard.words in staff.get(address).text
    assert staff.post(address, {"place": place.code}).status_code == 302
    assert staff.post(address, {"place": place.code}).status_code == 302
    assert staff.post(address, {"place": "nowhere"}).status_code == 200
    assert Event.objects.filter(code="registry.place.linked", subject_id=registration.pk).count() == 1
    told = f"/en/me/{registration.reference}/told/stays/"
    assert client.get(told).status_code == 200
    assert client.post(f"{told}2/", {"words": "الرقة", "began_year": "2017"}).url == told
    assert AnswersSnapshot.objects.filter(registration=registration).count() == 2
    assert Stay.objects.count() == 3 and Stay.objects.filter(person__superseded_at=None).count() == 2
    stays = read_told(registration).persons[0].happened.stays
    assert [stay.is_linked for stay in stays] == [True, False] and str(place) in str(stays[0].facts[1].value)
    assert client.post(told, {"remove": "1"}).url == told
    assert client.post(f"{told.replace('stays', 'belief')}", {"belief": "unsaid"}).status_code == 302
    assert (Belief.objects.get(person__superseded_at=None).fate, Belief.objects.count()) == ("unsaid", 4)
    assert client.post(f"{told.replace('stays', 'happened')}", {"silence": "unknown"}).status_code == 302
    assert Silence.objects.get(person__superseded_at=None, question="happened").knowledge == "unknown"
    assert staff.post(address, {"place": ""}).status_code == 302 and HeardPlace.objects.get(pk=heard.pk).place is None


def test_what_she_typed_for_a_place_when_her_page_had_closed_comes_back():
    client, registration = enter()
    keep_unsent(registration=registration, place=told_place("stays", 2), typed={"row": ["2"], "words": ["الطبقة"]})
    assert kept_url(registration).endswith(f"/me/{registration.reference}/told/stays/2/")
    assert "الطبقة" in client.get(f"/en/me/{registration.reference}/told/stays/2/").text


def test_it_is_carried_to_another_person_but_not_what_she_believes_and_erased_with_her():
    registration = make_registration()
    draft = start_together(registration=registration, language="ar", actor=SYSTEM)
    assert draft.answers["stays"]["rows"] and draft.answers["parties"] and "belief" not in draft.answers
    holder = AccessHolder.objects.get()
    content = json.loads(everything_json(registration, holder))
    assert content["registry.happened"][0]["parties"] == ["isis"] and content["registry.heardplace"][0]["words"]
    erase(registration=registration, actor=SYSTEM)
    assert not any(model.objects.exists() for model in (Happened, Belief, Stay, HeardPlace, Silence))


def test_no_answer_about_it_changes_what_is_compared():
    """R-20: a belief or a silence opens no pair again that two people have judged."""
    first, second = make_registration(), make_registration(belief={}, happened={}, stays={})
    assert bytes(first.content_fingerprint) == bytes(second.content_fingerprint)


def test_a_place_typed_into_a_draft_when_her_page_had_closed_comes_back_after_her_code(client):
    code = walk(client, "en", upto=WHERE)
    keep_typed(AccessHolder.objects.get(), "stays", QueryDict("row=1&words=Place+one&began_year=20"), language="en")
    assert client.post("/en/sign-out/").status_code == 302
    assert client.post("/en/return/", {"code": code}).url == PLACE
    assert "Place one" in client.get(PLACE).text
    assert client.get(f"/en/register/{STAYS}/").status_code == 200
    client.post(PLACE, {"words": "Place one"})
    assert client.get(PLACE).context["form"]["began_year"].value() in (None, "")
