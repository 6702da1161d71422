"""Floor 4: courts, proceedings and their public facts, each with source and date."""

from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    name = "portal.proceedings"
    label = "proceedings"
    default_auto_field = "django.db.models.BigAutoField"
