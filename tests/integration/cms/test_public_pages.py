"""Homes in four languages, proceedings with their sources, and reports in the reader's language or the nearest one."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from wagtail.models import Locale, Site, Workflow

from cms.models import HomePage
from portal.core.languages import LANGUAGES
from tests.factories.cms import make_update
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding

pytestmark = pytest.mark.django_db

WORDS = {"ar": "محتجز", "ckb": "دەستبەسەر", "ku": "girtî", "en": "detained"}


@pytest.fixture
def visitor() -> Client:
    return Client()


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_its_home(visitor, code):
    response = visitor.get(f"/{code}/")
    text = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{LANGUAGES[code].html}" dir="{LANGUAGES[code].direction}"' in text
    assert text.count("<html") == 1
    assert settings.PRODUCT_NAMES[code] in text
    assert WORDS[code] in text
    assert "style=" not in text and "<script>" not in text


def test_homes_are_translations_under_one_site():
    homes = HomePage.objects.all()
    assert {home.locale.language_code for home in homes} == set(LANGUAGES)
    assert len({home.translation_key for home in homes}) == 1
    assert Site.objects.get().root_page.specific in homes
    assert homes[0].get_parent().numchild == 4


def test_home_is_light_and_asks_little(visitor, django_assert_max_num_queries):
    organization, proceeding = make_organization(), make_proceeding()
    for number in range(5):
        make_update(organization, proceeding, title=f"Report {number}")
    visitor.get("/en/")
    with django_assert_max_num_queries(12):
        response = visitor.get("/en/")
    assert response.content.decode().count("Report ") == 3
    assert len(response.content) < 20_000


def test_drafts_and_hidden_proceedings_stay_out_of_the_news(visitor):
    organization = make_organization()
    hidden = make_proceeding()
    hidden.is_public = False
    hidden.save()
    make_update(organization, hidden, title="About something hidden")
    make_update(organization, make_proceeding(), title="Not yet approved", is_live=False)
    text = visitor.get("/en/").content.decode()
    assert "About something hidden" not in text and "Not yet approved" not in text
    assert visitor.get(f"/en/proceedings/{hidden.slug}/").status_code == 404


def test_news_fall_back_and_say_so(visitor):
    make_update(make_organization(), make_proceeding(), language="ar", title="ما رأيناه")
    text = visitor.get("/ku/").content.decode()
    assert re.search(r'<h3><a href="/ar/[^"]+"><bdi lang="ar" dir="rtl">ما رأيناه</bdi></a></h3>', text)
    assert '<bdi lang="ar" dir="rtl">العربية</bdi>' in text
    assert 'dir="rtl">ما رأيناه' not in visitor.get("/ar/").content.decode()


def test_a_report_is_shown_once_in_the_reader_s_language(visitor):
    organization, proceeding = make_organization(), make_proceeding()
    english = make_update(organization, proceeding, title="In English")
    arabic = english.copy_for_translation(Locale.objects.get(language_code="ar"))
    arabic.title = "بالعربية"
    arabic.save_revision().publish()
    for code, there, absent in [("en", "In English", "بالعربية"), ("ar", "بالعربية", "In English")]:
        text = visitor.get(f"/{code}/proceedings/{proceeding.slug}/").content.decode()
        assert there in text and absent not in text


def test_a_proceeding_shows_facts_with_source_and_date(visitor):
    proceeding = make_proceeding()
    with translation.override("en"):
        text = visitor.get(f"/en/proceedings/{proceeding.slug}/").content.decode()
    for words in (
        "Trial about Bab al-Nahr",
        "Court of Rheinstadt",
        '<bdi class="ref" dir="ltr" translate="no">4 St 12/24</bdi>',
        "A person who is held or accused is presumed innocent until a court decides.",
        "Two men are charged",
        "court statement",
        "https://court.example/1",
        "No news since",
        "The judgment may still change.",
    ):
        assert words in text, words


def test_numbers_of_our_own_sentences_take_the_reader_s_digits(visitor):
    proceeding = make_proceeding(summary={"en": "More than 300 people spoke.", "ar": "تكلّم أكثر من 300 شخص."})
    arabic = visitor.get(f"/ar/proceedings/{proceeding.slug}/").content.decode()
    assert "تكلّم أكثر من ٣٠٠ شخص." in arabic
    assert "4 St 12/24" in arabic, "the number of a case stays as the court writes it"
    proceeding = make_proceeding(summary={"en": "More than 300 people spoke."})
    sorani = visitor.get(f"/ckb/proceedings/{proceeding.slug}/").content.decode()
    assert '<span lang="en" dir="ltr">More than 300 people spoke.</span>' in sorani


def test_an_organization_s_page_names_it_once(visitor):
    page = make_update(make_organization(names={"en": "Two Banks"}), make_proceeding())
    main = visitor.get(page.get_parent().get_url()).content.decode().split("<main")[1].split("</main>")[0]
    assert main.count("Two Banks") == 1


def test_what_is_over_awaits_no_news(visitor):
    proceeding = make_proceeding(stage="final")
    page = visitor.get(f"/en/proceedings/{proceeding.slug}/")
    assert page.status_code == 200 and "No news since" not in page.content.decode()


def test_a_missing_translation_is_marked_with_its_language(visitor):
    proceeding = make_proceeding(title={"en": "Only in English"})
    text = visitor.get(f"/ckb/proceedings/{proceeding.slug}/").content.decode()
    assert '<h1><span lang="en" dir="ltr">Only in English</span></h1>' in text
    listing = visitor.get("/ckb/proceedings/").content.decode()
    assert '<span lang="en" dir="ltr">Only in English</span>' in listing


def test_a_report_page_names_its_organization_and_its_translations(visitor):
    organization = make_organization(slug="two-rivers", names={"en": "Two Rivers"})
    page = make_update(organization, make_proceeding())
    text = visitor.get(page.url).content.decode()
    assert page.url.startswith("/en/two-rivers/")
    assert "Two Rivers" in text and "Our lawyers were there." in text
    # Not written in Arabic: the switch leads home instead of into nothing.
    assert re.search(r'href="/ar/" lang="ar"', text)
    assert visitor.get("/ar/two-rivers/").status_code == 200


def test_a_report_cannot_smuggle_markup(visitor):
    page = make_update(make_organization(), make_proceeding(), title="<script>alert(1)</script>")
    page.body = [("paragraph", "<img src=x onerror=alert(1)>"), ("points", ["<b>x</b>"]), ("heading", "<i>y</i>")]
    page.save_revision().publish()
    text = visitor.get(page.url).content.decode()
    for bad in ("<script>alert", "<img src=x", "<b>x</b>", "<i>y</i>"):
        assert bad not in text
    assert visitor.get("/en/").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        '/en/proceedings/?n="',
        "/en/proceedings/?n=999999999999999999999999999999",
        "/en/proceedings/?n=-1",
        "/en/proceedings/?n=%D9%A3",
        '/en/?q="',
        '/en/proceedings/?q="',
    ],
)
def test_odd_addresses_are_answered(visitor, address):
    make_proceeding()
    assert visitor.get(address).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/en/proceedings/none/", "/en/search/", "/en/proceedings/" + "a" * 3000 + "/", "/en/%F0%9F%92%A5/", "/en/_x_/"],
)
def test_what_does_not_exist_is_not_found(visitor, address):
    assert visitor.get(address).status_code == 404


def test_a_missing_staff_page_is_not_looked_for_under_a_language(visitor):
    assert visitor.get("/static/none.css").status_code == 404


def test_moderation_stands_over_the_whole_tree():
    workflow = Workflow.objects.get(active=True)
    assert workflow.workflow_pages.get().page.is_root()
    assert [group.name for task in workflow.tasks for group in task.specific.groups.all()] == ["Moderators"]
