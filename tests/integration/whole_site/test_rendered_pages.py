"""R-40, R-42, R-44, R-82: what holds for every page as a browser gets it, in four languages, for everybody."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.urls import translate_url

from portal.core.languages import LANGUAGES
from tests.answers import posted
from tests.integration.family.conftest import walk

from .addresses import EDITOR, addresses
from .pages import Reading
from .visitors import VISITORS
from .wholeness import faults

pytestmark = [pytest.mark.django_db, pytest.mark.pages, pytest.mark.long]

# Words that would tell somebody who looks over her shoulder, or into the history, what the page is about.
TOPIC_WORDS = {
    "ar": ("مفقود", "محتجز", "معتقل", "سجين", "سجن", "تسجيل", "ناجي", "ناجٍ", "ضحي", "اختفاء", "قتل", "تعذيب", "شهيد"),
    "ckb": (
        "ونبوو",
        "بێسەروشوێن",
        "دەستبەسەر",
        "گیراو",
        "زیندان",
        "تۆمارکردن",
        "ڕزگاربوو",
        "قوربانی",
        "کوژرا",
        "ئەشکەنجە",
    ),
    "ku": ("winda", "girtî", "zindan", "qeyd", "tomarkirin", "rizgar", "qurban", "kuşt", "êşkence", "şehîd"),
    "en": (
        "missing",
        "detain",
        "prison",
        "regist",
        "surviv",
        "victim",
        "disappear",
        "killed",
        "torture",
        "genocide",
        "isis",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_out_leads_out(client, language):
    """Also without a page to close, and by a single request."""
    response = client.get(f"/{language}/leave/")
    assert response.status_code == 302 and response["Location"] == settings.QUICK_EXIT_URL
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_pages_speak_the_chosen_language(world, language):
    client = VISITORS["supervisor"](world)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    for path in ("/office/", "/office/pairs/", "/staff/2fa/", "/office/nothing/"):
        html = client.get(path).content.decode()
        assert list(faults(path, language, html, set())) == [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_of_her_pages_hold_no_word_of_the_topic(world, language):
    """The steps, the code, the check, the page after, coming back and her own page (R-42)."""
    client = VISITORS["family"](world)
    names = (
        "family:step",
        "family:hub",
        "family:call",
        "family:check",
        "family:done",
        "family:me",
        "family:page",
        "family:return",
        "family:talk",
    )
    titles = {}
    for address in addresses():
        if address.name in names:
            for path in address.paths(world.values):
                if path.startswith(f"/{language}/"):
                    response = client.get(path)
                    if response.status_code == 200:
                        titles[path] = Reading.of(response.content.decode()).all("title")[0].text.lower()
    assert len(titles) >= 10
    told = {path: title for path, title in titles.items() for word in TOPIC_WORDS[language] if word in title}
    assert told == {}
    assert not any(word in path for path in titles for word in TOPIC_WORDS["en"] if word != "regist")


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_is_shown_as_text(world, language):
    """What she typed comes back escaped, and a name stands by itself in a direction of its own (R-82)."""
    client = Client()
    typed = "<script>alert(1)</script>\"' onmouseover=x {{ 7|add:7 }} Azad آزاد"
    walk(client, language, upto=4, posted=posted(reach={"wish": "code"}, name={"full": typed}))
    for path in (f"/{language}/register/4/", f"/{language}/register/9/", f"/{language}/me/"):
        html = client.get(path).content.decode()
        assert ("<script>alert" not in html and "{{ 7" in html) or "Azad" not in html
        assert list(faults(path, language, html, set())) == []
    check = Reading.of(client.get(f"/{language}/register/9/").content.decode())
    assert any("Azad" in element.text for element in check.all("bdi"))


def test_the_same_page_is_offered_in_each_language(world):
    """The switch of a public page leads to the page itself, never elsewhere."""
    client = Client()
    for path in ("/en/help/", "/en/register/", "/en/return/", "/en/proceedings/", "/en/proceedings/bab-al-nahr/"):
        links = {link.attributes.get("href") for link in Reading.of(client.get(path).text).all("a")}
        assert {translate_url(path, code) for code in LANGUAGES if code != "en"} <= links, path


def test_the_editor_stays_under_its_prefix():
    """Only the editor has a looser policy, so nothing of the editor may answer elsewhere."""
    assert [
        one.form for one in addresses() if "wagtailadmin" in one.name and not f"/{one.form}".startswith(EDITOR)
    ] == []
