"""The four languages of the interface, their codes in HTML and their direction (floor 0)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`code` is used in URLs, Django and Wagtail; `html` in `lang` and `hreflang`; `names` in name rows.

    `locale` is how Open Graph writes it: with a country where it is read, which is not the reader's.
    """

    code: str
    html: str
    names: str
    direction: str
    native: str
    arabic_digits: bool
    locale: str


LANGUAGES: dict[str, Language] = {
    "ar": Language("ar", "ar", "ar", "rtl", "العربية", True, "ar_IQ"),
    "ckb": Language("ckb", "ckb", "ckb", "rtl", "سۆرانی", True, "ckb_IQ"),
    "ku": Language("ku", "ku-Latn", "kmr", "ltr", "Kurmancî", False, "ku_SY"),
    "en": Language("en", "en", "en", "ltr", "English", False, "en_GB"),
}

# In which language a text is shown that does not exist in the reader's own: the nearest first, then any.
READING_ORDER: dict[str, tuple[str, ...]] = {
    "ar": ("ar", "en", "ckb", "ku"),
    "ckb": ("ckb", "ar", "en", "ku"),
    "ku": ("ku", "ar", "en", "ckb"),
    "en": ("en", "ar", "ku", "ckb"),
}

_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TO_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def language(code: str | None) -> Language:
    """Return the language for a code; an unknown code reads as English, whose text always exists."""
    return LANGUAGES.get((code or "").split("-")[0], LANGUAGES["en"])


def latin_digits(text: str) -> str:
    """Fold ٠-٩ and ۰-۹ to 0-9, as input is stored."""
    return text.translate(_TO_LATIN)


def arabic_digits(text: str) -> str:
    """Write 0-9 as ٠-٩ (never the Persian shapes)."""
    return text.translate(_TO_ARABIC)


_ARABIC_LETTERS = range(0x0600, 0x0780)
_SORANI_ONLY = frozenset("ەڕڵۆێڤ")
_KURMANJI_ONLY = frozenset("êîûşçÊÎÛŞÇ")


def script_of(text: str) -> str:
    """Return `Arab`, `Latn` or `Zyyy` (none) by the first letter that decides."""
    for character in text:
        if ord(character) in _ARABIC_LETTERS:
            return "Arab"
        if character.isalpha() and ord(character) < 0x0250:
            return "Latn"
    return "Zyyy"


def guess_name_language(text: str) -> str:
    """Guess `ckb`, `ar`, `kmr` or `und` for a name as typed, for the `lang` attribute beside it; never for meaning."""
    if script_of(text) == "Arab":
        return "ckb" if _SORANI_ONLY.intersection(text) else "ar"
    return "kmr" if _KURMANJI_ONLY.intersection(text) else "und"
