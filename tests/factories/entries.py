"""Records as lists make them, people with the grant for minors, and what is entered on a record."""

from __future__ import annotations

from portal.accounts.enums import TrainedFor
from portal.accounts.models import User
from portal.accounts.services.training import grant_trained
from portal.detainees.models import CustodyEntry, DetaineeRecord, SourceAnswer, Statement, Transfer
from portal.detainees.services.entering import enter_answer, enter_custody, enter_statement
from portal.detainees.services.transfers import add_transfer

from .detainees import HEADER, csv_bytes, imported, source
from .staff import StaffFactory


def listed(name: str = "ڕێبوار نەبەز کەلاری", *, at: str = "Invented committee", **cells: str) -> DetaineeRecord:
    """A record that a list of one row made or changed; `cells` by column."""
    values = {"external_id": "L-1", "full_name": name, "sex": "male", "birth_date": "1987", **cells}
    header = tuple(dict.fromkeys((*HEADER, *values)))
    batch = imported(csv_bytes([tuple(values.get(column, "") for column in header)], header), of=source(at))
    return DetaineeRecord.objects.get(source=batch.source, external_id=values["external_id"])


def for_minors(**traits) -> User:
    """Somebody whom a supervisor let into records of people who may be under 18."""
    user = StaffFactory(**(traits or {"reviewer": True}))
    grant_trained(user=user, months=6, by=StaffFactory(supervisor=True), kind=TrainedFor.MINORS)
    return user


def state(record: DetaineeRecord, about: str, value: str, *, user: User | None = None, **said) -> Statement:
    """A statement by a person with all rights."""
    content = {"degree": "claimed", "basis": "a letter", "said_by": "a cousin", **said}
    return enter_statement(record=record, user=user or for_minors(), about=about, value=value, **content)


def happened(record: DetaineeRecord, kind: str, date: str, *, user: User | None = None, **said) -> CustodyEntry:
    """Something that happened in custody."""
    content = {"said_by": "a fellow prisoner", "place": "Facility A", **said}
    return enter_custody(record=record, user=user or for_minors(), kind=kind, date=date, **content)


def answered(record: DetaineeRecord, may_tell: bool, *, answered_on, expires_on, **said) -> SourceAnswer:
    """An answer of the record's source."""
    content = {"said_by": "the committee's secretary", "basis": "by letter", **said}
    steward = StaffFactory(data_steward=True)
    return enter_answer(
        record=record, user=steward, may_tell=may_tell, answered_on=answered_on, expires_on=expires_on, **content
    )


def make_transfer(label: str = "Invented convoy") -> Transfer:
    """A transfer without records."""
    return add_transfer(
        user=StaffFactory(data_steward=True),
        label=label,
        source=source(),
        from_place="Al-Hasakah",
        to_place="Baghdad",
        began="2026-01-21",
        ended="2026-02-12",
    )
