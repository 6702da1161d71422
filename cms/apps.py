"""The public site on Wagtail. Stands on floors 0 to 4 of the portal only."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to Wagtail and to the floors below."""
        from . import receivers  # noqa: F401
