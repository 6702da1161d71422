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


class Credibility(models.TextChoices):
    """How credible what is said is (admiralty code, digits)."""

    CONFIRMED = "1", _("Confirmed by others")
    PROBABLE = "2", _("Probably true")
    POSSIBLE = "3", _("Possibly true")
    DOUBTFUL = "4", _("Doubtful")
    IMPROBABLE = "5", _("Improbable")
    UNJUDGED = "6", _("Cannot be judged")


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


# Codes of a list's column; what is not known is left out.
FEMALE = "female"
SEXES: dict[str, Promise] = {FEMALE: _("Woman or girl"), "male": _("Man or boy")}
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
    TRANSFER = "transfer", pgettext_lazy("custody", "Transfer")
    COURT = "court", _("Before a court")
    SENTENCE = "sentence", _("Judgment of a court")
    RELEASE = "release", pgettext_lazy("custody", "Release")
    DEATH = "death", _("Death in custody")
    ESCAPE = "escape", _("Escape")
    REPATRIATION = "repatriation", _("Return to the home country")


class StatementAbout(models.TextChoices):
    """What a person can state of a record, always with who says so and on what it rests."""

    STATUS = "status", _("Legal status")
    NATIONALITY = "nationality", _("Nationality")
    AGE = "age", _("Under 18, or an adult")
    DEATH_SENTENCE = "death-sentence", _("Death sentence")
    UNFAIR_TRIAL = "unfair-trial", _("Unfair trial")
    LAWYER = "lawyer", _("Lawyer")
    CONSULATE = "consulate", _("Visits by the consulate")
    FAMILY_CONTACT = "family-contact", _("Contact with the family")
    CHECKED = "checked", _("Looked at again")


class Degree(models.TextChoices):
    """How far something was established."""

    CLAIMED = "claimed", pgettext_lazy("degree", "Claimed")
    ASSESSED = "assessed", pgettext_lazy("degree", "Assessed by a specialist")
    DECIDED = "decided", pgettext_lazy("degree", "Decided by a court")
    VERIFIED = "verified", pgettext_lazy("degree", "Verified on a document")


# What can be said how firmly; the first is what a form proposes.
DEGREES: dict[str, tuple[Degree, ...]] = {
    **dict.fromkeys(StatementAbout, (Degree.CLAIMED, Degree.VERIFIED)),
    StatementAbout.AGE: (Degree.CLAIMED, Degree.ASSESSED, Degree.DECIDED),
    StatementAbout.CHECKED: (Degree.VERIFIED,),
}


class AgeFinding(models.TextChoices):
    """On which side of eighteen a person stood when it was said."""

    UNDER_18 = "under_18", _("Under 18")
    ADULT = "adult", _("18 or older")


class YesNo(models.TextChoices):
    """Whether there is such a thing."""

    YES = "yes", _("Yes")
    NO = "no", _("No")


# What can be said of each. A nationality is that of any country; that somebody looked again says nothing more.
VALUES: dict[str, type[models.TextChoices]] = {
    StatementAbout.STATUS: LegalStatus,
    StatementAbout.AGE: AgeFinding,
    StatementAbout.DEATH_SENTENCE: YesNo,
    StatementAbout.UNFAIR_TRIAL: YesNo,
    StatementAbout.LAWYER: YesNo,
    StatementAbout.CONSULATE: YesNo,
    StatementAbout.FAMILY_CONTACT: YesNo,
}
