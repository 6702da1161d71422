"""What people stated of one person, by subject, with its history (floor 5)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from portal.places.countries import country_name

from .enums import VALUES, StatementAbout
from .models import DetaineeRecord, Statement

Words = str | Promise


@dataclass(frozen=True)
class Said:
    """One row with its value in words; `is_live` says that it still holds."""

    row: Statement
    value: Words
    is_live: bool


@dataclass(frozen=True)
class Subject:
    """One subject with all its rows, the latest first."""

    about: str
    label: Words
    said: tuple[Said, ...]


def by_subject(records: Iterable[DetaineeRecord]) -> list[Subject]:
    """Every subject that can be stated, also one nobody spoke of yet, without that it was looked at again."""
    rows = list(Statement.objects.filter(record__in=list(records)).in_order())
    return [
        Subject(about, about.label, tuple(_said(row) for row in reversed(rows) if row.about == about))
        for about in StatementAbout
        if about != StatementAbout.CHECKED
    ]


def last_checked(records: Iterable[DetaineeRecord]) -> Statement | None:
    """When somebody last looked at the person's records again, and on what it rested."""
    rows = Statement.objects.live().filter(record__in=list(records), about=StatementAbout.CHECKED)
    return rows.select_related("entered_by").order_by("-entered_at").first()


def _said(row: Statement) -> Said:
    is_live = not row.is_withdrawal and not hasattr(row, "corrected_by")
    vocabulary = VALUES.get(row.about)
    value: Words = vocabulary(row.value).label if vocabulary else country_name(row.value)
    return Said(row, value, is_live)
