"""Vocabularies of exports of registrations (floor 6)."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.registry.enums import DataClass, Purpose


class Part(models.TextChoices):
    """What a table may hold, each to be chosen by itself. What is not here is never exported: notes, files, sealed."""

    FILE = "file", _("What kind of registration it is, how far it is, and who has it")
    NAMES = "names", _("The names of the person")
    KNOWN_BY = "known_by", _("What else the person is known by: sex, birth, nationality")
    LAST_NEWS = "last_news", _("When and where there was last news")
    APPLICANT = "applicant", _("The name of who registered, and what she or he is to the person")
    REACH = "reach", _("How to reach the family, and what to mind")


# Which class of data of the consent ledger a part belongs to. What is ours alone belongs to none, and never leaves.
CLASS_OF: dict[str, DataClass] = {
    Part.NAMES: DataClass.PERSON,
    Part.KNOWN_BY: DataClass.PERSON,
    Part.LAST_NEWS: DataClass.LAST_NEWS,
    Part.APPLICANT: DataClass.APPLICANT,
    Part.REACH: DataClass.REACH,
}

# Our own work, by the question that families answered when they registered.
OWN_WORK: dict[str, str | Promise] = {
    Purpose.CONTACT: _("Our own work: speaking with families"),
    Purpose.COMPARE: _("Our own work: comparing with lists"),
    Purpose.TRIALS: _("Our own work: telling families about trials"),
}


class FileKind(models.TextChoices):
    """What kind of file the copy is."""

    XLSX = "xlsx", _("Excel (XLSX)")
    CSV = "csv", _("Plain table (CSV)")


class ExtractState(models.TextChoices):
    """Where a request stands."""

    WAITING = "waiting", _("Waits for a second person")
    WAITING_FOR_THIRD = "third", _("Waits for a third person")
    APPROVED = "approved", _("Approved, can be taken once")
    REFUSED = "refused", _("Refused")
    TAKEN = "taken", _("Taken")
    LAPSED = "lapsed", _("Too old")


class LeftOut(models.TextChoices):
    """Why a registration that fits is not in the table. Counted, never named."""

    AT_REST = "at_rest", _("Paused, closed, or to be checked first")
    NOT_AGREED = "not_agreed", _("The family has not agreed to this")
