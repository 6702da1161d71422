"""Floor 3: partner organizations and membership."""

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "portal.organizations"
    label = "organizations"
    default_auto_field = "django.db.models.BigAutoField"
