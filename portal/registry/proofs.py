"""What a caller who lost her code may be asked, and what we keep of it, side by side for a person to judge (floor 5).

Nothing is shown before the caller has said it. Relatives know names and dates: so something that she did here herself
must be among what is right.
"""

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.notifications.services.channels import live_channels

from .enums import Relationship
from .models import Author, Registration
from .told import Fact, ToldPerson, read_told

LEAST_RIGHT = 3


class Question(models.TextChoices):
    """What may be asked."""

    REACH = "reach", _("The telephone number or e-mail that she gave us")
    SENT = "sent", _("The month in which she registered")
    WROTE = "wrote", _("What she wrote to us last")
    CALLER = "caller", _("Her own name, as she gave it")
    RELATIONSHIP = "relationship", _("What she is to the person")
    PERSON = "person", _("The whole name of the person, with the mother’s")
    BIRTH = "birth", _("When and where the person was born")
    LAST_NEWS = "last_news", _("When and where there was last news")


# What is known to whoever came here, and not to all who know the person.
_HERS = frozenset({Question.REACH, Question.SENT, Question.WROTE})


def is_enough(right: Collection[str]) -> bool:
    """Say whether so much is right that a second person may give a new code after the waiting time."""
    return len(set(right)) >= LEAST_RIGHT and bool(_HERS & set(right))


def kept_facts(registration: Registration) -> dict[str, tuple[Fact, ...]]:
    """Return what we keep for each question, without those to which we know nothing. For who read it, logged."""
    told = read_told(registration)
    found = {**_of_her(registration), **(_of_person(told.persons[0]) if told.persons else {})}
    return {question: facts for question in Question.values if (facts := found.get(question))}


def _of_her(registration: Registration) -> dict[str, tuple[Fact, ...]]:
    applicant, holder = registration.applicant, registration.holder
    channels = live_channels(holder=holder) if holder else ()
    letter = registration.messages.filter(author=Author.FAMILY).order_by("-written_at").first()
    found: dict[str, tuple[Fact, ...]] = {
        Question.REACH: tuple(Fact(channel.get_kind_display(), channel.value, "reference") for channel in channels),
        Question.SENT: (Fact(_("Received"), registration.submitted_at.strftime("%Y-%m"), "date"),),
        Question.WROTE: (Fact(_("Message"), letter.words),) if letter else (),
    }
    if applicant:
        found[Question.CALLER] = (Fact(_("Name"), applicant.name, "name"),) if applicant.name else ()
        found[Question.RELATIONSHIP] = (Fact(_("Is to the person"), Relationship(applicant.relationship).label),)
    return found


def _of_person(person: ToldPerson) -> dict[str, tuple[Fact, ...]]:
    mothers = (part for name in person.names for part in name.parts if part.label == _("Mother's name"))
    names = (Fact(name.kind, name.text, "name") for name in person.names)
    births = (fact for fact in person.facts if fact.label in (_("Born"), _("Place of birth")))
    return {
        Question.PERSON: (*names, *mothers),
        Question.BIRTH: tuple(births),
        Question.LAST_NEWS: person.last_known,
    }
