"""Floor 8: demonstration world, worker, health; the only app that may import everything."""

from importlib import import_module

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "portal.operations"
    label = "operations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register the checks; they need the models."""
        import_module("portal.operations.checks")
