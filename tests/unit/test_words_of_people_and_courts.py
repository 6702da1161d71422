"""Words that follow what is known: of a woman in Arabic, and of the country whose court it is."""

import pytest
from django.utils.translation import override

from portal.detainees.enums import LegalStatus, status_label
from portal.proceedings.enums import ProceedingKind, kind_label

NEUTRAL = {LegalStatus.TRIED, LegalStatus.DEATH_SENTENCE, LegalStatus.UNKNOWN}


@pytest.mark.parametrize("status", LegalStatus)
def test_arabic_says_of_a_woman_what_the_source_says(status):
    with override("ar"):
        of_a_woman, general = str(status_label(status, is_woman=True)), str(status_label(status, is_woman=False))
    assert (of_a_woman == general) is (status in NEUTRAL)


@pytest.mark.parametrize("code", ["ckb", "ku", "en"])
@pytest.mark.parametrize("status", LegalStatus)
def test_the_other_languages_say_the_same_of_everybody(code, status):
    with override(code):
        assert str(status_label(status, is_woman=True)) == str(status_label(status, is_woman=False))


@pytest.mark.parametrize(
    ("country", "word"), [("SY", "نقض"), ("sy", "نقض"), ("IQ", "تمييز"), ("", "تمييز"), ("DE", "تمييز")]
)
def test_the_highest_courts_review_has_the_word_of_its_country(country, word):
    with override("ar"):
        assert word in str(kind_label(ProceedingKind.APPEAL, country=country))


@pytest.mark.parametrize("kind", set(ProceedingKind) - {ProceedingKind.APPEAL})
def test_other_kinds_are_the_same_everywhere(kind):
    assert kind_label(kind, country="SY") == kind_label(kind, country="") == kind.label
