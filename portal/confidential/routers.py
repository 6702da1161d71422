"""Wrapped keys live in their own database; everything else in the main one."""

KEYS_DATABASE = "keys"


class KeysRouter:
    """Sends the models of `confidential` to the keys database and nothing else there."""

    def db_for_read(self, model, **hints):
        """The database that holds a model."""
        return KEYS_DATABASE if model._meta.app_label == "confidential" else None

    db_for_write = db_for_read

    def allow_relation(self, first, second, **hints):
        """No relation crosses the two databases."""
        sides = {first._meta.app_label == "confidential", second._meta.app_label == "confidential"}
        return None if sides == {False} else sides == {True}

    def allow_migrate(self, db, app_label, **hints):
        """Migrate each app where it lives."""
        return (db == KEYS_DATABASE) == (app_label == "confidential")
