"""Floor 7: staff screens at /office/, composed of several apps; no models."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "portal.office"
    label = "office"
    default_auto_field = "django.db.models.BigAutoField"
