"""The columns of a detainee list in words, and what a mapping needs (floor 5)."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.columns import DETAINEE_COLUMNS, map_columns, plain_heading

COLUMN_LABELS: dict[str, str | Promise] = {
    "external_id": _("Number of the record"),
    "full_name": _("Full name"),
    "given_name": _("Given name"),
    "father_name": _("Father's name"),
    "grandfather_name": _("Grandfather's name"),
    "family_name": _("Family name"),
    "kunya": _("Name with Abu or Umm"),
    "mother_name": _("Mother's name"),
    "sex": _("Sex"),
    "birth_date": _("Date of birth"),
    "birth_place": _("Place of birth"),
    "nationality": _("Nationality"),
    "event_place": _("Place of arrest"),
    "event_date": _("Date of arrest"),
    "facility": _("Place of detention"),
    "legal_status": _("Legal status"),
    "source_note": _("Note of the source"),
}
# Columns whose words staff can give a meaning, once for each source.
MEANT_COLUMNS = ("sex", "legal_status", "nationality", "facility")
NAME_COLUMNS = ("full_name", "given_name", "family_name", "kunya")


def is_usable(mapping: Mapping[str, int]) -> bool:
    """Say whether a mapping names the record number and a name."""
    return "external_id" in mapping and any(column in mapping for column in NAME_COLUMNS)


def cells_by_column(cells: list[str], mapping: Mapping[str, int]) -> dict[str, str]:
    """The raw cells under their canonical columns; what is not there is empty."""
    return {
        column: cells[place] if (place := mapping.get(column)) is not None and place < len(cells) else ""
        for column in DETAINEE_COLUMNS
    }


def remembered_columns(
    header: Sequence[str], earlier: Iterable[tuple[Sequence[str], Mapping[str, int]]]
) -> tuple[dict[str, int], bool]:
    """Which column is which in a new list, and whether earlier lists of its source said so, the latest first.

    A heading that somebody left unused before stays unused; a heading that is new is recognised by its words.
    """
    chosen: dict[str, str] = {}
    for headings, its_mapping in earlier:
        columns = {place: column for column, place in its_mapping.items()}
        for place, heading in enumerate(headings):
            chosen.setdefault(plain_heading(heading), columns.get(place, ""))
    chosen.pop("", None)
    mapping: dict[str, int] = {}
    for place, heading in enumerate(header):
        column = chosen.get(plain_heading(heading))
        if column:
            mapping.setdefault(column, place)
    is_remembered = bool(mapping)
    taken = set(mapping.values())
    for column, place in map_columns(header, DETAINEE_COLUMNS).items():
        if place not in taken and plain_heading(header[place]) not in chosen:
            mapping.setdefault(column, place)
    return mapping, is_remembered
