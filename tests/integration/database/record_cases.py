"""The constraints of what people enter on detainee records, and of transfers."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F

from portal.core import dates
from portal.detainees.models import CustodyEntry, SourceAnswer, Statement, Transfer
from tests.factories.entries import make_transfer
from tests.factories.matching import make_detainee

from .constraint_cases import Case


def _custody_entry() -> CustodyEntry:
    record = make_detainee()
    return CustodyEntry.objects.create(
        key_id=record.key_id, record=record, kind="transfer", transfer=make_transfer(f"Convoy {record.pk}")
    )


def _statement() -> Statement:
    record = make_detainee()
    return Statement.objects.create(key_id=record.key_id, record=record, about="age", degree="claimed")


def _source_answer() -> SourceAnswer:
    record, today = make_detainee(), dates.today()
    return SourceAnswer.objects.create(
        key_id=record.key_id, record=record, may_tell=True, answered_on=today, expires_on=today + timedelta(days=1)
    )


def _transfer() -> Transfer:
    return make_transfer()


RECORD_CASES: dict[str, Case] = {
    "one_transfer_per_source_and_label": Case(_transfer, {}, {"label": "Another"}),
    "one_entry_per_record_and_transfer": Case(_custody_entry, {}, {"transfer": None}),
    "custodyentry_withdraws_something": Case(
        _custody_entry, {"is_withdrawal": True}, {"is_withdrawal": True, "corrects": _custody_entry}
    ),
    "statement_withdraws_something": Case(
        _statement, {"is_withdrawal": True}, {"is_withdrawal": True, "corrects": _statement}
    ),
    "sourceanswer_withdraws_something": Case(
        _source_answer, {"is_withdrawal": True}, {"is_withdrawal": True, "corrects": _source_answer}
    ),
    "source_answer_ends_after_it_begins": Case(
        _source_answer, {"expires_on": F("answered_on")}, {"expires_on": F("answered_on") + timedelta(days=1)}
    ),
}
