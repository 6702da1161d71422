"""Tags of the public site."""

from dataclasses import dataclass

from django import template
from django.http import HttpRequest
from django.utils.translation import get_language

from cms.guides import Guide, guides
from cms.models import GuidePage
from cms.pictures.drawing import Drawing, draw
from cms.updates import Update, newest_updates
from portal.core.languages import language
from portal.organizations.models import Organization
from portal.proceedings.models import Proceeding

register = template.Library()

MOST = 20
# The part of an address by which somebody who saves data asks for the pictures of a page.
SHOW = "pictures"


@dataclass(frozen=True)
class Shown:
    """A picture on one page; `show_url` where it waits to be asked for."""

    drawing: Drawing | None
    show_url: str


@register.simple_tag
def case_updates(
    proceeding: Proceeding | None = None, organization: Organization | None = None, limit: int = MOST
) -> list[Update]:
    """The newest reports of organizations for the reader, of all or about one proceeding or of one organization."""
    code = language(get_language()).code
    return newest_updates(language=code, limit=min(limit, MOST), proceeding=proceeding, organization=organization)


@register.simple_tag
def all_guides() -> list[Guide]:
    """The guides for the reader."""
    return guides(language=language(get_language()).code)


@register.simple_tag
def guide_url(slug: str) -> str:
    """The address of one guide in the reader's language; of all guides where it is not there."""
    code = language(get_language()).code
    page = GuidePage.objects.live().filter(slug=slug, locale__language_code=code).first()
    return (page.get_url() if page else None) or f"/{code}/guides/"


@register.simple_tag(takes_context=True)
def picture(context: dict, image, kind: str = "text") -> Shown:
    """How a picture stands on this page, for `components/picture.html`: its words alone where its file is missing or
    the page is to be kept without pictures.

    A reader whose browser asks to save data gets a link first, which asks for the same page with pictures.
    """
    request = context.get("request")
    waits = request is not None and _saves_data(request) and SHOW not in request.GET
    drawing = None if context.get("without_pictures") else draw(image, kind)
    return Shown(drawing, f"?{SHOW}=1" if waits else "")


def _saves_data(request: HttpRequest) -> bool:
    return request.headers.get("Save-Data", "").strip().lower() == "on"
