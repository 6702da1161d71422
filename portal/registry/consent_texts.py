"""The consent questions as they are shown, with version and hash, so that each answer can be proved (floor 5)."""

import hashlib

from django.utils.translation import override

from .enums import Purpose

# Raise with every change of a question's words.
TEXT_VERSION = 1


def text_hash(purpose: str, language: str) -> str:
    """Return SHA-256 (hex) of the question as shown in a language."""
    with override(language):
        shown = str(Purpose(purpose).label)
    return hashlib.sha256(f"{TEXT_VERSION}|{language}|{shown}".encode()).hexdigest()
