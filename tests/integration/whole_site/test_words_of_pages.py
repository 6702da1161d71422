"""No sentence of a page stays English in another language: pages of people, of staff, and of trouble."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils import translation

from portal.core import views
from portal.core.languages import LANGUAGES
from portal.family.receipts import STYLES, receipt_html
from portal.notifications.mail import compose
from portal.notifications.senders import news_text
from portal.places.countries import country_names
from portal.places.models import Place
from tests.factories.registry import make_registration

from .addresses import html_pages
from .pages import Reading
from .reading import INVENTED
from .visitors import VISITORS
from .words import left_in_english, texts

pytestmark = [pytest.mark.django_db, pytest.mark.pages, pytest.mark.long]

OTHERS = ("ar", "ckb", "ku")
PROBLEMS = sorted(file.stem for file in (Path(settings.BASE_DIR) / "templates").glob("[45]*.html"))
# The title of the list in the world of the tests.
TITLES = {"one"}
# What may be the same word: a name of ours, a kind of file, a city, a Kurdish month.
SAME = {"Sanad", "CSV", "XLSX", "Excel (XLSX)", "PDF", "E-mail", "IT", "QR", "London", "Toronto, New York", "Gulan (2)"}


def _problem(name: str, code: str) -> str:
    request = RequestFactory().get(f"/{code}/somewhere/")
    status = int(name.split("_")[0])
    return views.problem(request, status, template=f"{name}.html").content.decode()


@pytest.mark.parametrize("name", PROBLEMS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_of_trouble_speaks_the_language_and_shows_ways_on(name, code):
    """One heading in the reader's language, no English left, the way home and the way to help."""
    html = _problem(name, code)
    reading = Reading.of(html)
    (root,) = reading.all("html")
    assert (root.attributes["lang"], root.attributes["dir"]) == (LANGUAGES[code].html, LANGUAGES[code].direction)
    (heading,) = reading.all("h1")
    assert heading.text.strip()
    if code != "en":
        assert heading.text.strip() not in texts(_problem(name, "en"))
        assert left_in_english(html, _problem(name, "en")) - SAME == set()
    targets = {link.attributes.get("href") for link in reading.all("a")}
    assert {f"/{code}/", f"/{code}/help/"} <= targets


def test_every_page_of_trouble_is_there():
    assert {"400", "403", "403_csrf", "404", "405", "413", "429", "500", "503"} <= set(PROBLEMS)


# Staff see one language here: what is in the catalogues is there in each, and what is not is found in any.
WHO = [
    *[(name, code) for name in ("nobody", "family") for code in OTHERS],
    ("supervisor", "ku"),
    ("administrator", "ckb"),
]


@pytest.mark.parametrize(("name", "code"), WHO)
def test_no_sentence_of_a_page_stays_english(world, name, code):
    client = VISITORS[name](world)
    typed = {*world.canaries.all, "Ministry of lists", *(entry.native for entry in LANGUAGES.values())}
    alike = {*SAME, *TITLES, *Place.objects.values_list(f"name_{code}", flat=True)}
    with translation.override(code):
        alike |= {*country_names().values()}
    left, seen, is_staff = {}, 0, name not in {"nobody", "family"}
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    for path, english in html_pages(client, world.fitting, is_staff=is_staff, languages=("en",)):
        if english.status_code != 200 or path.startswith("/design/"):
            continue
        other = path if is_staff else f"/{code}/{path.removeprefix('/en/')}"
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = code
        page = client.get(other)
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        seen += 1
        left_over = left_in_english(page.content.decode(), english.content.decode())
        # A governorate stands beside its country.
        shared = {text for text in left_over if not alike.issuperset(text.split(" · "))}
        if found := {text for text in shared if not (INVENTED.fullmatch(text) or any(word in text for word in typed))}:
            left[other] = found
    assert left == {}
    assert seen > 5


def test_the_search_itself_works():
    english = '<html lang="en"><p title="Close">Hello <b>you</b></p><a lang="ar">x y</a><bdi>Azad</bdi>'
    assert left_in_english('<html lang="ku"><p title="Close">Silav <b>you</b></p><bdi>Azad</bdi>', english) == {
        "Close",
        "you",
    }


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("style", STYLES)
def test_no_sentence_of_a_paper_stays_english(code, style):
    registration = make_registration(language=code)
    html, english = (receipt_html(registration, style=style, language=LANGUAGES[one]) for one in (code, "en"))
    (root,) = Reading.of(html).all("html")
    assert (root.attributes["lang"], root.attributes["dir"]) == (LANGUAGES[code].html, LANGUAGES[code].direction)
    assert left_in_english(html, english) - SAME == set() and texts(html)


@pytest.mark.parametrize("code", OTHERS)
def test_no_sentence_of_a_mail_stays_english(code):
    mails = {
        one: compose("news", subject=news_text(one), address="a@example.org", language=LANGUAGES[one])
        for one in (code, "en")
    }
    html, english = (str(mails[one].alternatives[0][0]) for one in (code, "en"))
    assert left_in_english(html, english) - SAME == set() and texts(html)
    assert not set(mails[code].body.splitlines()) & set(filter(None, mails["en"].body.splitlines()))
    assert mails[code].subject != mails["en"].subject
