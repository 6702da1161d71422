"""`manage.py grant_app_role ROLE`: what the application's role may do, no more (floor 8; R-18, R-26).

Run it as the owner, on PostgreSQL, after every `migrate`. The application then reads and writes rows; audit rows it can
only add; it creates, alters, truncates and owns nothing. Running it again changes nothing.
"""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from portal.audit.models import Event, Seal

# Rows of these tables are added and read, never changed.
APPEND_ONLY = frozenset({Event._meta.db_table, Seal._meta.db_table})
# What an upgrade writes, and nobody else.
READ_ONLY = frozenset({"django_migrations"})


class Command(BaseCommand):
    """Grants table rights in both databases to one role."""

    help = "Give the application's PostgreSQL role its rights: audit rows may be added and read only."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The role's name."""
        parser.add_argument("role", help="the role the application signs in with; neither owner nor superuser")

    def handle(self, *args, **options) -> None:
        """Grant in both databases; refuse a role that rights do not bind."""
        for alias in ("default", "keys"):
            connection = connections[alias]
            if connection.vendor != "postgresql":
                raise CommandError("Only PostgreSQL has roles. SQLite is guarded by the files' owner and the triggers.")
            _check_role(connection, options["role"])
            with transaction.atomic(using=alias):
                count = grant(connection, options["role"])
            self.stdout.write(f"{alias}: {count} tables")


def rights_of(table: str) -> str:
    """What the application may do with the rows of a table."""
    if table in APPEND_ONLY:
        return "SELECT, INSERT"
    return "SELECT" if table in READ_ONLY else "SELECT, INSERT, UPDATE, DELETE"


def grant(connection: BaseDatabaseWrapper, role: str) -> int:
    """Take every right from the role and give those it needs; return the number of tables."""
    name = connection.ops.quote_name(role)
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name}")
        cursor.execute(f"REVOKE CREATE ON SCHEMA public FROM PUBLIC, {name}")
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}")
        for table in tables:
            cursor.execute(f"GRANT {rights_of(table)} ON {connection.ops.quote_name(table)} TO {name}")
    return len(tables)


def _check_role(connection: BaseDatabaseWrapper, role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s", [role])
        row = cursor.fetchone()
        if row is None:
            raise CommandError(f"There is no role named {role}.")
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner "
            "WHERE r.rolname = %s AND c.relkind = 'r')",
            [role],
        )
        owns = cursor.fetchone()[0]
    if row[0] or owns:
        raise CommandError(f"{role} owns tables or is a superuser: rights would not bind it. Use another role.")
