"""Many counts in one query (floor 0)."""

from collections.abc import Mapping

from django.db.models import IntegerField, QuerySet, Subquery


class CountOf(Subquery):
    """How many rows a queryset has, as a column."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def counts(one_row: QuerySet, of: Mapping[str, QuerySet]) -> dict[str, int]:
    """Return how many rows each queryset has. `one_row` selects one row of any table, to hang the counts on."""
    if not of:
        return {}
    columns = {f"count_{place}": CountOf(rows.order_by().values("pk")) for place, rows in enumerate(of.values())}
    return dict(zip(of, one_row.values_list(*columns.values()).get(), strict=True))
