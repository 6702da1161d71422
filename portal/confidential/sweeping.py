"""Keys that no record took up (a crash between the two commits) are removed after a day (floor 1)."""

from datetime import timedelta

from django.apps import apps
from django.utils import timezone

from .models import ConfidentialModel, WrappedKey

_GRACE = timedelta(hours=24)


def sweep_unused_keys() -> int:
    """Delete keys older than 24 hours that no row of any confidential model names; return how many."""
    old = WrappedKey.objects.filter(created_at__lt=timezone.now() - _GRACE, destroyed_at__isnull=True)
    unused = set(old.values_list("pk", flat=True))
    for model in apps.get_models():
        if issubclass(model, ConfidentialModel) and unused:
            unused -= set(model._default_manager.filter(key_id__in=unused).values_list("key_id", flat=True))
    WrappedKey.objects.filter(pk__in=unused).delete()
    return len(unused)
