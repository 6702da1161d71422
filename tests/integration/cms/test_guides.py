"""Guides for families: in four languages from the first day, edited by moderators only, and all on one page."""

import json
import re
import unicodedata

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale

from cms.initial.guides import GUIDES
from cms.models import CaseUpdatePage, GuideIndexPage, GuidePage
from portal.core.languages import LANGUAGES
from tests.factories.cms import make_editor, make_moderator
from tests.factories.organizations import make_organization
from tests.factories.sessions import signed_in

pytestmark = pytest.mark.django_db

SLUGS = {"protection", "registering", "held-in-iraq", "money"}
# Letters that belong to another language, by language.md.
WRONG = {
    "ar": re.compile("[يى](?<![\u064a\u0649])|[پچژگڤکیەێۆڕڵ]|[\u0660-\u0669\u06f0-\u06f9]"),
    "ckb": re.compile("[\u064a\u0649\u0643\u06be\u0629\u0640\u06f0-\u06f9]|\u0647\u200c"),
    "ku": re.compile("[ğıİöüäá\u0600-\u06ff]"),
    "en": re.compile("[\u0600-\u06ff]"),
}
# Words that declare a death, judge a person who is held, or promise.
FORBIDDEN = {
    "ar": ("شهيد", "مرحوم", "إرهاب", "مجرم", "داعش", "نعدكم بأن", "آسف"),
    "ckb": ("شەهید", "خوالێخۆشبوو", "تیرۆر", "تاوانبار", "داعش"),
    "ku": ("şehîd", "rehmetî", "teror", "sûcdar", "tawanbar", "daiş"),
    "en": ("martyr", "terror", "perpetrator", "isis", "unfortunately", "the system", "!"),
}


@pytest.fixture
def visitor() -> Client:
    return Client()


def guide(slug: str, code: str) -> GuidePage:
    return GuidePage.objects.get(slug=slug, locale__language_code=code)


def words(page: GuidePage) -> str:
    return f"{page.title} {page.summary} {page.body.render_as_block()}"


def test_four_guides_stand_in_each_language_and_are_joined():
    for slug in SLUGS:
        pages = GuidePage.objects.live().filter(slug=slug)
        assert {page.locale.language_code for page in pages} == set(LANGUAGES)
        assert len({page.translation_key for page in pages}) == 1
    assert GuidePage.objects.count() == 4 * len(SLUGS)
    assert GuideIndexPage.objects.live().count() == 4
    assert len(set(GuideIndexPage.objects.values_list("translation_key", flat=True))) == 1
    for page in GuidePage.objects.all():
        assert page.get_parent().numchild == 4
        assert page.get_parent().locale_id == page.locale_id


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_guide_is_read_in_each_language(visitor, code):
    for slug in SLUGS:
        response = visitor.get(f"/{code}/guides/{slug}/")
        text = response.content.decode()
        assert response.status_code == 200
        assert guide(slug, code).title in text
        for other in LANGUAGES:
            assert f'href="/{other}/guides/{slug}/"' in text, "the language switch keeps the page"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_keep_to_their_language(code):
    pages = GuidePage.objects.filter(locale__language_code=code)
    assert {page.slug for page in pages} >= set(SLUGS)
    for page in pages:
        text = words(page)
        assert unicodedata.is_normalized("NFC", text)
        assert not WRONG[code].findall(re.sub(r"<[^>]+>", "", text)), page.slug
        assert [word for word in FORBIDDEN[code] if word in text.lower()] == [], page.slug


def test_the_guides_are_short_and_say_the_same_in_all_languages():
    for one in GUIDES:
        shapes = {code: [kind for kind, _value in one.blocks(code)] for code in LANGUAGES}
        assert len({tuple(shape) for shape in shapes.values()}) == 1
        for code in LANGUAGES:
            length = len(" ".join(map(str, (value for _kind, value in one.blocks(code)))).split())
            assert 120 <= length <= 290, (one.slug, code, length)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_number_about_people_held_has_source_and_date(code):
    text = words(guide("held-in-iraq", code))
    for part in ("5704" if code != "en" else "5,704", "3544" if code != "en" else "3,544", "2026"):
        assert part in text
    source = {"ar": "المصدر", "ckb": "سەرچاوە", "ku": "avkanî", "en": "Source"}[code]
    assert text.count(source) >= 2


def test_a_missing_language_falls_back_and_says_so(visitor):
    guide("money", "ku").unpublish()
    for address in ("/ku/guides/", "/ku/help/", "/ku/help/offline/"):
        text = visitor.get(address).content.decode()
        assert re.search(r'lang="ar" dir="rtl"[^§]*?' + re.escape(guide("money", "ar").title), text), address
    assert 'href="/ar/guides/money/"' in visitor.get("/ku/guides/").content.decode()
    assert visitor.get("/ku/guides/money/").status_code == 404


def test_help_home_and_footer_lead_to_the_guides(visitor):
    helping = visitor.get("/en/help/").content.decode()
    for slug in SLUGS:
        assert f'href="/en/guides/{slug}/"' in helping
    assert 'href="/en/help/offline/"' in helping
    home = visitor.get("/en/").content.decode()
    assert 'href="/en/guides/protection/"' in home and 'href="/en/guides/"' in home
    guide("protection", "en").unpublish()
    home = visitor.get("/en/").content.decode()
    assert 'href="/en/guides/protection/"' not in home and 'href="/en/guides/"' in home


def test_the_page_to_keep_holds_all_guides_and_nobody(visitor):
    text = visitor.get("/en/help/offline/").content.decode()
    for slug in SLUGS:
        page = guide(slug, "en")
        assert page.title in text and page.summary in text
    assert "5,704" in text
    assert text.count("<h1") == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_kept_holds_no_form_and_is_the_same_each_time(visitor, code):
    text = visitor.get(f"/{code}/help/offline/").content.decode()
    assert "<form" not in text and "csrf" not in text
    assert visitor.get(f"/{code}/help/offline/").content.decode() == text
    address = f"/{code}/help/offline/worker.js"
    assert visitor.get(address).content == visitor.get(address).content


def test_numbers_take_the_digits_of_the_reader(visitor):
    assert "٥٧٠٤" in visitor.get("/ar/guides/held-in-iraq/").content.decode()
    visitor.cookies["digits"] = "latn"
    assert "5704" in visitor.get("/ar/guides/held-in-iraq/").content.decode()


def kept(response) -> dict:
    return json.loads(re.match(r"const KEPT = (.*);\n", response.content.decode()).group(1))


def test_the_worker_keeps_the_page_and_its_files_only(visitor):
    response = visitor.get("/ckb/help/offline/worker.js")
    assert response["Content-Type"] == "text/javascript"
    assert "Service-Worker-Allowed" not in response
    what = kept(response)
    assert what["page"] == "/ckb/help/offline/"
    assert all(address.startswith("/static/") for address in what["files"])
    page = visitor.get("/ckb/help/offline/").content.decode()
    assert set(re.findall(r'"(/static/[^"#]+)"', page)) <= set(what["files"]), "the page asks for more than is kept"
    assert visitor.post("/ckb/help/offline/worker.js").status_code in {403, 405}


def test_the_worker_differs_when_a_guide_does(visitor):
    address = "/en/help/offline/worker.js"
    before = kept(visitor.get(address))
    assert kept(visitor.get(address)) == before
    page = guide("money", "en")
    page.summary = "Another sentence."
    page.save_revision().publish()
    after = kept(visitor.get(address))
    assert after["name"] != before["name"] and after["name"].startswith("guides-en-")


EDITING = ("edit", "copy", "move", "delete", "unpublish", "history", "usage", "lock")


def test_an_editor_of_an_organization_changes_no_guide():
    editor = signed_in(make_editor(make_organization()))
    page = guide("money", "en")
    index = page.get_parent()
    for view in EDITING:
        for one in (page, index):
            response = editor.get(reverse(f"wagtailadmin_pages:{view}", args=[one.pk]))
            assert response.status_code in {302, 403, 404, 405}, view
    add = reverse("wagtailadmin_pages:add", args=["cms", "guidepage", index.pk])
    assert editor.post(add, {"title": "x"}).status_code in {302, 403}
    assert GuidePage.objects.count() == 16


def test_an_editor_translates_no_guide():
    """The library asks for one permission over all pages, which editors need for their own reports."""
    page = guide("money", "en")
    GuidePage.objects.filter(slug="money", locale__language_code="ku").get().delete()
    editor = signed_in(make_editor(make_organization()))
    address = reverse("simple_translation:submit_page_translation", args=[page.pk])
    locale = Locale.objects.get(language_code="ku")
    assert editor.get(address).status_code in {302, 403, 404}
    assert editor.post(address, {"locales": [str(locale.pk)]}).status_code in {302, 403, 404}
    assert not GuidePage.objects.filter(translation_key=page.translation_key, locale=locale).exists()


def test_a_moderator_changes_a_guide(visitor):
    page = guide("money", "en")
    moderator = signed_in(make_moderator())
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert moderator.get(address).status_code == 200
    form = {
        "title": "Money for news",
        "slug": "money",
        "summary": "One sentence.",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "paragraph",
        "body-0-value": "Do not pay.",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "comment_notifications": "",
        "action-publish": "1",
    }
    assert moderator.post(address, form | {"summary": "a\u202eb"}).status_code == 200
    assert moderator.post(address, form).status_code == 302
    text = visitor.get("/en/guides/money/").content.decode()
    assert "Do not pay." in text and "One sentence." in text and "Signs of a lie" not in text


def test_guides_and_reports_keep_to_their_places():
    assert not GuidePage.can_create_at(CaseUpdatePage(depth=4))
    with override("en"):
        index = GuideIndexPage.objects.first()
        assert [model.__name__ for model in index.allowed_subpage_models()] == ["GuidePage"]
        assert not GuideIndexPage.can_create_at(index.get_parent()), "there is one list for each language"
