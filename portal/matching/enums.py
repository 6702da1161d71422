"""Vocabularies of matching (floor 6; domain guide 6.6)."""

from enum import StrEnum

from django.db import models
from django.utils.functional import Promise
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


# One sentence each: what a role means, and what follows from it.
ROLE_WORDS: dict[str, str | Promise] = {
    MatchRole.SAME_PERSON: _(
        "The record is about the person whom the family seeks. If two people agree, it may be asked whether the "
        "family is told."
    ),
    MatchRole.NAMED_AS_RESPONSIBLE: _(
        "The family names the person on the record as responsible. That proves no guilt, and the family is not told."
    ),
    MatchRole.MEMBER_OF_UNIT: _(
        "The record is about somebody of a unit that the family names. That proves nothing about this one person, "
        "and the family is not told."
    ),
    MatchRole.SAME_FACILITY: _(
        "The person on the record was held in the same place at the same time. She or he may be asked, where that is "
        "safe; the family is not told."
    ),
    MatchRole.MAY_HAVE_INFORMATION: _(
        "The person on the record may know something. She or he may be asked, where that is safe; the family is not "
        "told."
    ),
    MatchRole.RELATIVE: _(
        "The record is about a relative of the person sought. Look whether the relative is registered too; the family "
        "is not told."
    ),
    MatchRole.SAME_INCIDENT: _("Both were taken in the same event. It helps to find others; the family is not told."),
}


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
    PairState.UNDER_REVIEW: frozenset(
        {PairState.CANDIDATE, PairState.VERIFIED, PairState.REJECTED, PairState.UNSURE, PairState.DISPUTED}
    ),
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


class Pile(StrEnum):
    """Among which pairs a live pair lies. A queue shows one pile, or some of it."""

    TO_READ = "to_read"
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    SETTLED = "settled"


# Sorted, since they stand in the definition of a column.
PILES = {
    Pile.TO_READ: sorted(state.value for state in READABLE_BY_REVIEWERS),
    Pile.DISPUTED: [PairState.DISPUTED.value],
    Pile.CONFIRMED: [PairState.VERIFIED.value],
    Pile.SETTLED: sorted(state.value for state in REOPENABLE),
}


# What a changed record makes worth reading again; the machine only says so.
CHANGE_MATTERS = frozenset({PairState.REJECTED, PairState.UNSURE})


class Verdict(models.TextChoices):
    """What a reviewer says."""

    SAME = "same", _("Same person")
    NOT_SAME = "not_same", _("Not the same person")
    UNSURE = "unsure", _("Unsure")


class Ground(models.TextChoices):
    """A usual reason for a verdict, chosen by one key. What is unusual is written."""

    NAMES_AND_BIRTH = "names_and_birth", _("Names and birth fit together")
    ONLY_FAMILY_KNOWS = "only_family_knows", _("Details fit that few people know")
    OTHER_PARENT = "other_parent", _("Another father or mother")
    OTHER_TIME_OR_PLACE = "other_time_or_place", _("Age, time or place cannot be")
    PERHAPS_RELATIVE = "perhaps_relative", _("Perhaps a brother, sister or cousin")
    TOO_LITTLE = "too_little", _("Too little is known")


# A reason that speaks against its verdict is a slip of the finger.
GROUNDS_FOR: dict[str, frozenset[str]] = {
    Verdict.SAME: frozenset({Ground.NAMES_AND_BIRTH, Ground.ONLY_FAMILY_KNOWS}),
    Verdict.NOT_SAME: frozenset({Ground.OTHER_PARENT, Ground.OTHER_TIME_OR_PLACE, Ground.PERHAPS_RELATIVE}),
    Verdict.UNSURE: frozenset(Ground),
}


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


class QueueOrder(models.TextChoices):
    """In which order a queue is read."""

    WEIGHT = "weight", _("Strongest first")
    AGE = "age", _("The longest waiting first")
    RISK = "risk", _("Danger first: a death sentence, then a trial or a sentence")


class Taken(models.TextChoices):
    """Whose pairs a queue shows."""

    ANYBODY = "", _("All")
    MINE = "mine", _("Mine")
    NOBODY = "nobody", _("Nobody’s")


class SearchPurpose(models.TextChoices):
    """What somebody searches for; asked once a visit. Coded: a purpose names nobody."""

    FAMILY_ASKS = "family_asks", _("A family has called or written")
    COMPARING = "comparing", _("I compare a registration with a list")
    TWICE = "twice", _("I look whether a person is here twice")
    CORRECTING = "correcting", _("I correct a record or a file")
    OTHERS_ASK = "others_ask", _("A partner or a source asks")


class Asked(models.TextChoices):
    """What came of asking the person found whether the family may be told."""

    AGREES = "agrees", _("Was asked safely and agrees")
    REFUSES = "refuses", _("Was asked safely and does not want it")
    UNSAFE = "unsafe", _("Cannot be asked without danger")
    UNREACHED = "unreached", _("Cannot be reached at present")
    DIED = "died", _("Has died, by what the source says: nobody can be asked")


# After which answers the family may be told at all.
OPENS_TELLING = frozenset({Asked.AGREES, Asked.DIED})


class AskedWay(models.TextChoices):
    """How the person found was asked."""

    IN_PERSON = "in_person", _("In person, alone")
    PHONE = "phone", _("By telephone, alone")
    LAWYER = "lawyer", _("Through the person’s lawyer")
    VISITORS = "visitors", _("Through a body that visits places of detention")
    NOT_ASKED = "not_asked", _("Not asked")


class Danger(models.TextChoices):
    """Why asking, or the family’s knowing, may put somebody in danger."""

    FAMILY_VIOLENCE = "family_violence", _("Violence in the family")
    HONOUR = "honour", _("Danger in the name of honour")
    TRAFFICKING = "trafficking", _("Trafficking or sale of people")
    CUSTODY = "custody", _("Danger from those who hold the person")
    OTHER = "other", _("Another danger")


class Share(models.TextChoices):
    """What exactly a family may be told."""

    LISTED = "listed", _("That the name stands on a list")
    ALIVE = "alive", _("That the person was alive, and as of when")
    WHERE = "where", _("Where the person is held")
    STATUS = "status", _("Where the case stands")
    MESSAGE = "message", _("A message from the person")
    CONTACT = "contact", _("How the family can reach the person")
    DEATH = "death", _("That the person has died, by what the source says")


class TalkWay(models.TextChoices):
    """How a family is told."""

    IN_PERSON = "in_person", _("In person")
    PHONE = "phone", _("By telephone")
    VIDEO = "video", _("By video call")


class Received(models.TextChoices):
    """How a talk was received."""

    CALM = "calm", _("Calmly")
    DISTRESSED = "distressed", _("With great distress")
    STOPPED = "stopped", _("The family wished to stop before the end")


class FamilySays(models.TextChoices):
    """What the family answers once it was told."""

    CONFIRMED = "confirmed", _("It is the person they are looking for")
    NOT_HIM = "not_him", _("It is not the person they are looking for")
    UNSURE = "unsure", _("They are not sure")


class CheckOutcome(models.TextChoices):
    """What came of checking a detainee record that somebody calls wrong."""

    CORRECTED = "corrected", _("Corrected by the source: it goes on")
    WITHDRAWN = "withdrawn", _("Withdrawn: never compared or told again")
    KEPT = "kept", _("Found to be right: it goes on")
