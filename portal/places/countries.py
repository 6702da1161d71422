"""All countries by ISO 3166-1 alpha-2, named in the reader's language without asking the database (floor 1)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

from .data.countries import COUNTRIES

# Codes of the reference data that are no country.
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
_LANGUAGES = ("ar", "ckb", "ku", "en")


@cache
def countries() -> frozenset[str]:
    """Their codes, from the Unicode locale data."""
    codes = (str(code) for code in Locale.parse("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isascii() and code.isalpha()) - _NO_COUNTRY


def country_names() -> Mapping[str, str]:
    """All countries by code: those we speak of most first, under our own names for them; then the rest by name."""
    return _names(get_language() or "en")


def country_name(code: str) -> str:
    """A country's name; what is written there, where it is no country's code."""
    return country_names().get(code.upper(), code)


@cache
def _names(language: str) -> Mapping[str, str]:
    english = Locale.parse("en").territories
    try:
        names = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        names = english
    place = _LANGUAGES.index(language) if language in _LANGUAGES else _LANGUAGES.index("en")
    ours = {code: called[place] for code, called in COUNTRIES.items()}
    others = {code: names.get(code) or english[code] for code in countries() - ours.keys()}
    return MappingProxyType(ours | dict(sorted(others.items(), key=lambda item: item[1])))
