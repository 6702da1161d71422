"""Places in the words of the domain (floor 1)."""

from collections.abc import Iterable

from django.db import models

from .enums import PlaceKind


class PlaceQuerySet(models.QuerySet):
    """Countries and their governorates, by name in the reader's language."""

    def countries(self) -> "PlaceQuerySet":
        """All countries."""
        return self.filter(kind=PlaceKind.COUNTRY).order_by("name")

    def country_name(self, code: str) -> str:
        """A country's name in the reader's language; what is written there, where it is no country's code."""
        return self.country_names([code])[code]

    def country_names(self, codes: Iterable[str]) -> dict[str, str]:
        """The same of several, with one question to the database."""
        wanted = {code: code.upper() for code in codes}
        asked = [code for code in wanted.values() if code]
        found = {place.code: str(place) for place in self.countries().filter(code__in=asked)} if asked else {}
        return {written: found.get(code, written) for written, code in wanted.items()}

    def governorates_of(self, country: str) -> "PlaceQuerySet":
        """The governorates of a country, given by its ISO code (`SY`, `IQ`)."""
        return self.filter(kind=PlaceKind.GOVERNORATE, parent__code=country.upper()).order_by("name")

    def within(self, places) -> "PlaceQuerySet":
        """These places (keys, or a queryset of keys) and all that lies in them, down to a place of detention."""
        inside = models.Q(pk__in=places)
        for path in ("parent", "parent__parent", "parent__parent__parent"):
            inside |= models.Q(**{f"{path}__in": places})
        return self.filter(inside)
