"""R-40, R-42, R-44, R-82: each visitor opens every page once in each of some languages, and all that holds for pages is
looked at there: it is whole, no sentence stays English, and it has the digits its reader chose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from portal.core.digits import ARABIC, COOKIE, LATIN
from portal.core.languages import LANGUAGES
from portal.places.countries import country_names
from portal.places.models import Place
from portal.proceedings.models import Fact

from .addresses import html_pages
from .digits import wrong_digits
from .reading import INVENTED
from .visitors import VISITORS
from .wholeness import faults
from .words import SAME, left_in_english
from .world import World

pytestmark = [pytest.mark.django_db, pytest.mark.pages, pytest.mark.long]

PUBLIC = ("nobody", "family")
# What stands in the catalogues of a language is there for everybody of the office, so each of them reads in few.
WHO = {
    "nobody": ("ar", "ckb", "ku"),
    "family": ("ar", "ckb", "ku"),
    "supervisor": ("ar", "ku"),
    "administrator": ("ar", "ckb"),
    "data_steward": ("ar",),
    "auditor": ("ar",),
}
# Who chooses digits of the other kind.
CHOOSES = ("family", "supervisor")
WRONG = {ARABIC: "0-9", LATIN: "٠-٩"}
# The title of the list in the world of the tests.
TITLES = {"one"}


@pytest.mark.parametrize("name", WHO)
def test_every_page(world: World, name: str) -> None:
    client, known = VISITORS[name](world), Known(world)
    wrong: dict[str, list[str]] = {}
    seen = read = 0
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    for path, english in html_pages(client, world.fitting, is_staff=name not in PUBLIC, languages=("en",)):
        seen += 1
        found = known.faults(path, "en", english.text)
        if english.status_code == 200 and not path.startswith("/design/"):
            read += 1
            for code in WHO[name]:
                other = path if name not in PUBLIC else f"/{code}/{path.removeprefix('/en/')}"
                html = page_in(client, other, code)
                found += [*known.faults(other, code, html), *known.english_words(code, html, english.text)]
                found += _digits(html, ARABIC) if code in ("ar", "ckb") else ()
                if name in CHOOSES and code == "ar":
                    found += _digits(page_in(client, other, code, digits=LATIN), LATIN)
            client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        if found:
            wrong[path] = found
    assert wrong == {}
    assert seen > 20 and read > 5


def page_in(client: Client, path: str, code: str, *, digits: str = "") -> str:
    """The page as its reader in this language sees it, with the digits that she chose."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = code
    client.cookies[COOKIE] = digits
    answer = client.get(path)
    client.cookies[COOKIE] = ""
    assert answer.status_code == 200, (path, code, answer.status_code)
    return answer.text


def _digits(html: str, choice: str) -> list[str]:
    return [f"digits: {text}" for text in wrong_digits(html, WRONG[choice])]


class Known:
    """What may stand in a page of another language: names of people and places, what was typed, and public links."""

    def __init__(self, world: World) -> None:
        self.typed = {*world.canaries.all, "Ministry of lists", *(entry.native for entry in LANGUAGES.values())}
        self.public = set(Fact.objects.exclude(source_url="").values_list("source_url", flat=True))
        self.alike = {code: self._alike(code) for code in LANGUAGES}

    @staticmethod
    def _alike(code: str) -> set[str]:
        with translation.override(code):
            countries = {*country_names().values()}
        return {*SAME, *TITLES, *countries, *Place.objects.values_list(f"name_{code}", flat=True)}

    def faults(self, path: str, code: str, html: str) -> list[str]:
        """What is not whole."""
        return [f"{code}: {fault}" for fault in faults(path, code, html, self.public)]

    def english_words(self, code: str, html: str, english: str) -> Iterator[str]:
        """Texts that stayed English."""
        for text in left_in_english(html, english):
            # A governorate stands beside its country.
            is_alike = self.alike[code].issuperset(text.split(" · "))
            if not (is_alike or INVENTED.fullmatch(text) or any(word in text for word in self.typed)):
                yield f"{code}: English: {text}"
