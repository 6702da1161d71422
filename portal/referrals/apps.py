"""Floor 6: what was given to whom, on which consent."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "portal.referrals"
    label = "referrals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register events and listen to the registry."""
        from portal.registry.signals import giving_ended

        from . import events  # noqa: F401
        from .receivers import recall

        giving_ended.connect(recall, dispatch_uid="referrals.recall")
