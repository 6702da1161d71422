"""The one question that every use of a family's data asks: did they agree to this, at this moment? (floor 5)

Whatever compares, contacts, hands out or publishes asks `allows` for one registration or `allowing` for many; nothing
else decides by the ledger (tests/architecture/test_consent_is_asked.py). No line means no.
Where a child registers, or somebody agreed for the person, only contact is allowed before a supervisor has looked.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from portal.organizations.models import Recipient

from .enums import Answer, DataClass, Purpose
from .models import ConsentLine, ConsentReview, NamedAuthority, Registration
from .models.consent import ConsentLineQuerySet

# What is shown in place of an answer that was taken back, or whose time is over.
WITHDRAWN, EXPIRED = "withdrawn", "expired"

_NAMED = NamedAuthority.objects.filter(ended_at__isnull=True)


def allows(
    registration: Registration,
    purpose: str,
    recipient: Recipient | None = None,
    data_class: str | None = None,
    at: datetime | None = None,
) -> bool:
    """Say whether the family agrees to a purpose, now or at another moment.

    To give to a recipient is asked of one class of data at a time. Raises ValueError where only one of them is named.
    """
    return allowing(purpose, recipient, data_class, at).filter(registration=registration).exists()


def allowing(
    purpose: str, recipient: Recipient | None = None, data_class: str | None = None, at: datetime | None = None
) -> ConsentLineQuerySet:
    """Return the lines that allow it, at most one for each registration: for `Exists` and `values("registration")`."""
    if (recipient is None) != (data_class is None):
        raise ValueError("a recipient and a class of data belong together")
    moment = at or timezone.now()
    lines = _holding(moment).filter(purpose=purpose, answer=Answer.YES, recipient=recipient)
    if purpose != Purpose.CONTACT:
        in_review = ConsentReview.objects.holding_back(moment).filter(registration=OuterRef("registration"))
        lines = lines.filter(~Exists(in_review))
    if recipient is None:
        return lines
    feared = _NAMED.filter(registration=OuterRef("registration"), authority=OuterRef("recipient__authority"))
    usable = Recipient.objects.usable().filter(kind=purpose)
    return lines.filter(~Exists(feared), data_class=data_class, recipient__in=usable)


def is_barred(registration: Registration, recipient: Recipient) -> bool:
    """Say whether the family names the authority of which the recipient is a body: then it is given nothing."""
    return _NAMED.filter(registration=registration, authority=recipient.authority).exists()


def refused_since(registration: Registration, purpose: str, moment: datetime) -> bool:
    """Say whether the family said no to a purpose, or withdrew it, at or after a moment."""
    said_no = Q(withdrawn_at__gte=moment) | Q(answer=Answer.NO, given_at__gte=moment)
    return ConsentLine.objects.filter(said_no, registration=registration, purpose=purpose).exists()


def answers_of(registration: Registration) -> dict[str, str]:
    """Return the newest answer by purpose, or WITHDRAWN or EXPIRED, to be shown; it decides nothing.

    There is nothing where a question was never answered, and nothing of recipients.
    """
    return {line.purpose: _shown(line) for line in _newest(registration).filter(recipient=None)}


@dataclass(frozen=True)
class Agreement:
    """What a family answered about one recipient, class by class, to be shown; it decides nothing."""

    recipient: Recipient
    answers: dict[str, str]

    @property
    def agreed(self) -> list[str]:
        """The classes of data to which the answer is yes."""
        return [data_class for data_class, answer in self.answers.items() if answer == Answer.YES]


def agreements_of(registration: Registration) -> list[Agreement]:
    """Return the newest answers about each recipient, in the order in which they were first asked."""
    found: dict[Recipient, dict[str, str]] = {}
    for line in _newest(registration).filter(recipient__isnull=False).select_related("recipient"):
        if line.recipient is not None:
            found.setdefault(line.recipient, {})[line.data_class] = _shown(line)
    order = DataClass.values.index
    return [
        Agreement(recipient, {code: answers[code] for code in sorted(answers, key=order)})
        for recipient, answers in found.items()
    ]


def _newest(registration: Registration) -> ConsentLineQuerySet:
    return ConsentLine.objects.filter(registration=registration, replaced_at__isnull=True).order_by("given_at", "pk")


def _shown(line: ConsentLine) -> str:
    if line.withdrawn_at:
        return WITHDRAWN
    return EXPIRED if line.expires_at and line.expires_at <= timezone.now() else line.answer


def _holding(moment: datetime) -> ConsentLineQuerySet:
    """Lines that were given by then, and whose time is not over; neither replaced nor withdrawn."""
    is_kept = Q(replaced_at__isnull=True) | Q(replaced_at__gt=moment)
    is_held = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment)
    lasts = Q(expires_at__isnull=True) | Q(expires_at__gt=moment)
    return ConsentLine.objects.filter(is_kept, is_held, lasts, given_at__lte=moment)
