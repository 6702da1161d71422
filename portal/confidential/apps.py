"""Floor 1: keys, encrypted fields, blind indexes."""

from django.apps import AppConfig

from . import checks  # noqa: F401 - registers the checks


class ConfidentialConfig(AppConfig):
    name = "portal.confidential"
    label = "confidential"
    default_auto_field = "django.db.models.BigAutoField"
