"""One picture in several sizes and formats, ready for a page."""

import logging
from dataclasses import dataclass

from wagtail.images.models import AbstractImage, AbstractRendition, Filter

log = logging.getLogger(__name__)

# The browser takes the first format it knows; every browser knows the last.
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
_FALLBACK = "jpeg"


@dataclass(frozen=True)
class Kind:
    """`widths` in pixels, `sizes` as the browser's `sizes` attribute: how wide the picture stands on the page."""

    widths: tuple[int, ...]
    sizes: str


KINDS = {
    "text": Kind((400, 800, 1200), "(min-width: 46rem) 44rem, 94vw"),
    "logo": Kind((160, 320), "10rem"),
}
# All that a page of the public site asks for. Other sizes are the editor's own and are shown to nobody else.
PUBLIC_SPECS = frozenset(
    f"width-{width}|format-{name}|bare" for kind in KINDS.values() for width in kind.widths for name in FORMATS
)


@dataclass(frozen=True)
class Source:
    """One format: `srcset` names each size of it."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Drawing:
    """`kilobytes` is what the plain file weighs; width and height keep its place free while it loads."""

    sources: list[Source]
    sizes: str
    url: str
    width: int
    height: int
    kilobytes: int


def draw(image: AbstractImage | None, kind: str = "text") -> Drawing | None:
    """Return the picture in all sizes and formats, drawn at the first time; None where its file is gone or unreadable.

    A picture is never drawn larger than it is.
    """
    if image is None:
        return None
    try:
        return _draw(image, KINDS[kind])
    # A file that is missing, cut short or no picture at all: whatever the library says, the page stands without it.
    except (OSError, SyntaxError) as error:
        log.warning("a picture cannot be drawn: %s", type(error).__name__)
        return None


def _draw(image: AbstractImage, kind: Kind) -> Drawing:
    widths = [width for width in kind.widths if width < image.width] + [
        next((width for width in kind.widths if width >= image.width), kind.widths[-1])
    ]
    widths = sorted(set(widths))
    made = _renditions(image, [f"width-{width}|format-{name}|bare" for name in FORMATS for width in widths])
    rows = {name: [made[f"width-{width}|format-{name}|bare"] for width in widths] for name in FORMATS}
    plain = rows[_FALLBACK][len(widths) // 2]
    return Drawing(
        sources=[Source(FORMATS[name], _srcset(found)) for name, found in rows.items()],
        sizes=kind.sizes,
        url=plain.url,
        width=plain.width,
        height=plain.height,
        kilobytes=max(1, round(plain.file.size / 1024)),
    )


def _renditions(image: AbstractImage, specs: list[str]) -> dict[str, AbstractRendition]:
    """The files of all specs; one that is gone from the disk is drawn again under its name."""
    made = image.get_renditions(*specs)
    for each in made.values():
        if not each.file.storage.exists(each.file.name):
            each.file.storage.save(each.file.name, image.generate_rendition_file(Filter(spec=each.filter_spec)))
    return made


def _srcset(renditions: list[AbstractRendition]) -> str:
    return ", ".join(f"{each.url} {each.width}w" for each in renditions)
