"""Countries, governorates, districts, places of detention and camps, named in four languages (floor 1)."""

from django.db import models

from portal.core.models import UUIDModel
from portal.core.personal import NOTHING_PERSONAL

from .enums import PlaceKind
from .querysets import PlaceQuerySet


class Place(UUIDModel):
    """A place in the hierarchy. `code` is stable: ISO 3166-1 for countries, ISO 3166-2 for governorates, ours below."""

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

    @classmethod
    def full_name(cls, code: str) -> str:
        """A place and what it lies in, in the reader's language, the nearest first; nothing where there is none."""
        place = cls.objects.select_related("parent__parent").filter(code=code).first()
        return place.path if place else ""

    @property
    def path(self) -> str:
        """The name and those of what it lies in, the nearest first. Loads the parents that are not there."""
        above = f" · {self.parent.path}" if self.parent else ""
        return f"{self}{above}"

    @property
    def bare_name(self) -> str:
        """The name without a second one in brackets, in English: the same for every reader, to be recognised by."""
        return str(self.name_en).partition(" (")[0]  # type: ignore[attr-defined]  # added by modeltranslation
