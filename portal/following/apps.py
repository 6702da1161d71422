"""Floor 6: what a family follows."""

from django.apps import AppConfig


class FollowingConfig(AppConfig):
    name = "portal.following"
    label = "following"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the floors below."""
        from . import receivers  # noqa: F401
