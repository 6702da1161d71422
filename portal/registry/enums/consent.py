"""What is agreed to, by whom, and how it was heard (floor 5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.organizations.enums import RecipientKind


class Purpose(models.TextChoices):
    """What consent is asked for: three things at registration, the rest when a real recipient of that kind is there."""

    CONTACT = "contact", _("May we contact you about your registration?")
    COMPARE = "compare", _("May we compare what you tell us with lists of detained people?")
    TRIALS = "trials", _("May we tell you about trials that may concern you?")
    TRACING = RecipientKind.TRACING.value, RecipientKind.TRACING.label
    COURT = RecipientKind.COURT.value, RecipientKind.COURT.label
    LAWYER = RecipientKind.LAWYER.value, RecipientKind.LAWYER.label
    SUPPORT = RecipientKind.SUPPORT.value, RecipientKind.SUPPORT.label
    COMMISSION = RecipientKind.COMMISSION.value, RecipientKind.COMMISSION.label
    UN_BODY = RecipientKind.UN_BODY.value, RecipientKind.UN_BODY.label
    STATISTICS = "statistics", _("May we count your registration in public figures, without any name?")


# Asked when somebody registers; whatever else there is is asked when somebody is there to receive it.
REGISTRATION_PURPOSES = (Purpose.CONTACT, Purpose.COMPARE, Purpose.TRIALS)
# Those, and what she is asked on her page alone: no answer is a no, and nobody is asked it in the form (P10).
PURPOSES_ON_HER_PAGE = (*REGISTRATION_PURPOSES, Purpose.STATISTICS)


class DataClass(models.TextChoices):
    """What may be given to a recipient, each with an answer of its own."""

    PERSON = "person", _("The name of the person and what the person is known by")
    LAST_NEWS = "last_news", _("When and where you last had news of the person")
    APPLICANT = "applicant", _("Your name and what you are to the person")
    REACH = "reach", _("How to reach you")
    NOTES = "notes", _("What our caseworkers wrote down for those who help you")
    FILES = "files", _("Photos and papers that we chose for those who help you, without hidden notes")


class Answer(models.TextChoices):
    """The answers to a consent question. No line means: not asked, or withdrawn."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    ASK = "ask", _("Ask me each time")


class GivenBy(models.TextChoices):
    """Who gave the consent."""

    SELF = "self", _("The person who applies")
    ASSERTED = "asserted", _("An organization says so, as testimony")
    TESTIMONY = "testimony", _("Said to a helper, who recorded it as testimony")


class TestimonyWay(models.TextChoices):
    """How a helper heard that the person agrees."""

    IN_PERSON = "in_person", _("In person")
    TELEPHONE = "telephone", _("By telephone")
    WRITING = "writing", _("In writing")


class CanRead(models.TextChoices):
    """Whether the person can read the questions."""

    YES = "yes", _("Yes, the person read them")
    PARTLY = "partly", _("Partly; they were read aloud")
    NO = "no", _("No; they were read aloud")


class Authority(models.TextChoices):
    """By what right somebody agrees (domain guide 5.4)."""

    OWN = "own", _("The person agrees for herself or himself, and is of age")
    PARENT = "parent", _("A parent agrees for a child")
    GUARDIAN = "guardian", _("A guardian agrees, with a paper of a court")
    WRITTEN_MANDATE = "written_mandate", _("Somebody agrees with a written mandate of the person")
    ORAL_MANDATE = "oral_mandate", _("Somebody agrees because the person asked them to")


# For whom the time ends when the child comes of age.
FOR_A_CHILD = frozenset({Authority.PARENT, Authority.GUARDIAN})


class ReviewReason(models.TextChoices):
    """Why a person of ours looks at who agreed, before the answers count beyond keeping and contact."""

    MINOR = "minor", _("Somebody registers who is not of age")
    PROXY = "proxy", _("Somebody agreed for the person")
