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

    def within(self, places) -> "PlaceQuerySet":
        """These places (keys, or a queryset of keys) and all that lies in them, down to a place of detention."""
        inside = models.Q(pk__in=places)
        for path in ("parent", "parent__parent", "parent__parent__parent"):
            inside |= models.Q(**{f"{path}__in": places})
        return self.filter(inside)
