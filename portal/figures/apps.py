"""Floor 3: figures that may be told, and how they become public."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "portal.figures"
    label = "figures"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register events."""
        from . import events  # noqa: F401
