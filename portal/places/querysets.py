"""Places in the words of the domain (floor 1)."""

from django.db import models

from .enums import PlaceKind


class PlaceQuerySet(models.QuerySet):
    """Countries and their governorates, by name in the reader's language."""

    def countries(self) -> "PlaceQuerySet":
        """All countries."""
        return self.filter(kind=PlaceKind.COUNTRY).order_by("name")

    def governorates_of(self, country: str) -> "PlaceQuerySet":
        """The governorates of a country, given by its ISO code (`SY`, `IQ`)."""
        return self.filter(kind=PlaceKind.GOVERNORATE, parent__code=country.upper()).order_by("name")
