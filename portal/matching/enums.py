"""Vocabularies of matching (floor 6; domain guide 6.6)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatchRole(models.TextChoices):
    """What the detainee record is to the registration. Mixing these would be dangerous."""

    SAME_PERSON = "same_person", _("Same person")
    NAMED_AS_RESPONSIBLE = "named_as_responsible", _("Named by the family as responsible")
    MEMBER_OF_UNIT = "member_of_responsible_unit", _("Member of a unit named")
    SAME_FACILITY = "same_facility_same_time", _("Same facility, same time")
    MAY_HAVE_INFORMATION = "may_have_information", _("May have information")
    RELATIVE = "relative", _("Relative")
    SAME_INCIDENT = "same_incident", _("Same incident")


class SideKind(models.TextChoices):
    """The two sides of a comparison."""

    REGISTRATION = "registration", _("Registration")
    DETAINEE = "detainee", _("Detainee record")


class PairState(models.TextChoices):
    """Where a pair stands. Only people move it beyond `candidate`."""

    CANDIDATE = "candidate", _("Waits for a first reading")
    UNDER_REVIEW = "under_review", _("Waits for a second reading")
    DISPUTED = "disputed", _("Two readings differ: a supervisor decides")
    VERIFIED = "verified", _("Confirmed by two people")
    REJECTED = "rejected", _("Not the same person")
    UNSURE = "unsure", _("Unsure")
    DISCLOSED = "disclosed", _("The family is asked to speak with us")
    NOT_DISCLOSED = "not_disclosed_on_decision", _("Not told, on a decision")


PAIR_TRANSITIONS: dict[str, frozenset[str]] = {
    PairState.CANDIDATE: frozenset({PairState.UNDER_REVIEW}),
    PairState.UNDER_REVIEW: frozenset({PairState.VERIFIED, PairState.REJECTED, PairState.UNSURE, PairState.DISPUTED}),
    PairState.DISPUTED: frozenset({PairState.VERIFIED, PairState.REJECTED, PairState.UNSURE}),
    PairState.VERIFIED: frozenset({PairState.DISCLOSED, PairState.NOT_DISCLOSED}),
    PairState.UNSURE: frozenset({PairState.CANDIDATE}),
    PairState.REJECTED: frozenset({PairState.CANDIDATE}),
    PairState.DISCLOSED: frozenset({PairState.CANDIDATE}),
    PairState.NOT_DISCLOSED: frozenset({PairState.CANDIDATE}),
}


# Where a pair may be read again; where a reviewer reads; what counts as the end of reading.
REOPENABLE = frozenset({PairState.REJECTED, PairState.UNSURE, PairState.DISCLOSED, PairState.NOT_DISCLOSED})
READABLE_BY_REVIEWERS = frozenset({PairState.CANDIDATE, PairState.UNDER_REVIEW})


# What a changed record makes worth reading again; the machine only says so.
CHANGE_MATTERS = frozenset({PairState.REJECTED, PairState.UNSURE})


class Verdict(models.TextChoices):
    """What a reviewer says."""

    SAME = "same", _("Same person")
    NOT_SAME = "not_same", _("Not the same person")
    UNSURE = "unsure", _("Unsure")


class Reading(models.TextChoices):
    """Which reading a judgement is."""

    FIRST = "first", _("First reading")
    SECOND = "second", _("Second reading")
    SUPERVISOR = "supervisor", _("Supervisor's decision")


class ExportPurpose(models.TextChoices):
    """What an export of possible matches is for. Coded: a request names nobody."""

    MEASURE = "measure", _("Measure how well the comparison works")
    IMPROVE = "improve", _("Improve how records are compared")
    OUTSIDE_CHECK = "outside_check", _("Let somebody outside check the comparison")


class ExportState(models.TextChoices):
    """Where a request for an export stands."""

    WAITING = "waiting", _("Waits for a second person")
    APPROVED = "approved", _("Approved, may be used once")
    REFUSED = "refused", _("Refused")
    USED = "used", _("Used")
    LAPSED = "lapsed", _("Too old")


class Decision(models.TextChoices):
    """Whether the family is told."""

    TELL = "tell", _("Ask the family to speak with us")
    DO_NOT_TELL = "do_not_tell", _("Do not tell the family")


class RunScope(models.TextChoices):
    """What a run of the comparison looks at."""

    CHANGES = "changes", _("What changed")
    EVERYTHING = "everything", _("Everything")
    DUPLICATES = "duplicates", _("Duplicates")


class Todo(models.TextChoices):
    """What a run still has to do with a record it has taken up: with the other side, then with its own. Never shown."""

    ACROSS = "across"
    WITHIN = "within"


class Finding(models.TextChoices):
    """What comparison found of one record."""

    PROPOSED = "proposed", _("Compared, with proposals")
    NOTHING = "nothing", _("Compared, nothing to propose")
    INSUFFICIENT = "insufficient", _("The name is not enough to compare")


class DuplicateState(models.TextChoices):
    """What people said of two records of one side."""

    OPEN = "open", _("Waits for a reading")
    SAME = "same", _("Same person")
    NOT_SAME = "not_same", _("Not the same person")
    UNSURE = "unsure", _("Unsure")
