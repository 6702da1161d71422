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


class Trust(models.TextChoices):
    """Whether anything speaks against its being from a person. The family never sees it; her page is the same.

    Only abuse is meant: whether what is told is true is no question of this.
    """

    PROVEN = "proven", _("Nothing speaks against it")
    UNPROVEN = "unproven", _("Sent without a proof, at the pace of a person")
    CHECK_FIRST = "check_first", _("Check first")
    RELEASED = "released", _("Looked at and released")
    SPAM = "spam", _("Marked as spam")


# Those with which everything goes its way.
TRUSTED = frozenset({Trust.PROVEN, Trust.UNPROVEN, Trust.RELEASED})
# From which to which, by a person; whoever comes back and writes is looked at again by itself.
TRUST_STEPS: dict[str, frozenset[str]] = {
    Trust.PROVEN: frozenset({Trust.CHECK_FIRST}),
    Trust.UNPROVEN: frozenset({Trust.CHECK_FIRST}),
    Trust.CHECK_FIRST: frozenset({Trust.RELEASED, Trust.SPAM}),
    Trust.RELEASED: frozenset({Trust.CHECK_FIRST}),
    Trust.SPAM: frozenset({Trust.CHECK_FIRST, Trust.RELEASED}),
}


class TrustReason(models.TextChoices):
    """Why something is to be checked first, in words for a colleague."""

    TRAP = "trap", _("A field that nobody can see was filled in.")
    HURRY = "hurry", _("It was filled in faster than a person can.")
    BARE = "bare", _("It was sent without the page that belongs to it.")
    CROWD = "crowd", _("On that day more than usual came without a proof.")
    STAFF = "staff", _("A colleague put it aside.")
    CAME_BACK = "came_back", _("It was marked as spam, and then somebody wrote from its page.")


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


class ReadPurpose(models.TextChoices):
    """Why somebody read a registration, as it stands in the audit log."""

    OWN = "own", _("Her own page")
    CASEWORK = "casework", _("Reading and answering")
    SEARCH = "search", _("Search")
    REVIEW = "review", _("Comparing with lists")


class Axis(models.TextChoices):
    """What has become of a person, and where the person is, are two questions (domain guide 6.2)."""

    FATE = "fate", _("What has become of the person")
    WHEREABOUTS = "whereabouts", _("Where the person is")


class Fate(models.TextChoices):
    """What staff have found out. Whoever is missing is presumed alive."""

    UNKNOWN = "unknown", _("Not known: presumed alive")
    BELIEVED_ALIVE = "believed_alive", _("Believed alive")
    CONFIRMED_ALIVE = "confirmed_alive", _("Alive, confirmed")
    BELIEVED_DEAD = "believed_dead_by_source", _("A source believes that the person is dead; not established")
    DEATH_RECORDED = "death_recorded_without_body", _("A death is on record, without a body")
    DEAD_IDENTIFIED = "confirmed_dead_identified", _("Dead, identified")
    DEAD_DOCUMENTS = "confirmed_dead_documents", _("Dead, confirmed by documents")


class Whereabouts(models.TextChoices):
    """Where the person is, as far as staff have found out."""

    UNKNOWN = "unknown", _("Not known")
    LAST_KNOWN = "last_known", _("Last known place")
    DETAINED = "detained", _("Held by an authority")
    TRANSFERRED = "in_custody_iraq_transferred", _("In custody in Iraq, after a transfer")
    IN_CAMP = "in_camp", _("In a camp")
    WITH_CAPTORS = "with_captor_family", _("With a family of captors")
    ABROAD = "abroad", _("Abroad")
    RETURNED = "returned_home", _("Returned home")
    RELEASED = "released_contact_lost", _("Released, contact lost")
    REMAINS_LOCATED = "remains_located", _("Remains located")
    REMAINS_RETURNED = "remains_returned", _("Remains returned to the family")


CODES_OF: dict[str, type[Fate] | type[Whereabouts]] = {Axis.FATE: Fate, Axis.WHEREABOUTS: Whereabouts}
# They say death. One person notes them; nothing follows before a second one confirms.
SAY_DEATH = frozenset(
    {
        Fate.DEATH_RECORDED,
        Fate.DEAD_IDENTIFIED,
        Fate.DEAD_DOCUMENTS,
        Whereabouts.REMAINS_LOCATED,
        Whereabouts.REMAINS_RETURNED,
    }
)


class Basis(models.TextChoices):
    """What a finding rests on."""

    FAMILY = "family", _("What the family says")
    WITNESS = "witness", _("A witness")
    DOCUMENT = "document", _("A document")
    AUTHORITY = "authority", _("An authority")
    PARTNER = "partner", _("A partner organization")
    DNA = "dna", _("A DNA comparison")


class Confidence(models.TextChoices):
    """How sure the person who notes a finding is of it."""

    LOW = "low", _("A little sure")
    MEDIUM = "medium", _("Fairly sure")
    HIGH = "high", _("Very sure")
    ESTABLISHED = "established", _("Established beyond doubt")


class TrainedAnswer(models.TextChoices):
    """Whether a trained person may ask what no form asks."""

    YES = "yes", _("Yes, please")
    LATER = "later", _("Not now")
    NO = "no", _("No")
    UNSAID = "unsaid", _("I prefer not to say")


class SealedKind(models.TextChoices):
    """What a sealed note holds. The kind is sealed with it: a list of notes says nothing of what is in them."""

    TESTIMONY = "testimony", _("What the person lived through, in the person’s own words")
    WITNESS = "witness", _("Who a witness is")
    WHEREABOUTS = "whereabouts", _("Where a person is now")


class HeardFrom(models.TextChoices):
    """Whom a sealed note was heard from. The family knows of its own talks; of what others said it learns nothing."""

    FAMILY = "family", _("The family, in a talk")
    OTHER = "other", _("Somebody else")


class SealedPurpose(models.TextChoices):
    """Why a trained person opens a sealed note, as it stands in the audit log."""

    TALK = "sealed_talk", _("Preparing a talk with the family")
    ADD = "sealed_add", _("Adding to it or correcting it")
    SAFETY = "sealed_safety", _("Somebody’s safety depends on it")


# Only these readings are shown to the family, and only as sums of past months: a reading of clerical review would tell
# her that there is a candidate. Whatever is not named here is not shown.
PURPOSES_SHOWN_TO_FAMILY = frozenset({ReadPurpose.CASEWORK})


class Party(models.TextChoices):
    """The parties to what happened (domain guide 5.3, 6.8). All of them, without judging any."""

    SYRIAN_GOVERNMENT = "syrian_government", _("The former Syrian government")
    SYRIAN_STATE = "syrian_state", _("The present Syrian government")
    SHABIHA = "shabiha", _("Shabiha or other militias of the former government")
    ISIS = "isis", _("ISIS")
    HTS = "hts", _("Hay’at Tahrir al-Sham (HTS) or the Nusra Front")
    AUTONOMOUS_ADMINISTRATION = "autonomous_administration", _("The Autonomous Administration or the SDF")
    SNA = "sna", _("The Syrian National Army (SNA)")
    OPPOSITION = "opposition", _("Opposition groups")
    KRG = "krg", _("The Kurdistan Regional Government")
    PMF = "pmf", _("The Popular Mobilization Forces")
    IRAQI_FORCES = "iraqi_forces", _("The Iraqi army or police")
    COALITION = "coalition", _("The international coalition")
    FOREIGN = "foreign", _("Forces of another state")
    TRAFFICKERS = "traffickers", _("Human traffickers")
    INDIVIDUAL = "individual", _("A family or a single person")
    UNKNOWN = "unknown", _("I do not know")


# Who can hold an area; whoever is asked who did something is shown all but the last.
PARTIES_OF_AREAS = tuple(
    party for party in Party if party not in (Party.SHABIHA, Party.TRAFFICKERS, Party.INDIVIDUAL, Party.UNKNOWN)
)


class Anchor(models.TextChoices):
    """Events by which people remember a time. When they were stands in `registry.anchors`."""

    SINAA = "sinaa", _("The attack on Al-Sinaa prison in Al-Hasakah")
    END_OF_ASSAD = "end_of_assad", _("The end of the Assad government")
    TRANSFERS = "transfers", _("The transfers from north-east Syria to Iraq")


class Harm(models.TextChoices):
    """What a family may say was done, alleged and not judged (domain guide 6.8).

    Sexual violence is not among them: a trained person asks about it, where she agrees. Nor are legal names, which are
    for courts.
    """

    KILLING = "killing", _("Killing")
    DISAPPEARANCE = "disappearance", _("Taken away, and those who did it do not say where to")
    HOSTAGE = "hostage", _("Taken as a hostage, or for a ransom")
    DETENTION = "detention", _("Held in prison without a reason or without a judge")
    UNFAIR_TRIAL = "unfair_trial", _("Judged without a fair trial")
    TORTURE = "torture", _("Torture or cruel treatment")
    ENSLAVEMENT = "enslavement", _("Held as a slave, or sold")
    CHILD_RECRUITMENT = "child_recruitment", _("A child made to serve an armed group")
    CHILD_TAKEN = "child_taken", _("A child taken from the family")
    FORCED_IDENTITY = "forced_identity", _("Made to change name or religion")
    PERSECUTION = "persecution", _("Harmed because of religion, people or opinion")
    DISPLACEMENT = "displacement", _("Driven from home")
    PROPERTY = "property", _("House or belongings taken or destroyed")
    ATTACK = "attack", _("An attack or a siege where people lived")
    CHEMICAL = "chemical", _("Poison gas or another forbidden weapon")
    DIGNITY = "dignity", _("The dead not respected, or no burial allowed")
    NO_NEWS = "no_news", _("The family threatened, or refused news")


class Source(models.TextChoices):
    """How somebody knows what she says."""

    SAW = "saw", _("Seen by me or by somebody near me")
    CONTACT = "contact", _("A call, a letter or a visit")
    HEARD = "heard", _("Heard from other people")
    RELEASED = "released", _("Told by somebody who was released")
    DOCUMENT = "document", _("A paper, or an entry in a register")
    MEDIA = "media", _("News, photos or films")
    BROKER = "broker", _("Told by somebody who wanted money")
    REMAINS = "remains", _("The body or the grave")
    FEELING = "feeling", _("No sign, only what I feel")


SOURCES_OF_STAYS = tuple(source for source in Source if source not in (Source.REMAINS, Source.FEELING))


class Sureness(models.TextChoices):
    """How sure she is of what she says."""

    SURE = "sure", _("I am sure")
    LIKELY = "likely", _("I think so")
    UNSURE = "unsure", _("I am not sure")


class BelievedFate(models.TextChoices):
    """What the family believes. It is never what was established."""

    ALIVE = "alive", _("I believe that the person is alive")
    DEAD = "dead", _("I believe that the person is dead")
    UNKNOWN = "unknown", _("I do not know")
    UNSAID = "unsaid", _("I prefer not to say")
