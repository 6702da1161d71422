"""What search engines may list: exactly the public pages of a real installation, and each says where else it stands."""

from __future__ import annotations

import json
import re

import pytest
from defusedxml import ElementTree
from django.test import Client

from cms.models import GuidePage
from portal.core.languages import LANGUAGES
from tests.factories.cms import make_section, make_update
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding

from .addresses import addresses
from .pages import Reading
from .test_rendered_pages import TOPIC_WORDS
from .visitors import VISITORS

pytestmark = [pytest.mark.django_db, pytest.mark.pages]

# Every other address is closed to search engines; a new one is closed until somebody writes it here.
LISTED = {"support:help", "figures:index", "proceedings:index", "proceedings:detail", "wagtail_serve"}
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def refuses(response) -> set[str]:
    """Where an answer says that it is not to be listed: in the header, in the page, or in both."""
    found = {"header"} if "noindex" in response.get("X-Robots-Tag", "") else set()
    if not response.streaming and "html" in response.get("Content-Type", ""):
        metas = Reading.of(response.content.decode()).all("meta")
        robots = [one.attributes.get("content", "") for one in metas if one.attributes.get("name") == "robots"]
        found |= {"page"} if any("noindex" in one for one in robots) else set()
    return found


def is_page(response) -> bool:
    return not response.streaming and response.status_code == 200 and "html" in response.get("Content-Type", "")


@pytest.mark.parametrize("name", ["nobody", "family", "administrator"])
def test_only_public_pages_are_listed(world, name):
    """Whoever asks: home, help, proceedings. Never a form, her page, the office, the editor, an error or a redirect."""
    client = VISITORS[name](world)
    wrong, listed = {}, set()
    for address in addresses():
        if address.is_editor and name != "administrator":
            continue
        # The tree of pages answers below any path; its root is the home page.
        tree = {"_0": [""]} if address.name == "wagtail_serve" else {}
        for path in address.paths({key: values[:2] for key, values in world.values.items()} | tree):
            response = client.get(path)
            found = refuses(response)
            if address.name in LISTED and response.status_code == 200:
                expected = set()
                listed.add(address.name)
            else:
                expected = {"header", "page"} if is_page(response) and not address.is_editor else {"header"}
            if not expected <= found or (not expected and found):
                wrong[path] = (response.status_code, found)
    assert wrong == {}
    assert listed == LISTED


def test_a_demonstration_is_never_listed(client, settings):
    settings.DEMONSTRATION = True
    proceeding = make_proceeding()
    page = make_update(make_organization(), proceeding)
    for path in ("/en/", "/en/help/", "/en/proceedings/", f"/en/proceedings/{proceeding.slug}/", page.url):
        assert refuses(client.get(path)) == {"header", "page"}, path
    assert client.get("/sitemap.xml").status_code == 404


def test_an_answer_to_a_form_is_not_listed(client):
    assert "header" in refuses(client.post("/en/help/"))


def _links(html: str, rel: str) -> dict[str, str]:
    links = [one.attributes for one in Reading.of(html).all("link") if one.attributes.get("rel") == rel]
    return {link.get("hreflang", ""): link["href"] for link in links}


@pytest.mark.parametrize("path", ["/en/", "/en/help/", "/en/proceedings/"])
def test_a_page_of_ours_stands_in_four_languages(client, settings, path):
    settings.PUBLIC_URL = "https://sanad.example"
    html = client.get(path).text
    assert _links(html, "canonical") == {"": f"https://sanad.example{path}"}
    expected = {
        entry.html: f"https://sanad.example{path.replace('/en/', f'/{code}/', 1)}" for code, entry in LANGUAGES.items()
    }
    assert _links(html, "alternate") == {**expected, "x-default": expected["ar"]}


def test_without_a_setting_the_address_asked_for_is_used(client):
    html = client.get("/ku/help/").text
    assert _links(html, "canonical") == {"": "http://testserver/ku/help/"}


def test_a_number_of_the_list_is_a_page_of_its_own_and_other_questions_are_not(client):
    for _number in range(21):
        make_proceeding()
    assert _links(client.get("/en/proceedings/?n=2").text, "canonical")[""].endswith("/en/proceedings/?n=2")
    for query in ("n=1", "n=99", "n=x", "utm_source=x"):
        assert _links(client.get(f"/en/proceedings/?{query}").text, "canonical")[""].endswith("/en/proceedings/"), query


def test_a_proceeding_stands_only_in_the_languages_it_is_written_in(client):
    proceeding = make_proceeding(title={"en": "Only in English", "ar": "بالعربية"})
    html = client.get(f"/ku/proceedings/{proceeding.slug}/").text
    assert set(_links(html, "alternate")) == {"ar", "en", "x-default"}
    # Read in Kurmanji it shows the Arabic words, so that is where it is known.
    assert _links(html, "canonical")[""].endswith(f"/ar/proceedings/{proceeding.slug}/")


def test_a_report_stands_only_in_the_languages_it_is_written_in(client):
    page = make_update(make_organization(), make_proceeding())
    assert set(_links(client.get(page.url).text, "alternate")) == {"en", "x-default"}


def test_every_page_has_words_for_search_engines_in_its_language(client):
    proceeding = make_proceeding()
    page = make_update(make_organization(), proceeding)
    paths = ["/help/", "/proceedings/", f"/proceedings/{proceeding.slug}/", "/"]
    told = {}
    for code in LANGUAGES:
        for path in [f"/{code}{path}" for path in paths] + [page.url]:
            reading = Reading.of(client.get(path).text)
            metas = {
                one.attributes.get("name") or one.attributes.get("property"): one.attributes.get("content", "")
                for one in reading.all("meta")
            }
            told[path] = metas["description"]
            assert 20 <= len(metas["description"]) <= 200, path
            assert metas["og:description"] == metas["description"]
            assert metas["og:title"] == reading.all("title")[0].text.strip()
            assert metas["og:url"].endswith(path) or proceeding.slug in path
            assert metas["og:image"].endswith(f"/static/images/share-{path.split('/')[1]}.png")
            assert metas["og:locale"] == LANGUAGES[path.split("/")[1]].locale
    assert len(set(told.values())) >= 5


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_title_of_ours_names_the_subject(client, code):
    """What a tab, a history or a bookmark shows; the description is read elsewhere."""
    for path in ("", "help/", "proceedings/", "register/", "return/"):
        title = Reading.of(client.get(f"/{code}/{path}").text).all("title")[0].text.strip().lower()
        allowed = ("regist", "تسجيل", "تۆمارکردن", "tomarkirin") if path == "register/" else ()
        assert title and not [word for word in TOPIC_WORDS[code] if word in title and word not in allowed], path


def _data(html: str) -> list[dict]:
    return [json.loads(one) for one in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)]


def test_a_report_is_news_by_its_organization_and_names_nobody_else(client):
    organization = make_organization(names={"en": "Two Rivers"})
    page = make_update(organization, make_proceeding(), title="</script><b>&")
    (data,) = _data(client.get(page.url).text)
    publisher = {"@type": "Organization", "name": "Two Rivers"}
    assert data.pop("datePublished") <= data.pop("dateModified")
    assert data == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "</script><b>&",
        "inLanguage": "en",
        "author": publisher,
        "publisher": publisher,
        "url": f"http://testserver{page.url}",
    }


def test_an_organization_s_section_speaks_of_the_organization(client):
    organization = make_organization(names={"en": "Two Rivers"})
    organization.website = "https://two-rivers.example/"
    organization.save()
    section = make_section(organization)
    (data,) = _data(client.get(section.url).text)
    assert data["@type"] == "Organization" and data["name"] == "Two Rivers"
    assert data["sameAs"] == ["https://two-rivers.example/"]


def test_the_home_page_names_the_operator_where_there_is_one(client, settings):
    (data,) = _data(client.get("/ku/").text)
    assert data["@type"] == "WebSite" and data["inLanguage"] == "ku-Latn" and "publisher" not in data
    settings.OPERATOR_NAMES = {"ar": "جمعية", "ckb": "", "ku": "", "en": "Society"}
    (data,) = _data(client.get("/ku/").text)
    assert data["publisher"] == {"@type": "Organization", "name": "جمعية"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_guides_are_listed_as_articles_of_the_operator(client, settings, code):
    settings.OPERATOR_NAMES = {"ar": "", "ckb": "", "ku": "", "en": "Society"}
    guide = GuidePage.objects.live().filter(locale__language_code=code).first()
    for page in (guide, guide.get_parent()):
        answer = client.get(page.url)
        assert not refuses(answer) and page.url in client.get("/sitemap.xml").text
    (data,) = _data(client.get(guide.url).text)
    assert data["@type"] == "Article" and data["inLanguage"] == LANGUAGES[code].html
    assert data["publisher"] == {"@type": "Organization", "name": "Society"}
    assert guide.summary[:20] in client.get(guide.url).text


def test_the_copy_to_keep_is_not_listed(client):
    """It holds what the guides hold, and is there to be kept, not found."""
    assert refuses(client.get("/en/help/offline/")) == {"header", "page"}


def test_a_proceeding_is_no_event_and_no_person(client):
    assert _data(client.get(f"/en/proceedings/{make_proceeding().slug}/").text) == []


def _unlisted_pages() -> list:
    hidden = make_proceeding()
    hidden.is_public = False
    hidden.save()
    unverified = make_organization()
    about_hidden = make_update(make_organization(), hidden)
    draft = make_update(make_organization(), make_proceeding(), is_live=False)
    of_unverified = make_update(unverified, make_proceeding())
    unverified.verified_at = None
    unverified.save()
    return [about_hidden, draft, of_unverified, of_unverified.get_parent()]


def test_what_readers_are_not_led_to_is_not_listed(client):
    pages = _unlisted_pages()
    listing = client.get("/sitemap.xml").text
    for page in pages:
        assert "header" in refuses(client.get(page.url)), page
        assert page.url not in listing, page


def test_the_sitemap_holds_exactly_what_may_be_listed(client, settings):
    settings.PUBLIC_URL = "https://sanad.example"
    _unlisted_pages()
    proceeding = make_proceeding(title={"en": "Only in English"})
    organization = make_organization(slug="two-rivers")
    report = make_update(organization, proceeding)
    response = client.get("/sitemap.xml", headers={"accept-language": "ar"})
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    seen = {}
    for entry in ElementTree.fromstring(response.content):
        address = entry.findtext(f"{SITEMAP}loc", "")
        seen[address] = {link.get("hreflang"): link.get("href") for link in entry.findall(f"{XHTML}link")}
        changed = entry.findtext(f"{SITEMAP}lastmod")
        assert changed is None or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", changed)
    paths = {address.removeprefix("https://sanad.example") for address in seen}
    for code in LANGUAGES:
        assert {f"/{code}/", f"/{code}/help/", f"/{code}/proceedings/", f"/{code}/two-rivers/"} <= paths
    assert report.url in paths
    assert [path for path in paths if proceeding.slug in path] == [f"/en/proceedings/{proceeding.slug}/"]
    for address, links in seen.items():
        answer = Client().get(address.removeprefix("https://sanad.example"))
        assert answer.status_code == 200 and not refuses(answer), address
        assert _links(answer.text, "canonical") == {"": address}
        assert _links(answer.text, "alternate") == links
