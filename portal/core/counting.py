"""Many counts in one query (floor 0)."""

from collections.abc import Mapping

from django.db.models import IntegerField, QuerySet, Subquery

# Counting further takes long and helps nobody: a page says "more than" this many.
MOST_COUNTED = 999


class CountOf(Subquery):
    """How many rows a queryset has, as a column."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def counts(one_row: QuerySet, of: Mapping[str, QuerySet], *, most: int | None = None) -> dict[str, int]:
    """Return how many rows each queryset has. `one_row` selects one row of any table, to hang the counts on.

    With `most`, none is counted further than one more than that.
    """
    if not of:
        return {}
    end = None if most is None else most + 1
    columns = {f"count_{place}": CountOf(rows.order_by().values("pk")[:end]) for place, rows in enumerate(of.values())}
    found = one_row.values_list(*columns.values()).get()
    return {name: count or 0 for name, count in zip(of, found, strict=True)}  # what cannot be there has no count
