"""No sentence of a page of trouble, a paper or a mail stays English in another language."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory

from portal.core import views
from portal.core.languages import LANGUAGES
from portal.family.receipts import STYLES, receipt_html
from portal.notifications.mail import compose
from portal.notifications.senders import news_text
from tests.factories.registry import make_registration

from .pages import Reading
from .words import SAME, left_in_english, texts

pytestmark = [pytest.mark.django_db, pytest.mark.pages, pytest.mark.long]

OTHERS = ("ar", "ckb", "ku")
PROBLEMS = sorted(file.stem for file in (Path(settings.BASE_DIR) / "templates").glob("[45]*.html"))


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
