"""Floor 6: candidate pairs, judgements, disclosure."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "portal.matching"
    label = "matching"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register events and listen to both sides."""
        from portal.detainees.signals import detainees_changed
        from portal.registry.signals import registration_changed

        from . import events  # noqa: F401
        from .receivers import compare_again

        registration_changed.connect(compare_again, dispatch_uid="matching.registration")
        detainees_changed.connect(compare_again, dispatch_uid="matching.detainees")
