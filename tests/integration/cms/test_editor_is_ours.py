"""The editor carries the name, the colours and the four languages; its words that we translate are really Wagtail's."""

import re
from datetime import date
from pathlib import Path

import polib
import pytest
import wagtail
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.localization import get_js_translation_strings

from cms.editor_words import WORDS
from portal.core.languages import LANGUAGES
from tests.architecture.sources import ROOT
from tests.factories.cms import make_editor, make_moderator, make_section
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding
from tests.factories.sessions import signed_in
from tests.integration.notifications.html import html_elements

pytestmark = [pytest.mark.django_db, pytest.mark.pages]

# Wagtail writes Django's code. `ku` without a script means Latin letters (CLDR, likely subtags), as our `ku-Latn` says.
WRITTEN = {"ar": ("ar", "rtl"), "ckb": ("ckb", "rtl"), "ku": ("ku", "ltr"), "en": ("en", "ltr")}
EGYPTIAN = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس")


def moderator_in(code: str) -> Client:
    moderator = make_moderator()
    moderator.language = code
    moderator.save()
    return signed_in(moderator)


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_carries_language_direction_name_and_colours(code):
    text = moderator_in(code).get("/cms/").content.decode()
    elements = html_elements(text)
    (page,) = [found for tag, found in elements if tag == "html"]
    assert (page["lang"], page["dir"]) == WRITTEN[code]
    assert [found["href"] for tag, found in elements if tag == "link" and "editor" in (found["href"] or "")]
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    assert title is not None and settings.PRODUCT_NAMES[code] in title[1] and "Wagtail" not in title[1]
    logo = re.search(r"<template data-wagtail-sidebar-branding-logo>(.*?)</template>", text, re.DOTALL)
    assert logo is not None and "mark__kept" in logo[1] and settings.PRODUCT_NAMES[code] in logo[1]


def test_its_colours_are_ours_by_day_and_by_night():
    sheet = (ROOT / "static" / "css" / "editor.css").read_text()
    for theme in (":root", ".w-theme-dark", ".w-theme-system"):
        assert re.search(rf"{re.escape(theme)} \{{[^}}]*-hue: 23[12];", sheet), theme
    # The names are Wagtail's; an update that renames them would leave its own purple behind.
    core = (Path(wagtail.__file__).parent / "admin/static/wagtailadmin/css/core.css").read_text()
    assert {name for name in re.findall(r"(--w-[\w-]+):", sheet) if f"{name}:" not in core} == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_text_stands_in_its_own_direction_and_its_label_in_the_reader_s(code):
    proceeding = make_proceeding()
    edit = reverse("wagtailsnippets_proceedings_proceeding:edit", args=[proceeding.pk])
    text = moderator_in(code).get(edit).content.decode()
    told = {found["id"]: (found.get("lang"), found.get("dir")) for _tag, found in html_elements(text) if "id" in found}
    for language in LANGUAGES.values():
        for field in ("title", "summary", "finality_note"):
            assert told[f"id_{field}_{language.code}"] == (language.html, language.direction)
    assert {told[name] for name in told if name and name.endswith("-section")} == {(None, None)}
    assert not re.search(r"\[(?:ar|ckb|ku|en)\]", text)


def test_dates_have_the_months_of_iraq_and_syria():
    proceeding = make_proceeding()
    proceeding.last_checked_on = date(2026, 3, 14)
    proceeding.save()
    text = moderator_in("ar").get(reverse("wagtailsnippets_proceedings_proceeding:list")).content.decode()
    assert "آذار" in text
    with override("ar"):
        months = get_js_translation_strings()["MONTHS"]
    assert months[2] == "آذار" and not set(months) & set(EGYPTIAN)
    assert not [month for month in EGYPTIAN if month in text]


def test_nobody_is_offered_mails_that_never_come():
    for client in (moderator_in("en"), signed_in(make_editor(make_organization()))):
        text = client.get("/cms/account/").content.decode()
        assert 'name="name_email-first_name"' in text
        assert "notifications" not in re.findall(r'name="([a-z_]+)-', text)


def test_page_types_have_names_in_the_reader_s_language():
    section = make_section(make_organization())
    text = moderator_in("ku").get(reverse("wagtailadmin_explore", args=[section.pk])).content.decode()
    assert "Case update page" not in text and "Organization page" not in text


def test_words_of_the_editor_are_wagtail_s():
    catalogues = Path(wagtail.__file__).parent.glob("**/locale/en/LC_MESSAGES/django.po")
    known = {entry.msgid for path in catalogues for entry in polib.pofile(str(path))}
    assert [word for word in WORDS if word not in known] == []
    assert len(set(WORDS)) == len(WORDS)
