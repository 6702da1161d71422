"""Floor 6: photos, papers and recordings of families."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "portal.evidence"
    label = "evidence"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register events and the check of the settings; a file goes when its row does."""
        from django.db.models.signals import post_delete

        from portal.registry.signals import registration_released

        from . import checks, events  # noqa: F401
        from .receivers import check_released, remove_contents

        for model in ("Evidence", "WorkingCopy"):
            post_delete.connect(remove_contents, sender=self.get_model(model), dispatch_uid=f"evidence.{model}")
        registration_released.connect(check_released, dispatch_uid="evidence.released")
