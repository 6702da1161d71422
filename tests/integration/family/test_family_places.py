"""The country, then the district, her own words, who was in control; and dates as they were said, to the end."""

import pytest

from portal.places.data.loading import place_key
from portal.places.models import Place
from portal.registry.models import LastKnown, PersonSought, Registration
from portal.registry.told import read_told
from tests.answers import posted

from .conftest import LANGUAGES, send, walk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
WEIGHT = 35 * 1024
WHERE = {"how": "SY", "place_sy": "sy-ha-qamishli", "words": "حي العنترية", "controlled_by": "syrian_government"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_that_is_chosen_offers_every_district_on_a_light_page(client, language):
    walk(client, language, upto=6)
    assert client.get(f"/{language}/register/7/").text.count("<optgroup") == 0
    for country, name, groups in (("SY", "place_sy", 14), ("IQ", "place_iq", 19)):
        page = client.post(f"/{language}/register/7/", {"how": country})
        assert len(page.content) < WEIGHT
        for place in Place.objects.filter(parent__parent__code=country):
            assert f'<option value="{place.code}">' in page.text
        assert page.text.count("<optgroup") == groups
        assert set(page.context["form"].errors) == {name}
    nothing_more = dict(page.context["form"].fields["place_iq"].choices)[""]
    assert (nothing_more == "I do not know more") == (language == "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_district_is_chosen_checked_and_sent_with_words_and_who_was_in_control(client, language):
    walk(client, language, posted=posted(where=WHERE))
    check = client.get(f"/{language}/register/9/")
    assert Place.full_name("sy-ha-qamishli") and "حي العنترية" in check.text
    again = client.get(f"/{language}/register/7/").context["form"]
    assert (again["how"].value(), again["place_sy"].value()) == ("SY", "sy-ha-qamishli")
    send(client, language)
    last = LastKnown.objects.get()
    assert last.place_id == place_key("sy-ha-qamishli")
    assert (last.place_as_told, last.controlled_by) == ("حي العنترية", "syrian_government")


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ({"how": "IQ", "place_iq": ""}, "IQ"),
        ({"how": "SY", "words": "Şeddadê"}, "SY"),
        ({"how": "IQ", "place_iq": "IQ-NI"}, "IQ-NI"),
        ({"how": "IQ", "place_iq": "iq-ni-sinjar", "place_sy": "SY-HA"}, "iq-ni-sinjar"),
        ({"how": "SY", "place_sy": "sy-ha-hol-camp"}, "sy-ha-hol-camp"),
        ({"how": "known", "words": "Gaziantep", "place_sy": "SY-HA"}, None),
        ({"how": "unknown", "place_sy": "SY-HA"}, None),
    ],
)
def test_only_what_belongs_to_her_answer_is_kept(client, where, code):
    walk(client, "en", posted=posted(where=where))
    send(client, "en")
    assert LastKnown.objects.get().place_id == (place_key(code) if code else None)


@pytest.mark.parametrize(
    ("where", "field"),
    [
        ({"how": "SY", "place_sy": "iq-ni-sinjar"}, "place_sy"),
        ({"how": "known", "words": ""}, "words"),
        ({"how": "known", "words": "x", "controlled_by": "nobody"}, "controlled_by"),
        ({"how": "XX"}, "how"),
        ({}, "how"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(client, where, field):
    walk(client, "en", upto=6)
    page = client.post("/en/register/7/", where)
    assert page.status_code == 200 and set(page.context["form"].errors) == {field}


def test_parties_stand_in_the_alphabet_of_the_reader_and_i_do_not_know_is_last(client):
    walk(client, "en", upto=6)
    labels = [
        str(label) for _value, label in client.get("/en/register/7/").context["form"].fields["controlled_by"].choices
    ]
    assert labels[1:-1] == sorted(labels[1:-1]) and labels[-1] == "I do not know"


def test_a_date_in_another_calendar_reaches_the_office_as_it_was_said_and_as_what_it_means(client):
    when = {"how": "date", "calendar": "hijri", "month": "h9", "year": "١٤٣٥"}
    born = {"birth_calendar": "kurdish", "birth_year": "2691"}
    walk(client, "en", posted=posted(when=when, parts=born))
    check = client.get("/en/register/9/")
    assert "Ramadan (9) 1435, Hijri calendar" in check.text and "From 27 June 2014 to 28 July 2014" in check.text
    send(client, "en")
    last, person = LastKnown.objects.get(), PersonSought.objects.get()
    assert (last.date, last.date_as_said) == ("2014-06-27/2014-07-28", "hijri 1435-09")
    assert (person.birth_date, person.birth_date_as_said) == ("1991-03-20/1992-03-21", "kurdish 2691")
    (told,) = read_told(Registration.objects.get()).persons
    values = [str(fact.value) for fact in (*told.facts, *told.last_known)]
    assert "Ramadan (9) 1435, Hijri calendar" in values and "2691, Kurdish calendar" in values


def test_an_event_is_kept_beside_its_days_and_shown_in_words(client):
    walk(client, "en", posted=posted(when={"how": "roughly", "anchor": "sinaa", "words": "في الليل"}))
    assert "The attack on Al-Sinaa prison" in client.get("/en/register/9/").text
    send(client, "en")
    last = LastKnown.objects.get()
    assert (last.date, last.anchor, last.date_in_words) == ("2022-01-20~", "sinaa", "في الليل")
