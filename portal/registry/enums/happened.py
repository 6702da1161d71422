"""What happened, who did it, where somebody was held, and what the family believes (floor 5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
