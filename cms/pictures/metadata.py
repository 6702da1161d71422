"""What a camera or a telephone writes into a picture (place, time, device, owner) is taken out when it comes in.

The original is what would be copied, backed up or handed on, so it is the original that is cleaned. What is drawn from
it later is cleaned again (`WithoutMetadata`), for originals that came in by another way.
"""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from PIL import Image, ImageOps
from wagtail.images.image_operations import FilterOperation

# What stays: the colours look wrong without their profile, and it says nothing about anybody.
_KEPT = ("icc_profile",)
_QUALITY = 92


def without_metadata(file: UploadedFile) -> InMemoryUploadedFile:
    """Return the picture with nothing but its pixels, turned upright, in the same format and under the same name.

    Raises OSError (Pillow's own errors included) where the picture cannot be read to its end.
    """
    file.seek(0)
    with Image.open(file) as opened:
        kind = opened.format or "PNG"
        upright = ImageOps.exif_transpose(opened)
    kept = {name: upright.info[name] for name in _KEPT if upright.info.get(name)}
    upright.info.clear()
    written = BytesIO()
    upright.save(written, kind, **({"quality": _QUALITY} if kind in {"JPEG", "WEBP"} else {}), **kept)
    size = written.tell()
    written.seek(0)
    return InMemoryUploadedFile(written, "file", file.name, f"image/{kind.lower()}", size, None)


class WithoutMetadata(FilterOperation):
    """The word `bare` in a filter: the library would copy the camera's notes into every size it draws."""

    def construct(self) -> None:
        """Takes no arguments."""

    def run(self, willow, image, env):
        """Forget the notes; the library reads them from here when it writes the file."""
        for name in ("exif", "xmp"):
            willow.image.info.pop(name, None)
        return willow
