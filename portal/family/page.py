"""What stands on her page (floor 7; R-20).

Nothing here looks at candidate pairs, and the same words stand for every registration.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import AccessHolder, CodeRecovery
from portal.accounts.services.recovery import waiting_recovery
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.evidence.access import files_for
from portal.evidence.models import Evidence
from portal.family.giving import Giving, Sent, givings, sent
from portal.following.models import Follow
from portal.following.services import DescribedEntry, describe_entries
from portal.notifications.kinds import SIGN_OF_LIFE, words_of
from portal.notifications.models import InboxEntry
from portal.notifications.services.inbox import entries_of, mark_read
from portal.organizations.models import Organization
from portal.registry.casework import talks_chosen
from portal.registry.consent import EXPIRED, WITHDRAWN, answers_of
from portal.registry.enums import (
    CLOSED_BY_US,
    COMPARED_STATES,
    PURPOSES_ON_HER_PAGE,
    Answer,
    Purpose,
    RegistrationState,
)
from portal.registry.events import STATE_CHANGED
from portal.registry.models import Author, CaseNote, ConsentReview, Registration, Testimony
from portal.registry.readings import MonthOfReadings, readings_by_month
from portal.registry.services.closing import closure_of
from portal.registry.services.together import taken_together
from portal.registry.testimonies import review_of, testimony_of

from .kept import kept_url
from .signs_of_life import last_comparison, words_of_sign

INBOX_LIMIT = 30

_STAGES = (RegistrationState.RECEIVED, RegistrationState.BEING_READ, RegistrationState.REGISTERED)
_HEADINGS: dict[str, str | Promise] = {
    RegistrationState.PAUSED: _("Your registration is paused at your wish"),
    RegistrationState.PLEASE_CONTACT: _("We would like to speak with you. Choose when and how."),
    RegistrationState.CLOSED: _("Your registration is closed at your wish"),
    RegistrationState.CLOSED_MOVED: _("Another organization goes on with your registration"),
    RegistrationState.NOT_OURS: _("We cannot go on with your registration, because it is not within our task"),
}
_ENDED = {WITHDRAWN: _("Withdrawn"), EXPIRED: _("Its time is over. Please answer again.")}
_NOT_ANSWERED = _("Not answered")
_ACTIVE = _("Your registration is active")


@dataclass(frozen=True)
class News:
    """One entry of the inbox as a message to her. `update` is there where an organization reports, and can say more."""

    text: str | Promise
    at: datetime
    update: DescribedEntry | None = None

    @property
    def organization(self) -> Organization | None:
        """Who speaks; nobody but we ourselves where it is None."""
        return self.update.organization if self.update else None


@dataclass(frozen=True)
class Consent:
    """One question with the answer in force: yes, no, ask, or empty where it was withdrawn or never asked."""

    purpose: Purpose
    answer: str
    label: str | Promise
    is_over: bool = False

    @property
    def spoken_as(self) -> str:
        """The place of the question's recording."""
        return f"consent-{self.purpose.value}"

    @property
    def style(self) -> str:
        """How the answer is shown: by its own kind, or as withdrawn."""
        return self.answer or "withdrawn"


@dataclass(frozen=True)
class Stage:
    """One part of the way, with its class: done (empty), is-now or is-next."""

    label: str | Promise
    css: str
    on: date | None = None


@dataclass(frozen=True)
class Page:
    """Everything the template shows of one registration."""

    registration: Registration
    heading: str | Promise
    wants_talk: bool
    has_chosen_talk: bool
    heartbeat: date | None
    stages: list[Stage]
    news: list[News]
    follows: list[Follow]
    consents: list[Consent]
    readings: list[MonthOfReadings]
    others: list[Registration]
    together: list[Registration]
    givings: list[Giving]
    sent: list[Sent]
    unread: int
    kept_url: str
    asked_for_code: CodeRecovery | None
    heard: Testimony | None
    review: ConsentReview | None
    closed_with: str
    notes: list[CaseNote]
    files: list[Evidence]

    @property
    def is_open(self) -> bool:
        """Say whether the registration goes on with us: nothing is compared that we closed."""
        return self.registration.state not in CLOSED_BY_US

    @property
    def is_resting(self) -> bool:
        """Say whether nothing is compared now, because it is paused or closed."""
        return self.registration.state not in COMPARED_STATES

    @property
    def is_kept_only(self) -> bool:
        """Say whether she does not let us compare: then the sentence about comparing would not be true."""
        return not any(one.purpose == Purpose.COMPARE and one.answer == Answer.YES for one in self.consents)

    @property
    def asks_again(self) -> bool:
        """Say whether the time of an answer is over, so that we ask anew."""
        return any(consent.is_over for consent in self.consents)


def compose(holder: AccessHolder, registration: Registration) -> Page:
    """Gather her page from the apps below."""
    wants_talk = registration.state == RegistrationState.PLEASE_CONTACT
    together = list(taken_together(registration))
    apart = Registration.objects.of_holder(holder).exclude(pk__in=[registration.pk, *(one.pk for one in together)])
    return Page(
        registration=registration,
        heading=_HEADINGS.get(registration.state, _ACTIVE),
        wants_talk=wants_talk,
        has_chosen_talk=wants_talk and _has_chosen(registration),
        heartbeat=last_comparison(),
        stages=_stages(registration),
        news=_news(holder),
        follows=list(Follow.objects.live().of(holder).with_proceedings()),
        consents=consents(registration),
        readings=readings_by_month(registration),
        others=list(apart.order_by("-submitted_at")),
        together=together,
        givings=givings(registration),
        sent=sent(registration),
        unread=registration.messages.unread_from(Author.STAFF).count(),
        kept_url=kept_url(registration),
        asked_for_code=waiting_recovery(holder),
        heard=testimony_of(registration),
        review=review_of(registration),
        closed_with=closure.elsewhere if (closure := closure_of(registration)) else "",
        notes=list(registration.case_notes.for_family()),
        files=files_for(registration, holder=holder),
    )


def consents(registration: Registration) -> list[Consent]:
    """Return what she is asked, with her answers in force."""
    answers = answers_of(registration)
    return [_consent(purpose, answers.get(purpose)) for purpose in PURPOSES_ON_HER_PAGE]


def _consent(purpose: Purpose, answer: str | None) -> Consent:
    if answer in _ENDED:
        return Consent(purpose, "", _ENDED[answer], is_over=answer == EXPIRED)
    return Consent(purpose, answer, Answer(answer).label) if answer else Consent(purpose, "", _NOT_ANSWERED)


def _news(holder: AccessHolder) -> list[News]:
    """The newest entries; seen once, they are read."""
    entries = list(entries_of(holder=holder)[:INBOX_LIMIT])
    described = {one.entry.pk: one for one in describe_entries(entries, get_language() or "en")}
    mark_read(holder=holder, entries=entries, actor=Actor.holder(holder.pk))
    return [News(_words(entry), entry.created_at, described.get(entry.pk)) for entry in entries]


def _words(entry: InboxEntry) -> str | Promise:
    return words_of_sign(entry.subject) if entry.kind == SIGN_OF_LIFE else words_of(entry.kind)


def _stages(registration: Registration) -> list[Stage]:
    """The way so far. A talk is always the next possible step, so that the drawing itself says nothing."""
    reached = _STAGES.index(_last_stage(registration))
    stages = [
        Stage(stage.label, "is-now" if place == reached else "" if place < reached else "is-next")
        for place, stage in enumerate(_STAGES)
    ]
    stages[0] = Stage(stages[0].label, stages[0].css, registration.submitted_at.date())
    return [*stages, Stage(_("A talk, if there is a need"), "is-next")]


def _last_stage(registration: Registration) -> RegistrationState:
    """The last of the stages that was reached: a state beside the way (asked to talk, paused) leaves it there."""
    if registration.state in _STAGES:
        return RegistrationState(registration.state)
    changes = Event.objects.filter(code=STATE_CHANGED, subject_id=registration.pk).order_by("-pk")
    passed = (change["state"] for change in changes.values_list("data", flat=True))
    return next((RegistrationState(state) for state in passed if state in _STAGES), _STAGES[0])


def _has_chosen(registration: Registration) -> bool:
    """Say whether she gave a way and a time since the sentence was shown, also where it is the way known before."""
    return talks_chosen().filter(pk=registration.pk).exists()
