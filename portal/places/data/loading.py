"""Writing the tables into the database; called by migrations, safe to call again (floor 1)."""

import uuid
from collections.abc import Iterator

from .countries import COUNTRIES
from .districts_of_iraq import IRAQ
from .districts_of_syria import SYRIA
from .governorates import GOVERNORATES
from .places_of_detention import HELD

Names = tuple[str, str, str, str]

# The same place has the same key in every installation, so that lists can be exchanged.
_NAMESPACE = uuid.UUID("6f4dd2b4-6f86-4c6e-9a6f-0d2f5d0c9a11")


def place_key(code: str) -> uuid.UUID:
    """The key of a place that every installation has, from its code."""
    return uuid.uuid5(_NAMESPACE, code)


def known_places() -> Iterator[tuple[str, str, str, Names]]:
    """Every place of the tables as code, kind, code of what it lies in (or nothing) and names; larger ones first."""
    for code, names in COUNTRIES.items():
        yield code, "country", "", names
    for country, governorates in GOVERNORATES.items():
        for code, names in governorates.items():
            yield code, "governorate", country, names
    for governorate, districts in {**IRAQ, **SYRIA}.items():
        for end, names in districts.items():
            yield f"{governorate.lower()}-{end}", "district", governorate, names
    for code, (kind, governorate, names) in HELD.items():
        yield code, kind, governorate, names


def load_places(place_model) -> None:
    """Make what is missing and bring names up to date. `place_model` is the model as the migration sees it."""
    for code, kind, parent, (arabic, sorani, kurmanji, english) in known_places():
        values = {
            "kind": kind,
            "parent_id": place_key(parent) if parent else None,
            "name": english,
            "name_ar": arabic,
            "name_ckb": sorani,
            "name_ku": kurmanji,
            "name_en": english,
        }
        place_model.objects.update_or_create(
            code=code, defaults=values, create_defaults={**values, "id": place_key(code)}
        )
