"""Writing the tables into the database; called by a migration, safe to call again (floor 1)."""

import uuid

from .countries import COUNTRIES
from .governorates import GOVERNORATES

# The same place has the same key in every installation, so that lists can be exchanged.
_NAMESPACE = uuid.UUID("6f4dd2b4-6f86-4c6e-9a6f-0d2f5d0c9a11")


def place_key(code: str) -> uuid.UUID:
    """The key of a place that every installation has, from its ISO code."""
    return uuid.uuid5(_NAMESPACE, code)


def load_places(place_model) -> None:
    """Make what is missing and bring names up to date. `place_model` is the model as the migration sees it."""
    for code, names in COUNTRIES.items():
        _put(place_model, code, names, kind="country", parent=None)
    for country, governorates in GOVERNORATES.items():
        for code, names in governorates.items():
            _put(place_model, code, names, kind="governorate", parent=place_key(country))


def _put(place_model, code: str, names: tuple[str, str, str, str], *, kind: str, parent: uuid.UUID | None) -> None:
    arabic, sorani, kurmanji, english = names
    values = {
        "kind": kind,
        "parent_id": parent,
        "name": english,
        "name_ar": arabic,
        "name_ckb": sorani,
        "name_ku": kurmanji,
        "name_en": english,
    }
    place_model.objects.update_or_create(code=code, defaults=values, create_defaults={**values, "id": place_key(code)})
