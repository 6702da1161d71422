"""Pictures: light, stripped of what the camera wrote, served safely, and never a reason for a broken page."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.blocks import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.models import Collection

from cms.blocks import PictureBlock
from cms.models import CaseUpdatePage, OrganizationPage
from cms.pictures.drawing import draw
from portal.accounts.enums import Role
from tests.factories.cms import make_editor, make_section, make_update
from tests.factories.organizations import make_organization
from tests.factories.pictures import MAKER, OWNER, make_picture, photograph, upload
from tests.factories.proceedings import make_proceeding
from tests.factories.sessions import signed_in
from tests.factories.staff import StaffFactory, let_into_editor, sign_in, sign_in_with_password_only
from tests.integration.cms.forms import report_form

pytestmark = [pytest.mark.django_db, pytest.mark.pages]

WORDS = "A river between two hills, in the evening"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    """Files of this test only."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def ours():
    organization = make_organization(slug="ours")
    make_section(organization)
    return organization


@pytest.fixture
def report(ours) -> CaseUpdatePage:
    """A published report with a picture."""
    page = make_update(ours, make_proceeding())
    page.body = [("picture", {"image": make_picture(ours), "alt": WORDS, "credit": "Two Rivers"})]
    page.save_revision().publish()
    return page


def html(page, **headers) -> str:
    response = Client().get(page.url, headers=headers)
    assert response.status_code == 200
    assert "Save-Data" in response["Vary"]
    return response.content.decode()


def addresses(text: str) -> list[str]:
    return re.findall(r"/media/images/[^ \",]+", text)


def test_a_picture_is_offered_in_three_formats_and_several_sizes(report):
    text = html(report)
    assert re.findall(r'<source type="([^"]+)"', text) == ["image/avif", "image/webp", "image/jpeg"]
    assert re.search(r'srcset="[^"]+ 400w, [^"]+ 640w" sizes="', text)
    image = re.search(r"<img ([^>]+)>", text).group(1)
    for part in ('width="640"', 'height="400"', f'alt="{WORDS}"', 'loading="lazy"', 'decoding="async"'):
        assert part in image, part
    assert "Two Rivers" in text
    assert "style=" not in text


def test_each_file_is_what_it_says_and_stays_small(report):
    kinds = {".avif": "image/avif", ".webp": "image/webp", ".jpg": "image/jpeg"}
    found = set(addresses(html(report)))
    assert {Path(address).suffix for address in found} == set(kinds)
    for address in found:
        response = Client().get(address)
        content = b"".join(response.streaming_content)
        assert response["Content-Type"] == kinds[Path(address).suffix], address
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert response["Cross-Origin-Resource-Policy"] == "same-origin"
        assert len(content) < 30_000, address
        with Image.open(BytesIO(content)) as opened:
            assert opened.format == {".jpg": "JPEG"}.get(Path(address).suffix, Path(address).suffix[1:].upper())


def test_the_first_reader_finds_it_drawn(folder, report):
    assert len(list(folder.glob("images/*"))) == 6


def test_a_small_picture_is_never_drawn_larger(ours):
    drawing = draw(make_picture(ours, width=120))
    assert (drawing.width, drawing.height) == (120, 75)
    assert all(source.srcset.count(" 120w") == 1 and "," not in source.srcset for source in drawing.sources)


def test_what_is_drawn_holds_no_note_of_the_camera(folder, ours):
    make_picture(ours)
    assert MAKER.encode() in next(folder.glob("original_images/*")).read_bytes(), "the sample has no notes"
    draw(get_image_model().objects.get())
    drawn = list(folder.glob("images/*"))
    assert len(drawn) == 6
    for path in drawn:
        with Image.open(path) as opened:
            assert not opened.getexif(), path.name
            assert not opened.getexif().get_ifd(0x8825), path.name
        assert not any(word.encode() in path.read_bytes() for word in (MAKER, OWNER, "xmp")), path.name


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_comes_in_loses_place_and_owner(folder, ours, kind):
    """The original itself: it is what would be copied or handed on."""
    editor = signed_in(make_editor(ours))
    name = f"photograph.{kind.lower()}"
    collection = Collection.objects.get(name="Organization ours editors")
    form = {"title": "A river", "file": upload(name, photograph(kind=kind)), "collection": str(collection.pk)}
    response = editor.post(reverse("wagtailimages:add"), form)
    assert response.status_code == 302, response.content.decode()[:400]
    picture = get_image_model().objects.get()
    content = Path(picture.file.path).read_bytes()
    assert not any(word.encode() in content for word in (MAKER, OWNER))
    with Image.open(BytesIO(content)) as opened:
        assert not opened.getexif() and opened.format == kind and opened.size == (640, 400)
    assert picture.file_size == len(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("moving.gif", b"GIF89a\x01\x00\x01\x00\x00\xff\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x00;"),
        ("page.jpg", b"<html><script>alert(1)</script>"),
        ("broken.jpg", photograph()[:200]),
        ("empty.jpg", b""),
    ],
)
def test_what_is_no_picture_is_refused_with_words(ours, name, content):
    editor = signed_in(make_editor(ours))
    response = editor.post(reverse("wagtailimages:add"), {"title": "x", "file": upload(name, content)})
    assert response.status_code == 200
    assert "file" in response.context["form"].errors
    assert not get_image_model().objects.exists()


def test_a_picture_without_words_is_refused(ours):
    picture = make_picture(ours)
    for alt in ("", "   ", "\u202ewords"):
        with pytest.raises((StructBlockValidationError, ValidationError)):
            PictureBlock().clean(PictureBlock().to_python({"image": picture.pk, "alt": alt, "credit": ""}))
    PictureBlock().clean(PictureBlock().to_python({"image": picture.pk, "alt": WORDS, "credit": ""}))


def test_a_picture_whose_file_is_gone_leaves_its_words(folder, report):
    html(report)
    for path in [*folder.glob("original_images/*"), *folder.glob("images/*")]:
        path.unlink()
    text = html(report)
    assert "<img" not in text and WORDS in text
    proceeding = Client().get(f"/en/proceedings/{report.proceeding.slug}/")
    assert proceeding.status_code == 200 and WORDS in proceeding.content.decode()


def test_a_picture_that_is_deleted_leaves_its_words(report):
    get_image_model().objects.all().delete()
    text = html(report)
    assert "<img" not in text and WORDS in text


def test_a_drawn_file_that_is_gone_is_drawn_again(folder, report):
    html(report)
    gone = next(folder.glob("images/*.avif"))
    gone.unlink()
    html(report)
    assert gone.exists() or len(list(folder.glob("images/*"))) == 6


def test_a_file_that_is_damaged_leaves_its_words(folder, report):
    next(folder.glob("original_images/*")).write_bytes(b"nothing of a picture")
    get_image_model().get_rendition_model().objects.all().delete()
    text = html(report)
    assert "<img" not in text and WORDS in text


@pytest.mark.parametrize("header", ["on", "On", " on "])
def test_whoever_saves_data_asks_first(report, header):
    text = html(report, **{"save-data": header})
    assert "<img" not in text and "/media/" not in text and WORDS in text
    assert re.search(r'<a class="act" href="\?pictures=1">Show the picture \(\d+ KB\)</a>', text)
    response = Client().get(report.url + "?pictures=1", headers={"save-data": "on"})
    assert "<img" in response.content.decode()


def test_others_get_the_picture_at_once(report):
    assert "<img" in html(report, **{"save-data": "off"})
    response = Client().get(f"/en/proceedings/{report.proceeding.slug}/")
    assert "Save-Data" in response["Vary"] and "<img" in response.content.decode()


def test_an_organization_may_have_a_logo(ours):
    section = OrganizationPage.objects.get(organization=ours, locale__language_code="en")
    assert "<figure" not in html(section)
    section.logo = make_picture(ours, width=300)
    section.save_revision().publish()
    text = html(section)
    assert "picture--logo" in text and 'width="300"' in text
    assert re.search(r'alt="[^"]*Two Rivers[^"]*"', text)


def test_the_original_and_the_editor_s_previews_are_not_public(folder, ours, report):
    picture = get_image_model().objects.get()
    preview = picture.get_rendition("max-165x165")
    hidden = [f"/media/{picture.file.name}", preview.url, "/media/", "/media/images/", "/media/images/none.jpg"]
    hidden += ["/media/images/..%2F..%2Fportal.sqlite3", "/media/images/%2e%2e/x.jpg", "/media/images/" + "a" * 3000]
    for address in hidden:
        response = Client().get(address)
        assert response.status_code == 404, address
        assert "no-store" in response["Cache-Control"]
    editor = let_into_editor(StaffFactory(role=Role.ORGANIZATION_EDITOR))
    assert sign_in(Client(), editor).get(preview.url).status_code == 200
    assert sign_in(Client(), editor).get(f"/media/{picture.file.name}").status_code == 404
    without = let_into_editor(StaffFactory(role=Role.MODERATOR, second_factor=False))
    assert sign_in_with_password_only(Client(), without).get(preview.url).status_code == 404
    caseworker = StaffFactory(role=Role.CASEWORKER)
    assert sign_in(Client(), caseworker).get(preview.url).status_code == 404


def test_a_picture_goes_with_the_page_that_showed_it(ours, report):
    address = addresses(html(report))[0]
    editor = sign_in(Client(), let_into_editor(StaffFactory(role=Role.ORGANIZATION_EDITOR)))
    assert Client().get(address).status_code == 200
    report.unpublish()
    answer = Client().get(address)
    assert answer.status_code == 404 and "no-store" in answer["Cache-Control"]
    assert editor.get(address).status_code == 200
    report.save_revision().publish()
    assert Client().get(address).status_code == 200
    report.body = []
    report.save_revision().publish()
    assert Client().get(address).status_code == 404


def test_a_draft_shows_its_picture_to_editors_only(ours):
    page = make_update(ours, make_proceeding())
    page.body = [("picture", {"image": make_picture(ours), "alt": WORDS, "credit": ""})]
    page.save_revision()
    address = draw(get_image_model().objects.get()).url
    assert Client().get(address).status_code == 404


def _with_picture(page: CaseUpdatePage, picture) -> dict[str, str]:
    block = {
        "body-0-type": "picture",
        "body-0-value-image": str(picture.pk),
        "body-0-value-alt": WORDS,
        "body-0-value-credit": "",
    }
    form = report_form(page) | block
    form.pop("body-0-value")
    return form


def test_an_editor_puts_own_pictures_only(ours):
    theirs = make_organization(slug="theirs")
    make_section(theirs)
    page = make_update(ours, make_proceeding(), is_live=False)
    editor = signed_in(make_editor(ours))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    response = editor.post(address, _with_picture(page, make_picture(theirs, title="Zebra")))
    assert response.status_code == 200
    assert "body" in response.context["form"].errors
    page.refresh_from_db()
    assert all(block.block_type != "picture" for block in page.get_latest_revision_as_object().body)

    response = editor.post(address, _with_picture(page, make_picture(ours)))
    assert response.status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().body[0].block_type == "picture"


def test_what_a_moderator_put_there_stays_when_an_editor_saves(ours):
    page = make_update(ours, make_proceeding(), is_live=False)
    everybody_s = make_picture()
    page.body = [("picture", {"image": everybody_s, "alt": WORDS, "credit": ""})]
    page.save_revision()
    editor = signed_in(make_editor(ours))
    response = editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), _with_picture(page, everybody_s))
    assert response.status_code == 302


def test_the_settings_bound_what_comes_in():
    assert settings.WAGTAILIMAGES_EXTENSIONS == ["jpg", "jpeg", "png", "webp"]
    assert settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE <= 10 * 1024 * 1024
    assert settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS <= 50_000_000
