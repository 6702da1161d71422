"""Pictures: opened by their real parser, and drawn anew without notes of the camera (R-71, R-73)."""

import warnings
from io import BytesIO

import pillow_heif
from PIL import Image, ImageFile, ImageOps

from . import verdicts as v

_FORMATS = {v.JPEG: "JPEG", v.PNG: "PNG", v.WEBP: "WEBP", v.HEIC: "HEIF"}
_QUALITY = 90


def open_picture(content: bytes, media_type: str) -> Image.Image:
    """Return the decoded picture. Raises Lies; its size is judged before anything is decoded."""
    Image.MAX_IMAGE_PIXELS = v.MAX_PIXELS
    # The library of papers turns this on for the whole process it is loaded in.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    if media_type == v.HEIC:
        pillow_heif.register_heif_opener(thumbnails=False)
    try:
        picture = Image.open(BytesIO(content), formats=[_FORMATS[media_type]])
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise v.Lies(v.PIXELS) from error
    except Exception as error:
        raise v.Lies(v.BROKEN) from error
    if picture.width * picture.height > v.MAX_PIXELS or getattr(picture, "n_frames", 1) > v.MAX_FRAMES:
        raise v.Lies(v.PIXELS)
    try:
        picture.load()
    except Exception as error:
        raise v.Lies(v.BROKEN) from error
    return picture


def copy_of(content: bytes, media_type: str) -> v.Copy:
    """Draw the picture anew, upright as the camera said: a PNG where dots may be clear, else a JPEG."""
    picture = ImageOps.exif_transpose(open_picture(content, media_type))
    is_clear = "A" in picture.getbands() or "transparency" in picture.info
    plain = picture.convert("RGBA" if is_clear else "RGB")
    # Only dots are carried over: notes, profiles and thumbnails stay with the old picture.
    fresh = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    out = BytesIO()
    if is_clear or media_type == v.PNG:
        fresh.save(out, "PNG")
        return v.Copy(v.PNG, out.getvalue())
    fresh.save(out, "JPEG", quality=_QUALITY)
    return v.Copy(v.JPEG, out.getvalue())
