"""Vocabularies of those to whom a family may let information be given (floor 3; domain guide 6.8, 6.10)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecipientKind(models.TextChoices):
    """What a recipient is; what it may use information for follows from it. Security services are none."""

    TRACING = "tracing", _("Organization that searches for missing people")
    COURT = "court", _("Court or prosecutor")
    LAWYER = "lawyer", _("Lawyer")
    SUPPORT = "support", _("Help and care")
    COMMISSION = "commission", _("State commission for missing people")
    UN_BODY = "un_body", _("Body of the United Nations")


class Authority(models.TextChoices):
    """Those in power today among the parties to what happened, by the names they have as authorities."""

    IRAQ = "iraq", _("The state of Iraq and its forces")
    KURDISTAN = "kurdistan", _("The Kurdistan Region and its forces")
    NORTH_EAST_SYRIA = "north_east_syria", _("The administration of north-east Syria and its forces")
    SYRIA = "syria", _("The state of Syria and its forces")
