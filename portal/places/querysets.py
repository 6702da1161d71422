"""Places in the words of the domain (floor 1)."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import get_language

from .countries import country_names
from .enums import PlaceKind


class PlaceQuerySet(models.QuerySet):
    """Countries and their governorates, by name in the reader's language."""

    def countries(self) -> "PlaceQuerySet":
        """All countries."""
        return self.filter(kind=PlaceKind.COUNTRY).order_by("name")

    def country_name(self, code: str) -> str:
        """A country's name in the reader's language; what is written there, where it is no country's code."""
        return self.country_names([code])[code]

    def all_country_names(self) -> dict[str, str]:
        """All countries by code in the reader's language: those we speak of most first, each part by name."""
        ours = {place.code: str(place) for place in self.countries()}
        others = sorted(country_names(get_language() or "en").items(), key=lambda item: item[1])
        return ours | {code: name for code, name in others if code not in ours}

    def country_names(self, codes: Iterable[str]) -> dict[str, str]:
        """The same of several, with one question to the database."""
        wanted = {code: code.upper() for code in codes}
        asked = [code for code in wanted.values() if code]
        found = {place.code: str(place) for place in self.countries().filter(code__in=asked)} if asked else {}
        others = country_names(get_language() or "en") if any(code not in found for code in asked) else {}
        return {written: found.get(code) or others.get(code, written) for written, code in wanted.items()}

    def governorates_of(self, country: str) -> "PlaceQuerySet":
        """The governorates of a country, given by its ISO code (`SY`, `IQ`)."""
        return self.filter(kind=PlaceKind.GOVERNORATE, parent__code=country.upper()).order_by("name")
