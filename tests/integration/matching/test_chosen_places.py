"""A place chosen from the list is compared as well as one that is typed; parts of a name that came later as well."""

import pytest

from portal.audit.actors import SYSTEM
from portal.matching.enums import SideKind
from portal.matching.models import CandidatePair
from portal.matching.records import read_records
from portal.matching.services.linking import link_all
from portal.places.data.loading import place_key
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.services.registrations import replace_content
from tests.factories.matching import make_detainee, make_registration

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _listed():
    """A list that says Sinjar, in Arabic."""
    make_detainee(event_place="سنجار")


def _level(**place) -> str:
    """How the last place compares with the list."""
    registration = make_registration(**place)
    link_all(actor=SYSTEM)
    reasons = CandidatePair.objects.get(registration=registration).reasons
    return next(reason["level_code"] for reason in reasons if reason["level_code"].startswith("event_place"))


def test_a_district_that_was_chosen_counts_as_much_as_one_that_was_typed():
    typed = _level(place_as_told="شنگال")
    chosen = _level(place_as_told="", place_id=place_key("iq-ni-sinjar"))
    assert typed == chosen
    assert typed.startswith("event_place.same")


def test_a_governorate_that_was_chosen_counts_for_all_of_it():
    level = _level(place_as_told="قرب المدرسة", place_id=place_key("IQ-NI"))
    assert level.startswith("event_place.same_governorate")


@pytest.mark.parametrize(
    ("code", "words", "read"),
    [
        ("iq-ki-daquq", "", "Daquq, Kirkuk"),
        ("iq-ki-daquq", "طريق المعمل", "Daquq, طريق المعمل, Kirkuk"),
        ("SY-HA", "الشدادي", "الشدادي, Al-Hasakah"),
        ("sy-hl-kobani", "", "Kobani, Aleppo"),
        ("sy-ha-sinaa-prison", "", "Al-Sinaa prison, Al-Hasakah"),
        ("SY", "", ""),
        ("SY", "الشدادي", "الشدادي"),
        (None, "الشدادي", "الشدادي"),
    ],
)
def test_what_linkage_reads_of_a_place(code, words, read):
    place = place_key(code) if code else None
    registration = make_registration(place_as_told=words, place_id=place)
    (record,) = read_records(SideKind.REGISTRATION, [registration.pk])
    assert record.event_place == read


def test_linkage_reads_the_mothers_line_and_a_tribe_where_there_is_no_family_name():
    registration = make_registration()
    parts = {"given": "آزاد", "father": "محمد", "tribe": "شمر"}
    mother = {"mother": "كلستان", "mother_father": "حسن", "mother_family": "الملا"}
    content = RegistrationContent(names=(NameContent(full="آزاد محمد سليمان", **parts, **mother),))
    replace_content(registration=registration, content=content, actor=SYSTEM)
    (record,) = read_records(SideKind.REGISTRATION, [registration.pk])
    assert (record.name.family, record.name.mother) == ("شمر", "كلستان حسن الملا")
