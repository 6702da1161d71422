"""Giving out papers with a code, and confirming that a paper is ours (floor 5).

The code has 95 random bits and stands on the paper alone; here is only its keyed digest. Whoever asks learns the day on
which we issued the paper and nothing else: not its kind, not about whom, not whether the registration still lives.
"""

import secrets
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.blind import fingerprint
from portal.core.languages import latin_digits
from portal.core.references import ALPHABET
from portal.registry import events
from portal.registry.models import IssuedPaper, Registration

_LETTERS, _GROUP = 20, 4
# A day's papers of one registration.
PER_DAY = 10


class TooManyPapers(Exception):
    """Enough papers were given out for this registration today."""


@transaction.atomic
def issue_paper(*, registration: Registration, kind: str, language: str, actor: Actor) -> tuple[IssuedPaper, str]:
    """Note a new paper; return it and its code, which is known only now. Raises TooManyPapers."""
    Registration.objects.select_for_update().get(pk=registration.pk)
    now = timezone.now()
    if registration.papers.filter(issued_at__gt=now - timedelta(days=1)).count() >= PER_DAY:
        raise TooManyPapers
    code = "".join(secrets.choice(ALPHABET) for _ in range(_LETTERS))
    paper = IssuedPaper.objects.create(
        registration=registration, kind=kind, language=language, digest=_digest(code), issued_at=now
    )
    record(events.PAPER_ISSUED, actor=actor, subject=registration, data={"kind": kind})
    return paper, spaced(code)


def issued_on(text: str) -> date | None:
    """Return the day on which we issued the paper with this code, as typed; None for everything else."""
    code = read_code(text)
    paper = IssuedPaper.objects.filter(digest=_digest(code)).only("issued_at").first()
    return paper.issued_at.date() if paper else None


def spaced(code: str) -> str:
    """Write a code in groups of four."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(text: str) -> str:
    """Return the letters of a code however they were typed; what cannot be one is as good as a wrong one."""
    return "".join(letter for letter in latin_digits(text[:100]).upper() if letter in ALPHABET)[: _LETTERS + 1]


def _digest(code: str) -> bytes:
    return fingerprint("paper", code)
