"""Floor 1: countries, governorates, districts, places of detention, in four languages."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "portal.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"
