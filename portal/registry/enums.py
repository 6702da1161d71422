"""Vocabularies of the registry (floor 5; domain guide 5.4, 6.1, 6.9, 6.10)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.organizations.enums import RecipientKind


class RegistrationKind(models.TextChoices):
    """Who is registered."""

    MISSING = "missing", _("Missing person")
    DETAINED = "detained", _("Detained")
    DECEASED = "deceased", _("Killed or died")
    SURVIVOR = "survivor", _("Survivor")


class RegistrationState(models.TextChoices):
    """What the family sees of where it stands."""

    RECEIVED = "received", _("Received")
    BEING_READ = "being_read", _("A person is reading it")
    REGISTERED = "registered", _("Registered")
    PLEASE_CONTACT = "please_contact", _("We would like to speak with you. Choose when and how.")
    ANSWERED = "answered", _("Answered")
    PAUSED = "paused_at_your_wish", _("Paused at your wish")
    CLOSED = "closed_at_your_wish", _("Closed at your wish")


# From which state to which; proven complete by a test.
TRANSITIONS: dict[str, frozenset[str]] = {
    RegistrationState.RECEIVED: frozenset(
        {
            RegistrationState.BEING_READ,
            RegistrationState.REGISTERED,
            RegistrationState.PLEASE_CONTACT,
            RegistrationState.PAUSED,
            RegistrationState.CLOSED,
        }
    ),
    RegistrationState.BEING_READ: frozenset(
        {
            RegistrationState.REGISTERED,
            RegistrationState.PLEASE_CONTACT,
            RegistrationState.PAUSED,
            RegistrationState.CLOSED,
        }
    ),
    RegistrationState.REGISTERED: frozenset(
        {RegistrationState.PLEASE_CONTACT, RegistrationState.PAUSED, RegistrationState.CLOSED}
    ),
    RegistrationState.PLEASE_CONTACT: frozenset(
        {
            RegistrationState.REGISTERED,
            RegistrationState.ANSWERED,
            RegistrationState.PAUSED,
            RegistrationState.CLOSED,
        }
    ),
    RegistrationState.ANSWERED: frozenset(
        {
            RegistrationState.REGISTERED,
            RegistrationState.PLEASE_CONTACT,
            RegistrationState.PAUSED,
            RegistrationState.CLOSED,
        }
    ),
    RegistrationState.PAUSED: frozenset({RegistrationState.REGISTERED, RegistrationState.CLOSED}),
    RegistrationState.CLOSED: frozenset(),
}

# States in which a registration takes part in comparison.
COMPARED_STATES = frozenset(
    {
        RegistrationState.RECEIVED,
        RegistrationState.BEING_READ,
        RegistrationState.REGISTERED,
        RegistrationState.PLEASE_CONTACT,
        RegistrationState.ANSWERED,
    }
)


class FilledBy(models.TextChoices):
    """Who filled it in."""

    SELF = "self", _("The person who applies")
    HELPER = "helper", _("A helper, with the person")
    STAFF = "staff", _("Our staff, with the person")
    IMPORT = "import", _("An organization's list")


class ApplicantKind(models.TextChoices):
    """Who applies."""

    RELATIVE = "relative", _("A relative")
    SURVIVOR = "survivor", _("I survived, and I speak for myself")
    FRIEND = "friend", _("A friend or neighbour")
    HELPER = "helper", _("Somebody who helps the family")
    ORGANIZATION = "organization", _("Organization")


class ContactWish(models.TextChoices):
    """How she wants to be reached."""

    EMAIL = "email", _("E-mail")
    CALL = "call", _("A person calls me")
    CODE = "code", _("I will come back with my code")


class Relationship(models.TextChoices):
    """What the applicant is to the person sought. Aunts, uncles and cousins are told apart."""

    SELF = "self", _("Myself")
    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    WIFE = "wife", _("Wife")
    HUSBAND = "husband", _("Husband")
    FIANCE = "fiance", _("Fiancé or fiancée")
    DAUGHTER = "daughter", _("Daughter")
    SON = "son", _("Son")
    SISTER = "sister", _("Sister")
    BROTHER = "brother", _("Brother")
    HALF_SIBLING = "half_sibling", _("Half-brother or half-sister")
    MILK_SIBLING = "milk_sibling", _("Milk brother or milk sister")
    GRANDFATHER = "grandfather", _("Grandfather")
    GRANDMOTHER = "grandmother", _("Grandmother")
    GRANDCHILD = "grandchild", _("Grandchild")
    UNCLE_PATERNAL = "uncle_paternal", _("Paternal uncle")
    AUNT_PATERNAL = "aunt_paternal", _("Paternal aunt")
    UNCLE_MATERNAL = "uncle_maternal", _("Maternal uncle")
    AUNT_MATERNAL = "aunt_maternal", _("Maternal aunt")
    COUSIN_UNCLE_PATERNAL = "cousin_uncle_paternal", _("Child of paternal uncle")
    COUSIN_AUNT_PATERNAL = "cousin_aunt_paternal", _("Child of paternal aunt")
    COUSIN_UNCLE_MATERNAL = "cousin_uncle_maternal", _("Child of maternal uncle")
    COUSIN_AUNT_MATERNAL = "cousin_aunt_maternal", _("Child of maternal aunt")
    NIBLING_BROTHER = "nibling_brother", _("Brother's child")
    NIBLING_SISTER = "nibling_sister", _("Sister's child")
    IN_LAW = "in_law", _("Relative by marriage")
    GUARDIAN = "guardian", _("Guardian")
    NEIGHBOUR = "neighbour", _("Neighbour")
    FRIEND = "friend", _("Friend")
    FELLOW_DETAINEE = "fellow_detainee", _("Held together with the person")
    LAWYER = "lawyer", _("Lawyer")
    ORGANIZATION = "organization", _("Organization")
    OTHER = "other", _("Other")


class Sex(models.TextChoices):
    """As told or written. On a list it is unknown; in a family's own form that, not said and not asked differ."""

    FEMALE = "female", _("Woman or girl")
    MALE = "male", _("Man or boy")
    UNKNOWN = "unknown", _("Unknown")
    UNSAID = "unsaid", _("I prefer not to say")
    NOT_ASKED = "not_asked", _("Not asked yet")


class Knowledge(models.TextChoices):
    """Different answers that must not be confused: known, not known, not said, not asked."""

    KNOWN = "known", _("Known")
    UNKNOWN = "unknown", _("I do not know")
    UNSAID = "unsaid", _("I prefer not to say")
    NOT_ASKED = "not_asked", _("Not asked yet")


class NameKind(models.TextChoices):
    """What kind of name a row holds."""

    OFFICIAL = "official", _("As on papers")
    EVERYDAY = "everyday", _("What people call the person")
    ALIAS = "alias", _("Another name or spelling")
    FORCED = "forced", _("A name forced on the person")
    BIRTH = "birth", _("Name at birth")
    MARRIED = "married", _("Name after marriage")
    WAR = "war", _("Name used in an armed group")
    RELIGIOUS = "religious", _("Religious name")
    SOURCE = "source", _("As the source writes it")


class LinkKind(models.TextChoices):
    """Why two registrations belong together."""

    TAKEN_TOGETHER = "taken_together", _("Taken at the same time")


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


# Asked when somebody registers; whatever else there is is asked when somebody is there to receive it.
REGISTRATION_PURPOSES = (Purpose.CONTACT, Purpose.COMPARE, Purpose.TRIALS)


class DataClass(models.TextChoices):
    """What may be given to a recipient, each with an answer of its own."""

    PERSON = "person", _("The name of the person and what the person is known by")
    LAST_NEWS = "last_news", _("When and where you last had news of the person")
    APPLICANT = "applicant", _("Your name and what you are to the person")
    REACH = "reach", _("How to reach you")


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


class ReadPurpose(models.TextChoices):
    """Why somebody read a registration, as it stands in the audit log."""

    OWN = "own", _("Her own page")
    CASEWORK = "casework", _("Reading and answering")
    SEARCH = "search", _("Search")
    REVIEW = "review", _("Comparing with lists")


# Only these readings are shown to the family, and only as sums of past months: a reading of clerical review would tell
# her that there is a candidate. Whatever is not named here is not shown.
PURPOSES_SHOWN_TO_FAMILY = frozenset({ReadPurpose.CASEWORK})


class ControlledBy(models.TextChoices):
    """Who controlled an area at a time (domain guide 5.3). All of them, without judging any."""

    SYRIAN_GOVERNMENT = "syrian_government", _("The Syrian government")
    ISIS = "isis", _("ISIS")
    AUTONOMOUS_ADMINISTRATION = "autonomous_administration", _("The Autonomous Administration or the SDF")
    SNA = "sna", _("The Syrian National Army (SNA)")
    OPPOSITION = "opposition", _("Opposition groups")
    KRG = "krg", _("The Kurdistan Regional Government")
    PMF = "pmf", _("The Popular Mobilization Forces")
    IRAQI_FORCES = "iraqi_forces", _("The Iraqi army or police")
    COALITION = "coalition", _("The international coalition")
    UNKNOWN = "unknown", _("I do not know")


class Anchor(models.TextChoices):
    """Events by which people remember a time. When they were stands in `registry.anchors`."""

    SINAA = "sinaa", _("The attack on Al-Sinaa prison in Al-Hasakah")
    END_OF_ASSAD = "end_of_assad", _("The end of the Assad government")
    TRANSFERS = "transfers", _("The transfers from north-east Syria to Iraq")
