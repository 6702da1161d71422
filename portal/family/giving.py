"""Who may be given what, as her page says it: the question that waits, and each recipient she answered (floor 7)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.organizations.models import Recipient
from portal.referrals.services import sent_of
from portal.registry.consent import EXPIRED, WITHDRAWN, agreements_of, is_barred
from portal.registry.consent_texts import question_about, warnings_about
from portal.registry.enums import Answer, DataClass
from portal.registry.models import ConsentQuestion, Registration

from .spoken import giving_question

_SAID: dict[str, str | Promise] = {
    Answer.YES: Answer.YES.label,
    Answer.NO: Answer.NO.label,
    WITHDRAWN: _("Withdrawn"),
    EXPIRED: _("Its time is over. Please answer again."),
}


@dataclass(frozen=True)
class Said:
    """Her answer to one class of data. `style` is the answer's kind, as values are shown."""

    label: str | Promise
    value: str | Promise
    style: str


@dataclass(frozen=True)
class Giving:
    """One recipient: what is asked, what she answered, and whether her fear of an authority keeps it off."""

    recipient: Recipient
    asked: tuple[str, ...]
    answers: tuple[Said, ...]
    is_open: bool
    is_barred: bool

    @property
    def question(self) -> str:
        """The question in the reader's language."""
        return question_about(self.recipient)

    @property
    def spoken_as(self) -> str:
        """The place of its recording."""
        return giving_question(self.recipient)

    @property
    def warnings(self) -> list[str]:
        """What giving may lead to, in the reader's language."""
        return warnings_about(self.recipient)

    @property
    def has_yes(self) -> bool:
        """Whether something is agreed that can be withdrawn."""
        return any(said.style == Answer.YES for said in self.answers)


@dataclass(frozen=True)
class Sent:
    """One giving that has happened, and whether the recipient was told to delete it."""

    recipient: Recipient
    on: datetime
    what: tuple[str | Promise, ...]
    recall_due_at: datetime | None
    recalled_at: datetime | None


def sent(registration: Registration) -> list[Sent]:
    """Return what was given of a registration, the newest first."""
    return [
        Sent(
            one.recipient,
            one.given_at,
            tuple(DataClass(code).label for code in one.data_classes),
            one.recall_due_at,
            one.recalled_at,
        )
        for one in sent_of(registration)
        if one.given_at
    ]


def givings(registration: Registration) -> list[Giving]:
    """Return every recipient she was asked about: the one question that waits first, then those she answered.

    Only one question waits at a time; the next one shows when this one is answered.
    """
    answered = {agreement.recipient: agreement.answers for agreement in agreements_of(registration)}
    waiting = ConsentQuestion.objects.open().filter(registration=registration).select_related("recipient").first()
    found = []
    if waiting is not None:
        answers = answered.pop(waiting.recipient, {})
        found.append(_giving(registration, waiting.recipient, {*waiting.data_classes, *answers}, answers, True))
    return found + [
        _giving(registration, recipient, set(answers), answers, False) for recipient, answers in answered.items()
    ]


def giving_to(registration: Registration, key: UUID) -> Giving:
    """Return one of them. Raises Http404 for a recipient she was never asked about."""
    for giving in givings(registration):
        if giving.recipient.pk == key:
            return giving
    raise Http404


def _giving(
    registration: Registration, recipient: Recipient, asked: set[str], answers: dict[str, str], is_open: bool
) -> Giving:
    said = (
        Said(DataClass(code).label, _SAID[answer], "withdrawn" if answer == EXPIRED else answer)
        for code, answer in answers.items()
    )
    in_order = tuple(code for code in DataClass.values if code in asked)
    return Giving(recipient, in_order, tuple(said), is_open, is_barred(registration, recipient))
