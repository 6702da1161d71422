"""Floor 5: registrations, persons sought, consent ledger."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "portal.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"
