"""Codes of a file: what it shows, how far it is, why it was not taken (floor 6)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    """What the sender says it is."""

    PERSON = "person", _("A photo of the person")
    PAPER = "paper", _("A paper: identity, letter, decision, medical report")
    SCREEN = "screen", _("A picture of a screen, a message, a list")
    RECORDING = "recording", _("A recording: voice or video")
    OTHER = "other", _("Something else")


class EvidenceState(models.TextChoices):
    """How far a file is."""

    RECEIVING = "receiving", _("Not complete yet")
    WAITING = "waiting", _("Received, being checked")
    READY = "ready", _("Received")
    REFUSED = "refused", _("Not kept")
    TAKEN_BACK = "taken_back", _("Removed at your wish")


# A file that is here, or on its way, counts towards what one registration may hold.
LIVE = (EvidenceState.RECEIVING, EvidenceState.WAITING, EvidenceState.READY)
COMPLETE = (EvidenceState.WAITING, EvidenceState.READY)


class Refusal(models.TextChoices):
    """Why a file was not taken, in words for its sender. The codes are those of `examination`."""

    EMPTY = "empty", _("This file is empty. Please choose another one.")
    TYPE = "type", _("We cannot take this kind of file. Please send a photo, a PDF, a text, a recording or a video.")
    NAME = "name", _("The name of this file does not fit what is in it. Please send a photo of it.")
    BROKEN = "broken", _("This file cannot be opened. It may be damaged. Please send it again, or send a photo of it.")
    DOUBLE = "double", _("Something else is hidden in this file. Please send a photo of it.")
    PIXELS = "pixels", _("This picture has more dots than we can open. Please send a smaller one.")
    PROGRAM = "program", _("There is a program in this file. Please send a photo of the paper.")
    LOCKED = "locked", _("This file is closed with a password. Please send it without one, or send a photo of it.")
    SILENT = "silent", _("There is nothing in this recording. Please record it again.")
    LONG = "long", _("This recording is longer than we can take. Please send it in parts.")
    CHANGED = "changed", _("The file did not arrive whole. Please send it again.")
    HARMFUL = "harmful", _("This file carries something that harms computers. Nobody opened it, and it is not kept.")


class Part(models.TextChoices):
    """What of a file is opened."""

    COPY = "copy", _("Copy without hidden notes")
    ORIGINAL = "original", _("Original as received")
    CUSTODY = "custody", _("Chain of custody")
