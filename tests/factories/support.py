"""Reports from people, and lost codes on their way to a new one."""

from __future__ import annotations

import uuid

from portal.accounts.models import CodeRecovery
from portal.accounts.services.holders import create_holder, set_safe_word
from portal.accounts.services.recovery import request_recovery
from portal.audit.actors import SYSTEM, Actor
from portal.support.models import Report, ReportKind
from portal.support.services import submit_report
from tests.factories.staff import StaffFactory

WORD = "زيتونة"


def ReportFactory(**given) -> Report:
    """A report made by the real service."""
    content = {"kind": ReportKind.MONEY, "language": "ar", "words": "طلبوا مالاً", "reach": "", "reference": ""}
    return submit_report(**{**content, "token": uuid.uuid4(), **given})


def holder_with_word(word: str = WORD):
    """A holder with a safe word, and her code."""
    holder, code = create_holder(language="ar", actor=SYSTEM)
    set_safe_word(holder=holder, safe_word=word, actor=SYSTEM)
    return holder, code


def recovery() -> CodeRecovery:
    """A recovery asked for by a caseworker after hearing the right word."""
    holder, _code = holder_with_word()
    caseworker = StaffFactory(caseworker=True)
    return request_recovery(holder=holder, spoken=WORD, actor=Actor.staff(caseworker.pk))
