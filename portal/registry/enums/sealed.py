"""What only trained people read (floor 5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TrainedAnswer(models.TextChoices):
    """Whether a trained person may ask what no form asks."""

    YES = "yes", _("Yes, please")
    LATER = "later", _("Not now")
    NO = "no", _("No")
    UNSAID = "unsaid", _("I prefer not to say")


class SealedKind(models.TextChoices):
    """What a sealed note holds. The kind is sealed with it: a list of notes says nothing of what is in them."""

    TESTIMONY = "testimony", _("What the person lived through, in the person’s own words")
    WITNESS = "witness", _("Who a witness is")
    WHEREABOUTS = "whereabouts", _("Where a person is now")


class HeardFrom(models.TextChoices):
    """Whom a sealed note was heard from. The family knows of its own talks; of what others said it learns nothing."""

    FAMILY = "family", _("The family, in a talk")
    OTHER = "other", _("Somebody else")


class SealedPurpose(models.TextChoices):
    """Why a trained person opens a sealed note, as it stands in the audit log."""

    TALK = "sealed_talk", _("Preparing a talk with the family")
    ADD = "sealed_add", _("Adding to it or correcting it")
    SAFETY = "sealed_safety", _("Somebody’s safety depends on it")
