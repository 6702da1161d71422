"""Floor 6: photos, papers and recordings of families."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "portal.evidence"
    label = "evidence"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register events and the check of the settings; files go when their registration does."""
        from portal.registry.signals import registration_erasing

        from . import checks, events  # noqa: F401
        from .receivers import remove_files

        registration_erasing.connect(remove_files, dispatch_uid="evidence.erasing")
