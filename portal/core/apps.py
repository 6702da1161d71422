"""Floor 0: abstract models, partial dates, reference codes, languages."""

from django.apps import AppConfig

from . import checks  # noqa: F401 - registers the checks


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"
