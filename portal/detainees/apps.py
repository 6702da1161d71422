"""Floor 5: sources, batches, detainee records, custody events, import."""

from django.apps import AppConfig


class DetaineesConfig(AppConfig):
    name = "portal.detainees"
    label = "detainees"
    default_auto_field = "django.db.models.BigAutoField"
