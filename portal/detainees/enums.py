"""Vocabularies of detainee records (floor 5; domain guide 5.6). Being listed is not guilt."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Reliability(models.TextChoices):
    """How reliable a source is (admiralty code, letters)."""

    A = "A", _("A: completely reliable")
    B = "B", _("B: usually reliable")
    C = "C", _("C: fairly reliable")
    D = "D", _("D: not usually reliable")
    E = "E", _("E: unreliable")
    F = "F", _("F: cannot be judged")


class SharingTerms(models.TextChoices):
    """What the source allows."""

    CASE_TEAM = "case_team", _("For our case team only")
    FAMILY_AFTER_DECISION = "family_after_decision", _("The family may be told after a decision")
    ASK_SOURCE = "ask_source", _("Ask the source each time")


class LegalStatus(models.TextChoices):
    """As the source says; everybody is presumed innocent until a final judgment."""

    HELD_WITHOUT_CHARGE = "held_without_charge", _("Held without charge")
    CHARGED = "charged", _("Charged")
    TRIED = "tried", _("On trial")
    SENTENCED = "sentenced", _("Sentenced")
    DEATH_SENTENCE = "death_sentence", _("Death sentence")
    RELEASED = "released", _("Released")
    DIED = "died", _("Died in custody")
    ESCAPED = "escaped", _("Escaped")
    UNKNOWN = "unknown", _("Unknown")


# Where the source says that the person is a woman, Arabic says it too; never guessed from a name.
_OF_A_WOMAN: dict[str, Promise] = {
    LegalStatus.HELD_WITHOUT_CHARGE: pgettext_lazy("of a woman", "Held without charge"),
    LegalStatus.CHARGED: pgettext_lazy("of a woman", "Charged"),
    LegalStatus.SENTENCED: pgettext_lazy("of a woman", "Sentenced"),
    LegalStatus.RELEASED: pgettext_lazy("of a woman", "Released"),
    LegalStatus.DIED: pgettext_lazy("of a woman", "Died in custody"),
    LegalStatus.ESCAPED: pgettext_lazy("of a woman", "Escaped"),
}


def status_label(status: str, *, is_woman: bool) -> str | Promise:
    """Return the words of a legal status for a person."""
    return (_OF_A_WOMAN.get(status) if is_woman else None) or LegalStatus(status).label


class BatchState(models.TextChoices):
    """Where an import stands."""

    READING = "reading", _("Not completely received")
    MAPPING = "mapping", _("Waits for the choice of columns")
    CHECKING = "checking", _("Is being checked")
    DRY_RUN = "dry_run", _("Checked, not yet imported")
    IMPORTING = "importing", _("Is being imported")
    IMPORTED = "imported", _("Imported")
    CANCELLED = "cancelled", _("Cancelled")
    UNDOING = "undoing", _("Is being taken back")
    UNDONE = "undone", _("Taken back")


# What may follow what; a list that people have let in is never set aside: a later one corrects it, or two people take
# it back.
BATCH_TRANSITIONS: dict[str, frozenset[str]] = {
    BatchState.READING: frozenset({BatchState.MAPPING, BatchState.CANCELLED}),
    BatchState.MAPPING: frozenset({BatchState.CHECKING, BatchState.CANCELLED}),
    BatchState.CHECKING: frozenset({BatchState.CHECKING, BatchState.DRY_RUN, BatchState.CANCELLED}),
    BatchState.DRY_RUN: frozenset({BatchState.CHECKING, BatchState.IMPORTING, BatchState.CANCELLED}),
    BatchState.IMPORTING: frozenset({BatchState.IMPORTED}),
    BatchState.IMPORTED: frozenset({BatchState.UNDOING}),
    BatchState.CANCELLED: frozenset(),
    BatchState.UNDOING: frozenset({BatchState.UNDONE}),
    BatchState.UNDONE: frozenset(),
}


class RowOutcome(models.TextChoices):
    """What became of one row."""

    PENDING = "pending", _("Not checked yet")
    CREATED = "created", _("New")
    UPDATED = "updated", _("Changed")
    UNCHANGED = "unchanged", _("The same as before")
    REJECTED = "rejected", _("Rejected")
    UNDONE = "undone", _("Taken back")


class CustodyKind(models.TextChoices):
    """What happened to a detained person."""

    CAPTURE = "capture", _("Arrest or first custody")
    HELD = "held", _("In custody")
