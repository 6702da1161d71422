"""Floor 7: the pages a family walks, composed of several apps; no models."""

from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "portal.family"
    label = "family"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say which questions may be heard."""
        from portal.recordings.slots import declare

        from .spoken import slots

        declare(slots)
