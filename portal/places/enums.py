"""Kinds of places (floor 1)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlaceKind(models.TextChoices):
    """What a place is."""

    COUNTRY = "country", _("Country")
    GOVERNORATE = "governorate", _("Governorate")
    DISTRICT = "district", _("District")
    DETENTION = "detention", _("Place of detention")
    CAMP = "camp", _("Camp")
