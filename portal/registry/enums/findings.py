"""What staff have established. Fate and whereabouts are two axes; whoever is missing is presumed alive (floor 5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
