"""Texts that exist in some of the four languages: the reader's own, else the nearest, and never without saying which
(floor 0)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import get_language

from .languages import READING_ORDER, Language, language

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Reading:
    """`text` as it stands in `language`; `is_fallback` where that is not the reader's language."""

    text: str
    language: Language
    is_fallback: bool


def reading_order(code: str | None = None) -> tuple[str, ...]:
    """Return the four codes in the order in which a reader of `code` (default: the active language) is served."""
    return READING_ORDER[language(code or get_language()).code]


def read_field(instance: models.Model, field: str, code: str | None = None) -> Reading:
    """Return the text of a translated field (`field_ar`, `field_ckb`, ...) for a reader of `code`.

    An instance without any text in the field gives an empty reading in the reader's language.
    """
    order = reading_order(code)
    for candidate in order:
        text = getattr(instance, f"{field}_{candidate}", "")
        if text:
            return Reading(text, language(candidate), candidate != order[0])
    return Reading("", language(order[0]), False)


def nearest(versions: Mapping[str, Thing], code: str | None = None) -> tuple[Thing, Language, bool] | None:
    """Choose among versions by language code; return the version, its language and whether it is a fallback."""
    order = reading_order(code)
    for candidate in order:
        if candidate in versions:
            return versions[candidate], language(candidate), candidate != order[0]
    return None


def by_key_and_language(rows: Iterable[Any], key: str, code: str) -> dict[Any, dict[str, Any]]:
    """Group rows by attribute `key`, then by attribute `code`; the order of the first rows is kept."""
    groups: dict[Any, dict[str, Any]] = {}
    for row in rows:
        groups.setdefault(getattr(row, key), {})[getattr(row, code)] = row
    return groups
