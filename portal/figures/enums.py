"""What is counted, and the cells of each table, in words (floor 3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Counting(models.TextChoices):
    """A table: what it tells."""

    PLACE = "place", _("Where the person was last heard of")
    YEAR = "year", _("Year of the last news of the person")
    STATUS = "status", _("Where the registrations stand")
    SOURCE = "source", _("Who filled in the registration")
    ACKNOWLEDGED = "acknowledged", _("Did a person say within 7 days that it has come?")
    ANSWERED = "answered", _("When was there a first answer?")


# Cells that are no place or year of their own.
UNKNOWN, OTHER, BEFORE = "unknown", "other", "before"
FIRST_YEAR = 2011


class Status(models.TextChoices):
    """Where a registration stands. That a family is asked to speak with us is no cell: it would say too much."""

    WAITING = "waiting", _("Waits to be read, or is being read")
    GOING_ON = "going_on", _("Registered")
    ANSWERED = "answered", _("Answered")
    RESTING = "resting", _("Paused at the family’s wish")
    CLOSED = "closed", _("Closed")


class Source(models.TextChoices):
    """Who filled it in: the codes of registrations."""

    SELF = "self", _("The person who applies")
    HELPER = "helper", _("A helper, with the person")
    STAFF = "staff", _("Our staff, with the person")
    IMPORT = "import", _("An organization's list")


class Wait(models.TextChoices):
    """Whether a family had to wait. Whoever waits on stands beside those who had an answer, and is not left out."""

    IN_TIME = "in_time", _("In time")
    LATE = "late", _("Later")
    WAITING = "waiting", _("Not yet, and it is late")
    NOT_DUE = "not_due", _("The time is not over yet")
    STOPPED = "stopped", _("Rests or was ended at the family’s wish")
    LIST = "list", _("Nobody to write to: from an organization’s list")


class FirstAnswer(models.TextChoices):
    """The same for the first answer, in months."""

    ONE_MONTH = "one_month", _("Within one month")
    IN_TIME = "in_time", _("Within three months")
    LATE = "late", _("Later than three months")
    WAITING = "waiting", _("Not yet, and it is late")
    NOT_DUE = "not_due", _("The time is not over yet")
    STOPPED = "stopped", _("Rests or was ended at the family’s wish")
    LIST = "list", _("Nobody to write to: from an organization’s list")


# Whose time is over: those of whom it can be said whether it was in time.
DUE_ACKNOWLEDGED = (Wait.IN_TIME, Wait.LATE, Wait.WAITING)
DUE_ANSWERED = (FirstAnswer.ONE_MONTH, FirstAnswer.IN_TIME, FirstAnswer.LATE, FirstAnswer.WAITING)


class Stage(models.TextChoices):
    """How far a possible match has come at most: everyone stands in one cell, and later ones include it."""

    PROPOSED = "proposed", _("Proposed by the machine")
    READ = "read", _("Read by a person")
    AGREED = "agreed", _("Found to be the same person")
    ASKED = "asked", _("Looked into whether the person found can be asked")
    DECIDED = "decided", _("Decided whether the family is told")
    TOLD = "told", _("The family was told")
    CONFIRMED = "confirmed", _("The family confirmed it")


class PublishingState(models.TextChoices):
    """Where the public figures of a month stand."""

    COUNTED = "counted", _("Counted, not public")
    WAITING = "waiting", _("Waits for a second person")
    REFUSED = "refused", _("Refused")
    PUBLISHED = "published", _("Public")
    WITHDRAWN = "withdrawn", _("Withdrawn")
