"""What a registration is, how far it is, and how far it is trusted (floor 5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    CLOSED_MOVED = "closed_moved_to_other_body", _("Closed: another organization goes on with it")
    NOT_OURS = "not_within_our_task", _("Closed: it is not within our task")


# Those that staff close with a reason, and open again.
CLOSED_BY_US = frozenset({RegistrationState.CLOSED_MOVED, RegistrationState.NOT_OURS})
CLOSED_STATES = frozenset({RegistrationState.CLOSED, *CLOSED_BY_US})

# From which state to which; proven complete by a test.
TRANSITIONS: dict[str, frozenset[str]] = {
    RegistrationState.RECEIVED: frozenset(
        {
            RegistrationState.BEING_READ,
            RegistrationState.REGISTERED,
            RegistrationState.PLEASE_CONTACT,
            RegistrationState.PAUSED,
            RegistrationState.CLOSED,
            *CLOSED_BY_US,
        }
    ),
    RegistrationState.BEING_READ: frozenset(
        {
            RegistrationState.REGISTERED,
            RegistrationState.PLEASE_CONTACT,
            RegistrationState.PAUSED,
            RegistrationState.CLOSED,
            *CLOSED_BY_US,
        }
    ),
    RegistrationState.REGISTERED: frozenset(
        {RegistrationState.PLEASE_CONTACT, RegistrationState.PAUSED, RegistrationState.CLOSED, *CLOSED_BY_US}
    ),
    RegistrationState.PLEASE_CONTACT: frozenset(
        {
            RegistrationState.REGISTERED,
            RegistrationState.ANSWERED,
            RegistrationState.PAUSED,
            RegistrationState.CLOSED,
            *CLOSED_BY_US,
        }
    ),
    RegistrationState.ANSWERED: frozenset(
        {
            RegistrationState.REGISTERED,
            RegistrationState.PLEASE_CONTACT,
            RegistrationState.PAUSED,
            RegistrationState.CLOSED,
            *CLOSED_BY_US,
        }
    ),
    RegistrationState.PAUSED: frozenset({RegistrationState.REGISTERED, RegistrationState.CLOSED}),
    RegistrationState.CLOSED: frozenset(),
    RegistrationState.CLOSED_MOVED: frozenset({RegistrationState.REGISTERED, RegistrationState.CLOSED}),
    RegistrationState.NOT_OURS: frozenset({RegistrationState.REGISTERED, RegistrationState.CLOSED}),
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


class LinkKind(models.TextChoices):
    """Why two registrations belong together."""

    TAKEN_TOGETHER = "taken_together", _("Taken at the same time")


class ReadPurpose(models.TextChoices):
    """Why somebody read a registration, as it stands in the audit log."""

    OWN = "own", _("Her own page")
    CASEWORK = "casework", _("Reading and answering")
    SEARCH = "search", _("Search")
    REVIEW = "review", _("Comparing with lists")
    OWN_WORK = "own_work", _("Own work: who has the file, or a task on it")
    WORKING = "working", _("I am working on it")
    ANSWERING = "answering", _("I am answering the family")
    COLLEAGUE = "colleague", _("A colleague asked me")
    SUPERVISION = "supervision", _("I supervise this work")
    OTHER = "other", _("Something else")
    EMERGENCY = "emergency", _("Emergency")


class ContactPurpose(models.TextChoices):
    """What a number or an address was shown for, as it stands in the audit log."""

    CALL = "contact_call", _("I call the family now")
    WRITE = "contact_write", _("I write to the family now")
    COMPARE = "contact_compare", _("I compare it with what somebody said")


# What somebody who opens a file chooses from; the rest is known without asking.
STATED_PURPOSES = (
    ReadPurpose.WORKING,
    ReadPurpose.ANSWERING,
    ReadPurpose.COLLEAGUE,
    ReadPurpose.SUPERVISION,
    ReadPurpose.OTHER,
)
# Only these readings are shown to the family, and only as sums of past months: a reading of clerical review would tell
# her that there is a candidate. Whatever is not named here is not shown.
PURPOSES_SHOWN_TO_FAMILY = frozenset(
    {ReadPurpose.CASEWORK, ReadPurpose.OWN_WORK, ReadPurpose.EMERGENCY, *STATED_PURPOSES}
)
