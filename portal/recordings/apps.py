"""Floor 6: public words of ours as people speak them."""

from django.apps import AppConfig


class RecordingsConfig(AppConfig):
    name = "portal.recordings"
    label = "recordings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register events."""
        from . import events  # noqa: F401
