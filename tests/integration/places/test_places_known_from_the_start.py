"""Countries and governorates are there after the migrations, in four languages."""

import re

import pytest
from django.utils import translation

from portal.places.data.governorates import GOVERNORATES
from portal.places.data.loading import load_places, place_key
from portal.places.models import Place

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


def test_every_place_is_named_in_four_languages_and_no_name_stands_twice():
    for governorates in GOVERNORATES.values():
        for names in zip(*governorates.values(), strict=True):
            assert all(names) and len(set(names)) == len(governorates)


def test_sorani_uses_its_own_letters_and_kurmanji_the_latin_ones():
    for place in Place.objects.all():
        assert not re.search("[يكىةھ\u200c]", place.name_ckb), place.name_ckb
        assert re.fullmatch("[A-Za-zçêîşûÇÊÎŞÛ ]+", place.name_ku), place.name_ku


def test_loading_again_changes_nothing_and_restores_a_name():
    count = Place.objects.count()
    Place.objects.filter(code="SY-RA").update(name_ku="x")
    load_places(Place)
    assert Place.objects.count() == count
    assert Place.objects.get(code="SY-RA").name_ku == "Reqa"
    assert Place.objects.get(code="SY-RA").pk == place_key("SY-RA")


@pytest.mark.parametrize(("code", "name"), [("SY", "Syria"), ("iq", "Iraq"), ("", ""), ("Stateless", "Stateless")])
def test_a_code_is_said_as_a_country_and_anything_else_stays_as_written(code, name):
    with translation.override("en"):
        assert Place.objects.country_name(code) == name
