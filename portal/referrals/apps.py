"""Floor 6: what was given to whom, on which consent."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "portal.referrals"
    label = "referrals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register events and listen to the registry."""
        from portal.registry.signals import erasing, giving_ended

        from . import events  # noqa: F401
        from .receivers import keep_to_recall, recall

        giving_ended.connect(recall, dispatch_uid="referrals.recall")
        erasing.connect(keep_to_recall, dispatch_uid="referrals.erasing")
