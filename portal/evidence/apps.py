"""Floor 6: photos, papers and recordings of families."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "portal.evidence"
    label = "evidence"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register events and the check of the settings."""
        from . import checks, events  # noqa: F401
