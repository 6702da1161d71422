"""Text as it comes in: normalised, and refused where it could deceive or break (floor 0; R-80)."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Bidi embeddings, overrides and isolates, zero-width space and byte-order mark. ZWNJ and ZWJ stay: Kurdish needs them.
_DECEPTIVE = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u061c\ufeff]")
_MARKS_IN_A_ROW = re.compile(r"(?:[\u0300-\u036f\u064b-\u065f]){5,}")


def masked(text: str) -> str:
    """Return the text masked but for its last two signs; how long it is does not show."""
    return f"••••••{text[-2:]}" if len(text) > 4 else "••••••"


def has_control(text: str, *, lines: bool = False) -> bool:
    """Say whether the text holds control characters or lone surrogates; `lines` allows line breaks and tabs."""
    allowed = "\n\r\t" if lines else ""
    return any(unicodedata.category(character) in {"Cc", "Cs"} and character not in allowed for character in text)


def clean_text(text: str, *, lines: bool = False) -> str:
    """Return the text in NFC with outer spaces gone and runs of blanks folded.

    Raises ValidationError on control characters, lone surrogates and marks that override the reading direction.
    """
    if has_control(text, lines=lines) or _DECEPTIVE.search(text) or _MARKS_IN_A_ROW.search(text):
        raise ValidationError(
            _("Some signs in this text cannot be read. Please type it again, without copying."), code="unreadable"
        )
    text = unicodedata.normalize("NFC", text)
    if lines:
        return "\n".join(" ".join(line.split(" ")).rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()
    return " ".join(text.split())
