"""Icons, marks and pictures: one sprite, neutral favicons, a share image for each language."""

import re

import pytest
from django.conf import settings
from PIL import Image

from portal.core.icons import icons
from portal.core.languages import LANGUAGES
from tests.architecture.sources import templates

IMAGES = settings.BASE_DIR / "static" / "images"
KILOBYTE = 1024


def test_every_symbol_of_the_sprite_is_read():
    sprite = (IMAGES / "icons.svg").read_text()
    assert set(icons()) == set(re.findall(r'<symbol id="(\w+)"', sprite)) and len(icons()) >= 20
    assert all(re.fullmatch(r"(<(path|circle) [^<>]+/>)+", icon.drawing) for icon in icons().values())


def test_templates_name_only_icons_there_are():
    named = {name for _path, text in templates() for name in re.findall(r'{% icon "(\w+)" %}', text)}
    assert named <= set(icons())


def test_what_points_somewhere_is_mirrored_and_what_does_not_is_not():
    directional = {name for name, icon in icons().items() if icon.is_directional}
    assert {"back", "next", "exit"} <= directional
    assert not directional & {"check", "cross", "seek", "globe", "phone", "lock"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_share_images(code):
    path = IMAGES / f"share-{code}.png"
    with Image.open(path) as image:
        assert image.size == (1200, 630) and image.format == "PNG"
    assert path.stat().st_size <= 60 * KILOBYTE


@pytest.mark.parametrize("size", [32, 180])
def test_favicons(size):
    with Image.open(IMAGES / f"favicon-{size}.png") as image:
        assert image.size == (size, size)
    assert (IMAGES / f"favicon-{size}.png").stat().st_size <= 2 * KILOBYTE


def test_the_favicon_says_nothing():
    """The picture of a tab may be seen by somebody else: no words, no name, nothing but bricks."""
    text = re.sub(r"<style>.*?</style>", "", (IMAGES / "favicon.svg").read_text())
    assert re.sub(r"<[^<>]*>", "", text).strip() == ""
    assert not re.search(r"<text|<title|<desc|aria-|href", text)


def test_the_bar_of_the_browser_has_the_colour_of_paper():
    tokens = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text()
    papers = re.findall(r"--paper: (#[0-9a-f]{6})", tokens)[:2]
    base = (settings.BASE_DIR / "templates" / "base.html").read_text()
    assert re.findall(r'name="theme-color" content="(#[0-9a-f]{6})"', base) == papers
