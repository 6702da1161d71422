"""Floor 3: safe channels, inbox, delivery log; knows nothing about anyone's case."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "portal.notifications"
    label = "notifications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks and connect the receivers."""
        from . import checks, receivers  # noqa: F401
