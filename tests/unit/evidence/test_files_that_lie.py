"""R-70, R-71, R-72: a file is what its name, its content and its own parser say together, or it is refused."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import PurePath

import pytest
from PIL import Image, ImageFile

from portal.evidence.enums import Refusal
from portal.evidence.examination import verdicts as v
from portal.evidence.examination.examine import examine
from portal.evidence.sandbox import copy_of, media_type_of
from tests.files_that_lie import GPS, HONEST, LYING, film, noted_jpeg, picture, png_of


@pytest.fixture(autouse=True)
def _own_limits(monkeypatch):
    """Outside tests the examination has a process for itself, and sets Pillow's limits there."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", ImageFile.LOAD_TRUNCATED_IMAGES)


def _ending(name: str) -> str:
    return PurePath(name).suffix.removeprefix(".").lower()


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_file_is_taken_for_what_it_is_r70(name):
    content, media_type = HONEST[name]
    assert examine(content, ending=_ending(name)) == media_type


def test_there_are_enough_hostile_files_r70():
    assert len(LYING) >= 60


@pytest.mark.parametrize("name", LYING)
def test_a_file_that_lies_is_refused_with_its_reason_r70(name):
    content, reason = LYING[name]
    with pytest.raises(v.Lies) as refused:
        examine(content, ending=_ending(name))
    assert refused.value.reason == reason


def test_every_reason_has_words_for_the_sender():
    assert {reason for _content, reason in LYING.values()} <= set(Refusal.values)


@pytest.mark.parametrize("name", ["photo.jpg", "paper.pdf", "144 megapixels.png"])
def test_the_same_is_said_in_a_process_of_its_own(name):
    content, expected = (HONEST | LYING)[name]
    try:
        said = media_type_of(content, ending=_ending(name))
    except v.Lies as lies:
        said = lies.reason
    assert said == expected


def test_a_copy_comes_out_of_that_process_too():
    made = copy_of(noted_jpeg(), media_type=v.JPEG)
    assert made is not None and made.media_type == v.JPEG and GPS.encode() not in made.content
    assert copy_of(film(), media_type=v.M4A) is None


def test_a_picture_is_measured_before_it_is_decoded_r71():
    """A small file of 900 megapixels takes no memory, and one at the limit is still taken."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bomb = png_of(30_000, 30_000)
    assert len(bomb) < 200_000
    with pytest.raises(v.Lies):
        examine(bomb, ending="png")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000
    assert examine(png_of(1000, 1000), ending="png") == v.PNG


def test_a_parser_that_breaks_takes_nothing_with_it(monkeypatch):
    """What ends the process without a verdict is a file that cannot be opened."""
    monkeypatch.setattr("portal.evidence.sandbox._COMMAND", (sys.executable, "-c", "import os; os.abort()"))
    with pytest.raises(v.Lies) as refused:
        media_type_of(picture(), ending="jpg")
    assert refused.value.reason == v.BROKEN


def test_the_process_has_limits_and_no_secrets(monkeypatch):
    monkeypatch.setenv("SANAD_KEK", "canary")
    seen = {}

    def run(command, **options):
        seen.update(options["env"])
        return subprocess.CompletedProcess(command, 0, b'{"type": "image/jpeg"}\n', b"")

    monkeypatch.setattr(subprocess, "run", run)
    assert media_type_of(picture(), ending="jpg") == v.JPEG
    assert "SANAD_KEK" not in seen


def test_a_deep_tower_of_boxes_ends():
    deep = b"\1"
    for _ in range(5000):
        deep = len(deep + b"12345678").to_bytes(4, "big") + b"moov" + deep[:200_000]
    with pytest.raises(v.Lies):
        examine(film()[:24] + deep, ending="mp4")
