"""What people enter on a record beside what lists say. Rows are never changed: a newer one corrects (floor 5)."""

from typing import TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.accounts.permissions import check_role
from portal.audit.actors import Actor
from portal.audit.services import record as write_event
from portal.detainees import events
from portal.detainees.access import LIST_READERS, READERS, is_hidden_from
from portal.detainees.enums import DEGREES, CustodyKind, Degree, StatementAbout
from portal.detainees.models import CustodyEntry, DetaineeRecord, SourceAnswer, Statement
from portal.detainees.models.entries import Entry

from .sealing import hold_persons, weigh
from .writing import compare_anew

_E = TypeVar("_E", bound=Entry)
# What differs between two rows that say the same.
_OF_THE_ROW = {"id", "key_id", "entered_by", "entered_at"}


class CorrectedAlready(Exception):
    """Somebody else has corrected this row meanwhile; nothing was saved."""


def enter_custody(*, record: DetaineeRecord, user, corrects: CustodyEntry | None = None, **said) -> CustodyEntry:
    """Enter something that happened in custody: `kind`, `date`, `place`, `facility`, `source`, `said_by`, `basis`.

    An order that cannot be is kept. Raises PermissionDenied, CorrectedAlready, and ValueError for an unknown kind.
    """
    check_role(user, *READERS)
    said["kind"] = str(CustodyKind(said["kind"]))
    if corrects is not None:
        said["transfer"] = corrects.transfer
    return _enter(CustodyEntry(record=record, corrects=corrects, **said), user, events.CUSTODY_ENTERED)


def enter_statement(*, record: DetaineeRecord, user, corrects: Statement | None = None, **said) -> Statement:
    """Enter a statement: `about`, `degree`, `value`, `said_on`, `source`, `said_by`, `basis`.

    Raises PermissionDenied, CorrectedAlready, and ValueError where that cannot be said so firmly.
    """
    check_role(user, *READERS)
    if Degree(said["degree"]) not in DEGREES[StatementAbout(said["about"])]:
        raise ValueError("not that firmly")
    if corrects is not None and corrects.about != said["about"]:
        raise ValueError("about something else")
    return _enter(Statement(record=record, corrects=corrects, **said), user, events.STATEMENT_ENTERED)


def enter_answer(*, record: DetaineeRecord, user, corrects: SourceAnswer | None = None, **said) -> SourceAnswer:
    """Enter what the source answered: `may_tell`, `answered_on`, `expires_on`, `said_by`, `basis`.

    Raises PermissionDenied and CorrectedAlready.
    """
    check_role(user, *LIST_READERS)
    answer = SourceAnswer(record=record, source=record.source, corrects=corrects, **said)
    return _enter(answer, user, events.ANSWER_ENTERED)


def take_back(*, entry: _E, basis: str, user) -> _E:
    """Take an entry back: a newer row that says nothing but why. Raises PermissionDenied and CorrectedAlready."""
    check_role(user, *(LIST_READERS if isinstance(entry, SourceAnswer) else READERS))
    own = {*_OF_THE_ROW, "corrects", "is_withdrawal", "basis", "said_by"}
    kept = {name: getattr(entry, name) for name in _field_names(entry) - own}
    codes = {CustodyEntry: events.CUSTODY_ENTERED, Statement: events.STATEMENT_ENTERED}
    withdrawal = type(entry)(corrects=entry, is_withdrawal=True, basis=basis, **kept)
    return _enter(withdrawal, user, codes.get(type(entry), events.ANSWER_ENTERED))


@transaction.atomic
def _enter(entry: _E, user, code: str) -> _E:
    """Write a row under the record's key. The same sent twice is one row; of two corrections one wins.

    What is stated of an age is weighed at once: `record` knows then whether it is sealed.
    """
    record = entry.record
    if is_hidden_from(user, record):
        raise PermissionDenied
    hold_persons([record.pk])
    rows = type(entry)._default_manager.filter(record=record)
    newest = rows.filter(entered_by=user).order_by("-entered_at", "-pk").first()
    if newest is not None and _says_the_same(newest, entry):
        return cast(_E, newest)
    if entry.corrects and rows.filter(corrects=entry.corrects).exists():
        raise CorrectedAlready
    if entry.corrects and not rows.filter(pk=entry.corrects.pk).exists():
        raise PermissionDenied
    entry.key_id, entry.entered_by = record.key_id, user
    entry.save(force_insert=True)
    if _is_compared(entry):
        compare_anew([record.pk])
    if isinstance(entry, Statement) and entry.about == StatementAbout.AGE:
        weigh([record.pk])
        record.refresh_from_db(fields=["is_sealed", "weighed_on"])
    data = {"entry": str(entry.pk), "withdrawal": entry.is_withdrawal}
    write_event(code, actor=Actor.staff(user.pk), subject=record, data=data)
    return entry


def _is_compared(entry: Entry) -> bool:
    is_nationality = isinstance(entry, Statement) and entry.about == StatementAbout.NATIONALITY
    return is_nationality or isinstance(entry, CustodyEntry)


def _says_the_same(one: Entry, other: Entry) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in _field_names(one) - _OF_THE_ROW)


def _field_names(entry: Entry) -> set[str]:
    return {field.name for field in type(entry)._meta.concrete_fields}
