"""Floor 5: registrations, persons sought, consent ledger."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "portal.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the kinds of news known, also to the worker that sends word of them."""
        from . import news  # noqa: F401
