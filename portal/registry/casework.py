"""What waits for a caseworker, how a file is moved on, and what its history says (floor 5).

Nothing here looks at candidate pairs or at detained people (R-20): a file says what the family told and asked for.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.audit.actors import ActorKind
from portal.audit.events import label
from portal.audit.models import Event

from . import events
from .consent import allows, refused_since
from .enums import CLOSED_STATES, TRUSTED, Purpose, RegistrationState, Trust
from .letters import registrations_with_unread
from .models import CaseAssignment, ConsentLine, ConsentReview, Registration

# The states in words for the office; `RegistrationState` speaks to the family.
STATE_WORDS: dict[str, str | Promise] = {
    RegistrationState.RECEIVED: _("Received"),
    RegistrationState.BEING_READ: _("Being read"),
    RegistrationState.REGISTERED: _("Registered"),
    RegistrationState.PLEASE_CONTACT: _("We asked the family to speak with us"),
    RegistrationState.ANSWERED: _("Answered"),
    RegistrationState.PAUSED: _("Paused at the family’s wish"),
    RegistrationState.CLOSED: _("Closed at the family’s wish"),
    RegistrationState.CLOSED_MOVED: _("Closed: another organization goes on with it"),
    RegistrationState.NOT_OURS: _("Closed: it is not within our task"),
}


@dataclass(frozen=True)
class Moment:
    """One line of a file's history: when, what (words), and who (a colleague's name or the words for others)."""

    at: datetime
    what: str | Promise
    who: str | Promise


def with_talk_chosen() -> QuerySet:
    """Return registrations with `talk_chosen_at`: when the family chose a talk since the state last changed."""
    chosen = Event.objects.filter(
        code=events.TALK_CHOSEN,
        subject_kind=Registration._meta.label_lower,
        subject_id=OuterRef("pk"),
        at__gte=OuterRef("updated_at"),
    )
    return Registration.objects.annotate(talk_chosen_at=Subquery(chosen.order_by("-at").values("at")[:1]))


def talks_chosen() -> QuerySet:
    """Return who was asked to speak with us and has said when and how; who waits longest comes first."""
    asked = _going_on().filter(state=RegistrationState.PLEASE_CONTACT, talk_chosen_at__isnull=False)
    return asked.order_by("talk_chosen_at", "pk")


def wrote_to_us() -> QuerySet:
    """Return the trusted registrations with a message that nobody has read."""
    return _oldest_first(pk__in=registrations_with_unread().values("pk"))


def nobody_has_read() -> QuerySet:
    """Return the trusted registrations that nobody has read."""
    return _in_state(RegistrationState.RECEIVED)


def of_colleague(user) -> QuerySet:
    """Return the files that a colleague has and that are not closed, the oldest first."""
    held = CaseAssignment.objects.live().filter(owner=user)
    return _oldest_first(pk__in=held.values("registration")).exclude(state__in=CLOSED_STATES)


def to_check_first() -> QuerySet:
    """Return what waits in quarantine; who wrote to us comes first."""
    unread = Exists(registrations_with_unread().filter(pk=OuterRef("pk")))
    waiting = with_talk_chosen().filter(trust=Trust.CHECK_FIRST)
    return waiting.annotate(has_written=unread).order_by("-has_written", "submitted_at", "pk")


def _going_on() -> QuerySet:
    """What a flood brought stands in a list of its own, so that it buries nobody (R-51)."""
    return with_talk_chosen().filter(trust__in=TRUSTED)


def _in_state(state: str) -> QuerySet:
    return _oldest_first(state=state)


def _ended_answers() -> QuerySet:
    """Answers whose time is over and that nobody has given anew; only who may still answer."""
    ended = ConsentLine.objects.in_force().filter(expires_at__lte=timezone.now())
    return ended.exclude(registration__state__in=CLOSED_STATES)


def _oldest_first(**which) -> QuerySet:
    return _going_on().filter(**which).order_by("submitted_at", "pk")


QUEUES = {
    "talk": (_("Chose a talk"), talks_chosen),
    "wrote": (_("Wrote to us"), wrote_to_us),
    "new": (_("Nobody has read"), nobody_has_read),
    "reading": (_("Being read"), lambda: _in_state(RegistrationState.BEING_READ)),
    "asked": (
        _("Asked to speak with us"),
        lambda: _in_state(RegistrationState.PLEASE_CONTACT).filter(talk_chosen_at__isnull=True),
    ),
    "check": (_("Check first"), to_check_first),
    "spam": (_("Marked as spam"), lambda: with_talk_chosen().filter(trust=Trust.SPAM).order_by("trust_at", "pk")),
    "review": (
        _("Who agreed is to be looked at"),
        lambda: _oldest_first(pk__in=ConsentReview.objects.waiting().values("registration")),
    ),
    "again": (
        _("To be asked again"),
        lambda: _oldest_first(pk__in=_ended_answers().values("registration")),
    ),
    "all": (_("All"), lambda: with_talk_chosen().order_by("-submitted_at", "pk")),
}


# What colleagues did about a file, beside how it moved.
_OF_THE_WORK = (
    events.FILE_ASSIGNED,
    events.FILE_GIVEN_BACK,
    events.TASK_SET,
    events.TASKS_HANDED,
    events.TASK_DONE,
    events.NOTE_WRITTEN,
    events.FILES_LINKED,
    events.FILES_UNLINKED,
    events.RISK_GRADED,
)
_TOLD_IN_HISTORY = (events.REGISTERED, events.STATE_CHANGED, events.TALK_CHOSEN, *_OF_THE_WORK)

# Shown only where something waits in them.
RARE_QUEUES = frozenset({"review", "again"})


def needs_family_wish(present: str, state: str) -> bool:
    """Say whether only the family may want this step: to pause, to close, and to go on after a pause."""
    return state in {RegistrationState.PAUSED, RegistrationState.CLOSED} or present == RegistrationState.PAUSED


def may_be_contacted(registration: Registration) -> bool:
    """Say whether the consent in force lets us ask the family to speak with us."""
    return allows(registration, Purpose.CONTACT)


@dataclass(frozen=True)
class Reach:
    """Whether the family agreed to be contacted, when it chose a talk, and whether staff may use its safe channels."""

    has_agreed: bool
    talk_chosen_at: datetime | None
    is_open: bool


def reach_of(registration: Registration) -> Reach:
    """Ask once for all that a page says of how a family is reached.

    Her channels are open where her consent to contact is in force, or where she chose a talk; a no or a withdrawal
    that came after she chose it takes effect at once.
    """
    has_agreed = may_be_contacted(registration)
    chosen = talks_chosen().filter(pk=registration.pk).values_list("talk_chosen_at", flat=True)
    talk = chosen.first() if registration.state == RegistrationState.PLEASE_CONTACT else None
    is_open = has_agreed or (talk is not None and not refused_since(registration, Purpose.CONTACT, talk))
    return Reach(has_agreed, talk, is_open)


def may_be_reached(registration: Registration) -> bool:
    """Say whether staff may see and use her safe channels (see `reach_of`)."""
    return reach_of(registration).is_open


def history(registration: Registration) -> list[Moment]:
    """Return how the registration moved, newest first."""
    found = list(
        Event.objects.filter(
            subject_kind=Registration._meta.label_lower,
            subject_id=registration.pk,
            code__in=_TOLD_IN_HISTORY,
        ).order_by("-at", "-pk")[:100]
    )
    staff = User.objects.in_bulk({event.actor_id for event in found if event.actor_kind == ActorKind.STAFF})
    return [Moment(event.at, _what(event), _who(event, staff)) for event in found]


def _what(event: Event) -> str | Promise:
    if event.code == events.TALK_CHOSEN:
        return _("The family chose when and how to speak with us")
    if event.code in _OF_THE_WORK:
        return label(event.code)
    state = event.data.get("state", RegistrationState.RECEIVED)
    return STATE_WORDS.get(state, state)


def _who(event: Event, staff: dict) -> str | Promise:
    user = staff.get(event.actor_id)
    return user.shown_name if user else ActorKind(event.actor_kind).label
