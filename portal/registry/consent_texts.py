"""The consent questions as they are shown, kept word for word, so that each answer can be proved (floor 5).

A line of the ledger names its text by the SHA-256 of the words. The words of every text that was ever answered stay in
`ConsentText`, and can be shown again when the questions have long been put in other words.
"""

import hashlib
from collections.abc import Iterable

from django.utils.translation import override

from .enums import Purpose
from .models import ConsentText

# Raise with every change of a question's words.
TEXT_VERSION = 2


def text_shown(purpose: str, language: str) -> str:
    """Return a question in the words of a language."""
    with override(language):
        return str(Purpose(purpose).label)


def text_hash(text: str) -> str:
    """Return SHA-256 (hex) of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def words_of(hash: str) -> str:
    """Return a text as it was shown to whoever answered it; empty where it is not kept."""
    return ConsentText.objects.filter(pk=hash).values_list("words", flat=True).first() or ""


def keep_texts(texts: Iterable[str], language: str) -> None:
    """Keep the words of texts that are being answered; those that are kept already stay as they are."""
    by_hash = {text_hash(text): text for text in texts}
    known = set(ConsentText.objects.filter(pk__in=by_hash).values_list("pk", flat=True))
    missing = [
        ConsentText(hash=key, language=language, version=TEXT_VERSION, words=words)
        for key, words in by_hash.items()
        if key not in known
    ]
    if missing:
        # Somebody else may keep the same text at the same moment.
        ConsentText.objects.bulk_create(missing, ignore_conflicts=True)
