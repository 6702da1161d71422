"""R-73: the copy has no place, no device, no author and no program; the original keeps its hash."""

from __future__ import annotations

import io

import pikepdf
import pillow_heif
import pytest
from PIL import Image

from portal.evidence.examination import verdicts as v
from portal.evidence.examination.papers import without_notes
from portal.evidence.models import WorkingCopy
from portal.evidence.sandbox import copy_of
from tests.factories.evidence import make_checked
from tests.files_that_lie import AUTHOR, GPS, HONEST, film, noted_jpeg, ogg, pdf

NOTED = ("photo.jpg", "صورة.png", "IMG_0001.HEIC", "paper.pdf")
TOLD = (GPS, AUTHOR, "Author", "creator", "xmpmeta", "Producer")


def _every_byte(content: bytes, media_type: str) -> bytes:
    """The contents, with the streams of a paper laid open as well."""
    if media_type != v.PDF:
        return content
    paper = pikepdf.open(io.BytesIO(content))
    return content + b"".join(one.read_raw_bytes() for one in paper.objects if isinstance(one, pikepdf.Stream))


@pytest.mark.django_db
@pytest.mark.parametrize("name", NOTED)
def test_a_copy_tells_nothing_the_picture_does_not_show_r73(name):
    content, media_type = HONEST[name]
    told = [word for word in TOLD if word.encode() in _every_byte(content, media_type)]
    assert told or media_type == v.HEIC, "the sample has to tell something"
    evidence = make_checked(name=name, content=content)
    copied = WorkingCopy.objects.get(evidence=evidence)
    plain = _every_byte(copied.contents.read(), copied.media_type)
    assert [word for word in TOLD if word.encode() in plain] == []
    assert evidence.original.read() == content


@pytest.mark.parametrize("name", ["photo.jpg", "صورة.png", "IMG_0001.HEIC", "sticker.webp"])
def test_a_copy_has_no_tags_at_all_r73(name):
    content, media_type = HONEST[name]
    made = copy_of(content, media_type=media_type)
    picture = Image.open(io.BytesIO(made.content))
    assert dict(picture.getexif()) == {} and not {"exif", "xmp", "comment", "icc_profile", "Author"} & set(picture.info)


def test_the_sample_of_an_iphone_really_has_a_place():
    photo = pillow_heif.open_heif(io.BytesIO(HONEST["IMG_0001.HEIC"][0]))
    assert GPS.encode() in photo.info["exif"]


def test_a_photo_held_sideways_stands_upright_in_its_copy():
    made = copy_of(noted_jpeg(orientation=6), media_type=v.JPEG)
    assert Image.open(io.BytesIO(made.content)).size == (48, 64)


def test_a_copied_paper_opens_and_keeps_its_pages():
    made = copy_of(pdf(), media_type=v.PDF)
    paper = pikepdf.open(io.BytesIO(made.content))
    photo = pikepdf.PdfImage(paper.pages[0].Resources.XObject.I).as_pil_image()
    assert len(paper.pages) == 1 and photo.size == (64, 48)
    assert "/Metadata" not in paper.Root and "/Info" not in paper.trailer


def test_notes_leave_a_photo_and_no_dot_changes():
    plain = without_notes(noted_jpeg())
    assert GPS.encode() not in plain
    assert Image.open(io.BytesIO(plain)).tobytes() == Image.open(io.BytesIO(noted_jpeg())).tobytes()
    assert without_notes(b"\xff\xd8\xff\xe1") == b"\xff\xd8\xff\xe1"


def test_a_text_is_copied_in_one_encoding():
    assert copy_of(HONEST["old.txt"][0], media_type=v.TEXT).content.decode() == "رسالة"


@pytest.mark.parametrize(("content", "media_type"), [(film(), v.M4A), (ogg(), v.OGG)])
def test_of_a_recording_no_copy_is_made(content, media_type):
    assert copy_of(content, media_type=media_type) is None
