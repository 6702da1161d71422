"""All countries by ISO 3166-1 alpha-2, named from the Unicode locale data (floor 1)."""

from functools import cache

from babel import Locale, UnknownLocaleError

# Codes of the reference data that are no country.
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


@cache
def countries() -> frozenset[str]:
    """Their codes."""
    codes = (str(code) for code in Locale.parse("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isascii() and code.isalpha()) - _NO_COUNTRY


def country_names(language: str) -> dict[str, str]:
    """The countries by code, named in a language, in the order of the codes."""
    english = Locale.parse("en").territories
    try:
        names = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        names = english
    return {code: names.get(code) or english[code] for code in sorted(countries())}
