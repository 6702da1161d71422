"""Any text made safe to read: bounded, without control, bidi and surrogate characters. Floor 0."""

import re
import unicodedata

from anyascii import anyascii

MAX_TEXT = 400
"""Characters of a name that are read; whatever follows is ignored (a name of a person is never longer)."""

_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SPACES = re.compile(r"\s+")
# Letters that cleaning leaves as they are, words parted by one space: nearly every name, and read at once.
_PLAIN = re.compile(
    r"[A-Za-zÇÊÎÛçêîûŞşĞğİıÖöÜü'\u0621-\u063a\u0641-\u064aپچژڤگکیەێۆڕڵھ.,\-]+"
    r"(?: [A-Za-zÇÊÎÛçêîûŞşĞğİıÖöÜü'\u0621-\u063a\u0641-\u064aپچژڤگکیەێۆڕڵھ.,\-]+)*"
)
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def clean(text: object) -> str:
    """Return ``text`` composed (NFKC), on one line, at most :data:`MAX_TEXT` characters. Never raises on a string.

    Dropped: control, format (ZWNJ, bidi marks), surrogate and unassigned code points, tatweel and Arabic vowel signs.
    Kept: case and the letters themselves. ``None`` counts as an empty text.
    """
    if text is None:
        return ""
    if isinstance(text, str) and len(text) <= MAX_TEXT and _PLAIN.fullmatch(text):
        return text
    raw = str(text)[: 4 * MAX_TEXT]
    kept = "".join(_visible(char) for char in raw)
    composed = unicodedata.normalize("NFKC", kept)
    plain = "".join(char for char in composed if not _is_mark(char))
    return _SPACES.sub(" ", plain).strip()[:MAX_TEXT].strip()


def script_of(text: str) -> str:
    """ISO 15924 code of the first script met: ``Arab``, ``Latn``, ``Zyyy`` (no letters) or ``Zzzz`` (other)."""
    arabic, latin = _ARABIC.search(text), _LATIN.search(text)
    if arabic and latin:
        return "Arab" if arabic.start() < latin.start() else "Latn"
    if arabic or latin:
        return "Arab" if arabic else "Latn"
    return "Zzzz" if any(char.isalpha() for char in text) else "Zyyy"


def romanised(word: str) -> str:
    """Write letters of scripts that we do not read ourselves (Cyrillic, Greek, Syriac, ...) in Latin."""
    return "".join(
        char if char.isascii() or _ARABIC.match(char) or _LATIN.match(char) else anyascii(char) for char in word
    )


def _visible(char: str) -> str:
    if char in "\t\n\r\x0b\x0c\u2028\u2029":
        return " "
    return "" if unicodedata.category(char) in _DROPPED_CATEGORIES else char


def _is_mark(char: str) -> bool:
    return char == "\u0640" or (unicodedata.category(char) == "Mn" and "\u0600" <= char <= "\u08ff")
