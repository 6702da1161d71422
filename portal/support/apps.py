"""Floor 3: the guide to help, and reports that something is wrong or a trap."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "portal.support"
    label = "support"
    default_auto_field = "django.db.models.BigAutoField"
