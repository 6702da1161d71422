"""Floor 6: photos, papers and recordings of families."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "portal.evidence"
    label = "evidence"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register events and the check of the settings; a file goes when its row does."""
        from django.db.models.signals import post_delete, pre_delete

        from portal.registry.signals import draft_with_files_sent, registration_released

        from . import checks, events  # noqa: F401
        from .receivers import check_released, destroy_key_of_unsent, remove_contents, take_over

        for model in ("Evidence", "WorkingCopy"):
            post_delete.connect(remove_contents, sender=self.get_model(model), dispatch_uid=f"evidence.{model}")
        pre_delete.connect(destroy_key_of_unsent, sender=self.get_model("Evidence"), dispatch_uid="evidence.unsent")
        draft_with_files_sent.connect(take_over, dispatch_uid="evidence.draft_sent")
        registration_released.connect(check_released, dispatch_uid="evidence.released")
