"""The app to which the code of an event belongs, as the database reads it (floor 1)."""

from collections.abc import Collection

from django.db.models import CharField, Func, Q
from django.db.models.lookups import In


class AppOf(Func):
    """What stands before the first point of a code. Without parameters, so that SQLite finds the index made of it."""

    template = "SUBSTR(%(expressions)s, 1, INSTR(%(expressions)s, '.') - 1)"
    output_field = CharField()

    def as_postgresql(self, compiler, connection, **context):
        """PostgreSQL has a function for it."""
        return self.as_sql(compiler, connection, template="SPLIT_PART(%(expressions)s, '.', 1)", **context)


def of_apps(apps: Collection[str]) -> Q:
    """Events whose codes belong to one of these apps; the newest are found without reading all others."""
    return Q(In(AppOf("code"), list(apps)))
