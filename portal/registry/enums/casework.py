"""What the office says of its own work on a file: tasks, notes, links, risk and closing (floor 5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .registrations import RegistrationState


class TaskKind(models.TextChoices):
    """What is to be done, in words that name nobody: they stand on the first page."""

    CALL = "call", _("Call the family. Say the word first.")
    WRITE = "write", _("Write to the family")
    ASK = "ask", _("Ask the family for something that is missing")
    CHECK = "check", _("Check a paper or a photo")
    PARTNER = "partner", _("Ask an organization")
    LOOK_AGAIN = "look_again", _("Look at the file again")
    OTHER = "other", _("Something else, as the file says")


class Visibility(models.TextChoices):
    """Who reads a note or sees a file, from the fewest to the most."""

    INTERNAL = "internal", _("Only colleagues who answer families")
    PARTNER = "partner", _("Also organizations that are given the file")
    FAMILY = "family", _("Also the family, on their page")


class CaseLinkKind(models.TextChoices):
    """Why staff keep two files side by side."""

    DUPLICATE = "duplicate", _("Perhaps the same person, registered twice")
    SAME_FAMILY = "same_family", _("Same family")
    SAME_INCIDENT = "same_incident", _("Same incident")
    TAKEN_TOGETHER = "taken_together", _("Taken at the same time")


class Risk(models.TextChoices):
    """How much danger there is for the family or for the person: what is higher is dealt with first."""

    LOW = "low", pgettext_lazy("risk", "Low")
    RAISED = "raised", pgettext_lazy("risk", "Raised")
    HIGH = "high", pgettext_lazy("risk", "High")


# The way each risk is ordered; a file without a grade stands with the low ones.
RISK_ORDER = {Risk.HIGH: 2, Risk.RAISED: 1}


class ClosureReason(models.TextChoices):
    """Why staff close a file. Nothing is deleted, and each can be opened again."""

    MOVED = RegistrationState.CLOSED_MOVED.value, _("Another organization goes on with it")
    NOT_OURS = RegistrationState.NOT_OURS.value, _("It is not within our task")
