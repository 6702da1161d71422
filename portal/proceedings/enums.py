"""Kinds and stages of proceedings (floor 4; domain guide 6.3)."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProceedingKind(models.TextChoices):
    """What kind of proceeding it is."""

    INVESTIGATION = "investigation", _("Criminal investigation")
    TRIAL = "trial", _("Criminal trial")
    APPEAL = "appeal", _("Appeal or cassation")
    UNIVERSAL = "universal", _("Trial under universal jurisdiction")
    INTERNATIONAL = "international", _("Case before an international court")


# Iraq and Syria have different words for the highest court's review; the court's country decides (ISO 3166-1).
_APPEAL_IN = {
    "SY": pgettext_lazy("before a court of Syria", "Appeal or cassation"),
    "IQ": pgettext_lazy("before a court of Iraq", "Appeal or cassation"),
}


def kind_label(kind: str, *, country: str) -> str | Promise:
    """Return the words for a kind of proceeding before a court of a country."""
    return (_APPEAL_IN.get(country.upper()) if kind == ProceedingKind.APPEAL else None) or ProceedingKind(kind).label


class Stage(models.TextChoices):
    """Where it stands."""

    COMPLAINT = "complaint", _("Complaint")
    INVESTIGATION = "investigation", _("Investigation")
    INDICTMENT = "indictment", _("Indictment")
    TRIAL = "trial", _("Trial under way")
    JUDGMENT = "judgment", _("Judgment given, not final")
    # For a judgment of which our sources do not say whether it is final.
    DECIDED = "decided", _("Judgment given")
    APPEAL = "appeal", _("A challenge to the judgment is pending")
    FINAL = "final", _("Final")
    PENDING = "pending", _("Pending")
    ENDED = "ended", _("Ended without judgment")


# Stages in which the follower waits for something to happen.
OPEN_STAGES = frozenset(set(Stage) - {Stage.FINAL, Stage.ENDED})
