"""The one question that every use of a family's data asks: did they agree to this, at this moment? (floor 5)

Whatever compares, contacts, hands out or publishes asks `allows` for one registration or `allowing` for many; nothing
else decides by the ledger (tests/architecture/test_consent_is_asked.py). No line means no.
"""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from .enums import Answer
from .models import ConsentLine, Registration
from .models.consent import ConsentLineQuerySet

# What is shown in place of an answer that was taken back.
WITHDRAWN = "withdrawn"


def allows(registration: Registration, purpose: str, at: datetime | None = None) -> bool:
    """Say whether the family agrees to a purpose, now or at another moment."""
    return allowing(purpose, at=at).filter(registration=registration).exists()


def allowing(purpose: str, at: datetime | None = None) -> ConsentLineQuerySet:
    """Return the lines that allow it, at most one for each registration: for `Exists` and `values("registration")`."""
    return _holding(at or timezone.now()).filter(purpose=purpose, answer=Answer.YES)


def refused_since(registration: Registration, purpose: str, moment: datetime) -> bool:
    """Say whether the family said no to a purpose, or withdrew it, at or after a moment."""
    said_no = Q(withdrawn_at__gte=moment) | Q(answer=Answer.NO, given_at__gte=moment)
    return ConsentLine.objects.filter(said_no, registration=registration, purpose=purpose).exists()


def answers_of(registration: Registration) -> dict[str, str]:
    """Return the newest answer by purpose, or WITHDRAWN, to be shown; it decides nothing. Nothing where never asked."""
    lines = ConsentLine.objects.filter(registration=registration, replaced_at__isnull=True).order_by("given_at")
    return {line.purpose: WITHDRAWN if line.withdrawn_at else line.answer for line in lines}


def _holding(moment: datetime) -> ConsentLineQuerySet:
    """Lines that were given by then, and neither replaced nor withdrawn."""
    is_kept = Q(replaced_at__isnull=True) | Q(replaced_at__gt=moment)
    is_held = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment)
    return ConsentLine.objects.filter(is_kept, is_held, given_at__lte=moment)
