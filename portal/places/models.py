"""Countries, governorates and places of detention, named in four languages (floor 1)."""

from django.db import models

from portal.core.models import UUIDModel
from portal.core.personal import NOTHING_PERSONAL

from .enums import PlaceKind
from .querysets import PlaceQuerySet


class Place(UUIDModel):
    """A place in the hierarchy. `code` is stable: ISO 3166-1 for countries, ISO 3166-2 for governorates."""

    code = models.SlugField(max_length=40, unique=True, allow_unicode=False)
    kind = models.CharField(max_length=20, choices=PlaceKind.choices)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    name = models.CharField(max_length=120)

    objects = PlaceQuerySet.as_manager()

    personal_data = NOTHING_PERSONAL

    class Meta:
        indexes = [models.Index(fields=["kind"])]

    def __str__(self) -> str:
        return self.name
