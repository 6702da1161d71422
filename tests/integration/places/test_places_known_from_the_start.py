"""Countries, governorates, districts and places of detention are there after the migrations, in four languages."""

import re
from collections import Counter

import pytest
from django.utils import translation

from portal.linkage.places import locate
from portal.places.countries import country_name
from portal.places.data.loading import known_places, load_places, place_key
from portal.places.models import Place, PlaceKind

pytestmark = pytest.mark.django_db


def test_all_governorates_are_there():
    assert Place.objects.governorates_of("SY").count() == 14
    assert Place.objects.governorates_of("iq").count() == 19


def test_names_are_those_of_the_reader():
    erbil = Place.objects.get(code="IQ-AR")
    names = {}
    for code in ("ar", "ckb", "ku", "en"):
        with translation.override(code):
            names[code] = str(erbil)
    assert names == {"ar": "أربيل", "ckb": "هەولێر", "ku": "Hewlêr", "en": "Erbil"}


def test_all_districts_are_there_under_their_governorates():
    districts = Place.objects.filter(kind=PlaceKind.DISTRICT)
    assert districts.filter(parent__parent__code="SY").count() == 65
    assert districts.filter(parent__parent__code="IQ").count() >= 120
    for governorate in Place.objects.filter(kind=PlaceKind.GOVERNORATE):
        assert governorate.children.filter(kind=PlaceKind.DISTRICT).exists(), governorate.code
    assert Place.objects.get(code="iq-ni-sinjar").parent.code == "IQ-NI"


def test_what_two_governorates_claim_stands_under_both():
    for name in ("Shekhan", "Akre", "Makhmur", "Kifri"):
        assert Place.objects.filter(kind=PlaceKind.DISTRICT, name_en=name).count() == 2


def test_every_place_is_named_in_four_languages_and_no_name_stands_twice_in_one_list():
    seen = Counter()
    for _code, kind, parent, names in known_places():
        assert len(names) == 4 and all(name == name.strip() and name for name in names)
        seen.update((kind, parent, language, name) for language, name in enumerate(names))
    assert [entry for entry, count in seen.items() if count > 1] == []


def test_codes_are_stable_slugs_that_begin_with_their_governorate():
    codes = Counter()
    for code, kind, parent, _names in known_places():
        codes[code.lower()] += 1
        if kind not in ("country", "governorate"):
            assert re.fullmatch(r"(sy|iq)-[a-z]{2}(-[a-z]+)+", code) and code.startswith(f"{parent.lower()}-")
    assert set(codes.values()) == {1}


def test_places_of_detention_of_both_countries_lie_in_a_governorate():
    held = list(Place.objects.filter(kind__in=(PlaceKind.DETENTION, PlaceKind.CAMP)).select_related("parent"))
    assert {place.code[:2] for place in held} == {"sy", "iq"}
    assert all(place.parent.kind == PlaceKind.GOVERNORATE for place in held)
    known = {"sy-ha-sinaa-prison", "sy-rd-saydnaya-prison", "sy-ha-hol-camp", "iq-dq-nasiriyah-prison"}
    assert known <= {place.code for place in held}


def test_linkage_knows_every_governorate_and_district_by_each_of_its_names():
    governorates: dict[str, str] = {}
    unknown = []
    for code, kind, parent, names in known_places():
        found = {locate(part).governorate if locate(part) else None for part in _bare(names)}
        if kind == "governorate":
            assert len(found) == 1 and None not in found, (code, found)
            governorates[code] = found.pop()
        elif kind == "district" and found != {governorates[parent]}:
            unknown.append((code, found))
    # Two governorates claim them; linkage has each once.
    twice = {"iq-ni-shekhan", "iq-ni-akre", "iq-ni-makhmur", "iq-su-kifri"}
    assert {code for code, _found in unknown} == twice


def _bare(names):
    return [name.partition(" (")[0] for name in names]


def test_sorani_uses_its_own_letters_and_kurmanji_the_latin_ones():
    places = Place.objects.all()
    assert len(places) > 100
    for place in places:
        assert not re.search("[يكىةھ\u200c]", place.name_ckb), place.name_ckb
        assert re.fullmatch("[A-Za-zçêîşûÇÊÎŞÛ ()]+", place.name_ku), place.name_ku


def test_loading_again_changes_nothing_and_restores_a_name():
    count = Place.objects.count()
    Place.objects.filter(code="SY-RA").update(name_ku="x")
    load_places(Place)
    assert Place.objects.count() == count
    assert Place.objects.get(code="SY-RA").name_ku == "Reqa"
    assert Place.objects.get(code="SY-RA").pk == place_key("SY-RA")


def test_a_place_is_said_with_what_it_lies_in():
    with translation.override("ku"):
        assert Place.full_name("sy-ha-qamishli") == "Qamişlo · Hesekê · Sûriye"
    assert Place.full_name("nothing-here") == ""


@pytest.mark.parametrize(("code", "name"), [("SY", "Syria"), ("iq", "Iraq"), ("", ""), ("Stateless", "Stateless")])
def test_a_code_is_said_as_a_country_and_anything_else_stays_as_written(code, name):
    with translation.override("en"):
        assert country_name(code) == name
