"""Django's migrate, which brings both databases up to date unless one is named."""

from django.conf import settings
from django.core.management.commands.migrate import Command as MigrateCommand

from portal.confidential.routers import KEYS_DATABASE


class Command(MigrateCommand):
    """Keys first: a record may need a key, never the other way round."""

    def add_arguments(self, parser):
        """As Django's, but without a default database."""
        super().add_arguments(parser)
        parser.set_defaults(database=None)

    def get_check_kwargs(self, options):
        """Check the databases that are migrated."""
        named = options["database"]
        return {**super().get_check_kwargs(options), "databases": [named] if named else list(settings.DATABASES)}

    def handle(self, *args, **options):
        """Migrate the named database, or keys and default."""
        databases = [options["database"]] if options["database"] else sorted(settings.DATABASES, reverse=True)
        for alias in databases:
            if (
                options["app_label"]
                and len(databases) > 1
                and (alias == KEYS_DATABASE) != (options["app_label"] == "confidential")
            ):
                continue
            super().handle(*args, **{**options, "database": alias, **self._what_lives_there(alias, options)})

    @staticmethod
    def _what_lives_there(alias, options):
        """One app lives among the keys: without this, Django works out all others there too, only to pass over them."""
        if alias != KEYS_DATABASE or options["app_label"]:
            return {}
        return {"app_label": "confidential", "run_syncdb": False}
