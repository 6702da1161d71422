"""The icons: one sprite of our own drawings, each written into the page where it stands (floor 0).

Inline because that is lighter: a form step shows two, 77 bytes compressed, and a whole visit costs less than fetching
the sprite once. It also saves a request and the moment without icons on a slow line.
"""

import re
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.safestring import SafeString

_SYMBOL = re.compile(r'<symbol id="(?P<name>\w+)"(?P<directional> class="directional")?>(?P<drawing>.*?)</symbol>')


@dataclass(frozen=True)
class Icon:
    """A drawing on a grid of 24; a directional one is mirrored where text runs from right to left."""

    drawing: SafeString
    is_directional: bool


@cache
def icons() -> dict[str, Icon]:
    """All icons by name, as the sprite has them."""
    sprite = (settings.BASE_DIR / "static" / "images" / "icons.svg").read_text(encoding="utf-8")
    return {
        symbol["name"]: Icon(SafeString(symbol["drawing"]), bool(symbol["directional"]))
        for symbol in _SYMBOL.finditer(sprite)
    }
