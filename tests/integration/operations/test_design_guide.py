"""The style guide: every component is shown, in four languages and both directions, and never in production."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal.core.languages import LANGUAGES
from portal.operations.design.samples import LONG, LONG_LATIN, MIXED
from portal.operations.design.tokens import contrast, pairs
from portal.operations.design.views import CHAPTERS, about
from tests.integration.whole_site.pages import Reading

ROOT = Path(__file__).resolve().parents[3]
PRODUCTION = """
import django
django.setup()
from django.urls import is_valid_path, reverse
print([bool(is_valid_path(path)) for path in ("/design/", "/design/ar/", "/design/ar/forms/", reverse("healthz"))])
"""


def chapters(client, language: str) -> dict:
    return {chapter: client.get(f"/design/{language}/{chapter}/") for chapter in CHAPTERS}


def test_every_component_is_shown(client):
    shown = {template.name for answer in chapters(client, "en").values() for template in answer.templates}
    assert [name for name in about() if f"components/{name}.html" not in shown] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_chapter_speaks_the_language_in_its_direction(client, language):
    entry = LANGUAGES[language]
    shown, for_developers = chapters(client, language), 0
    for chapter, answer in shown.items():
        assert answer.status_code == 200 and answer["Content-Language"] == language
        reading = Reading.of(answer.text)
        (root,) = reading.all("html")
        assert (root.attributes["lang"], root.attributes["dir"]) == (entry.html, entry.direction), chapter
        identities = [element.attributes["id"] for element in reading.elements if element.attributes.get("id")]
        assert len(identities) == len(set(identities)), chapter
        # What is written for developers says that it is English.
        for element in reading.elements:
            if element.attributes.get("class", "").startswith(("guide__about", "guide__state")):
                for_developers += 1
                assert (element.attributes["lang"], element.attributes["dir"]) == ("en", "ltr")
    assert shown and for_developers


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_and_ways_bear_hard_names(client, language):
    """Sixty letters without a space and two scripts in one name, in table, back link, crumbs and tag, each isolated."""
    pages = chapters(client, language)
    assert len(LONG) == len(LONG_LATIN) == 60
    for chapter in ("lists", "words"):
        isolated = [element.text.strip() for element in Reading.of(pages[chapter].text).all("bdi")]
        assert {LONG, LONG_LATIN, MIXED} <= set(isolated), chapter


def test_every_component_says_what_it_is_and_takes(client):
    assert all("Parameters: " in text for text in about().values())
    text = client.get("/design/en/words/").text
    assert "A state in words." in text


def test_text_reaches_seven_to_one():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert [pair for pair in pairs() if min(pair.light, pair.dark) < 7] == []


def test_what_is_not_there_is_not_found(client):
    assert client.get("/design/").status_code == 200
    for path in ("/design/de/", "/design/en/nothing/", "/design/en/../"):
        assert client.get(path).status_code == 404, path


def test_production_has_no_guide(tmp_path):
    secrets = dict.fromkeys(("SANAD_KEK", "SANAD_INDEX_KEY", "SANAD_PEPPER"), "61" * 32)
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    named = {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "PORTAL_DATA_DIR": str(tmp_path),
        "SECRET_KEY": "s" * 64 + "0123456789",
        "ALLOWED_HOSTS": "sanad.example",
        "PUBLIC_URL": "https://sanad.example",
        "STYLE_GUIDE": "1",
    }
    command = [sys.executable, "-c", PRODUCTION]
    done = subprocess.run(command, cwd=ROOT, env=kept | secrets | named, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().splitlines()[-1] == "[False, False, False, True]"
