"""What people entered on detainee records: one person in three sources, a convoy, a child (floor 8). Invented."""

from typing import Any
from uuid import UUID

from portal.accounts.enums import TrainedFor
from portal.accounts.models import User
from portal.accounts.permissions import is_trained
from portal.accounts.services.training import grant_trained
from portal.audit.actors import Actor
from portal.detainees.enums import AgeFinding, CustodyKind, Degree, StatementAbout, YesNo
from portal.detainees.models import CustodyEntry, DetaineeRecord, Source, Statement, Transfer
from portal.detainees.services.entering import enter_custody, enter_statement
from portal.detainees.services.transfers import add_records, add_transfer
from portal.matching.enums import DuplicateState, SideKind, Verdict
from portal.matching.models import DuplicatePair
from portal.matching.services.duplicates import judge_duplicate
from portal.places.models import Place

from .judgements import FIRST, OTHER_SUPERVISOR, SECOND, SUPERVISOR

STEWARD = "demo-steward"
# Who may open records of people who may be under 18, and who let them in.
LET_IN = {FIRST: OTHER_SUPERVISOR, SUPERVISOR: OTHER_SUPERVISOR}
VISITORS, LETTERS, FOUND = (
    "Visitors' list of an invented committee",
    "Letters kept by an invented archive",
    "Unsigned list found online (invented)",
)
# One person in three sources, which contradict one another.
ONE_PERSON = ((VISITORS, "V-001"), (LETTERS, "L-17"), (FOUND, "9"))
YOUNG = (FOUND, "31")
_CONVOY = "Convoys of January and February 2026"


def load_records() -> dict[str, int]:
    """Load what is not there yet; return how many entries, links and records in the convoy were made now."""
    for name, by in LET_IN.items():
        user = User.objects.get(username=name)
        if not is_trained(user, TrainedFor.MINORS):
            grant_trained(user=user, months=12, by=User.objects.get(username=by), kind=TrainedFor.MINORS)
    records = [_record(*one) for one in ONE_PERSON]
    return {"linked": _link(records), "entries": _enter(records[0]) + _enter_young(), "in_convoy": _convoy()}


def _record(source: str, external_id: str) -> DetaineeRecord:
    return DetaineeRecord.objects.select_related("source").get(source__name=source, external_id=external_id)


def _link(records: list[DetaineeRecord]) -> int:
    """Let a reviewer say that these are one person, wherever the comparison proposes it and nobody has judged it."""
    keys: list[UUID] = [one.pk for one in records]
    proposed = DuplicatePair.objects.live().filter(
        kind=SideKind.DETAINEE, first_detainee__in=keys, second_detainee__in=keys, state=DuplicateState.OPEN
    )
    user = User.objects.get(username=FIRST)
    made = 0
    for pair in proposed:
        reason = "Name, father and place agree; the years differ and stay side by side."
        judge_duplicate(duplicate=pair, verdict=Verdict.SAME, reason=reason, user=user, actor=Actor.staff(user.pk))
        made += 1
    return made


def _enter(record: DetaineeRecord) -> int:
    if CustodyEntry.objects.filter(record=record, transfer=None).exists():
        return 0
    first, second = User.objects.get(username=FIRST), User.objects.get(username=SECOND)
    said: dict[str, Any] = {"record": record, "said_by": "رسالة من رفيق احتجاز سابق"}
    enter_custody(user=first, kind=CustodyKind.HELD, date="2019~", place="مركز احتجاز أ", basis="", **said)
    # Released before anybody says that he was arrested: kept, and flagged.
    enter_custody(user=second, kind=CustodyKind.RELEASE, date="2013", place="", basis="كما كُتب", **said)
    stated = (
        (StatementAbout.NATIONALITY, "IQ", Degree.VERIFIED, "صورة صفحة من السجل المدني"),
        (StatementAbout.UNFAIR_TRIAL, YesNo.YES, Degree.CLAIMED, "قيل إنه لم يكن له محامٍ"),
        (StatementAbout.LAWYER, YesNo.NO, Degree.CLAIMED, "قيل إنه لم يكن له محامٍ"),
        (StatementAbout.FAMILY_CONTACT, YesNo.NO, Degree.CLAIMED, "لم تصله رسالة من أهله"),
    )
    for about, value, degree, basis in stated:
        enter_statement(user=first, about=about, value=value, degree=degree, basis=basis, said_on="2024", **said)
    return 2 + len(stated)


def _enter_young() -> int:
    record = _record(*YOUNG)
    if Statement.objects.filter(record=record, about=StatementAbout.AGE).exists():
        return 0
    enter_statement(
        record=record,
        user=User.objects.get(username=SUPERVISOR),
        about=StatementAbout.AGE,
        value=AgeFinding.UNDER_18,
        degree=Degree.CLAIMED,
        said_by="Xaltiya wî",
        said_on="2014",
        basis="Li gorî xaltiya wî di dema girtinê de 15 salî bû; lîste saleke din dibêje.",
    )
    return 1


def _convoy() -> int:
    user = User.objects.get(username=STEWARD)
    source = Source.objects.get(name=VISITORS)
    transfer = Transfer.objects.filter(source=source, label=_CONVOY).first() or add_transfer(
        user=user,
        label=_CONVOY,
        source=source,
        from_place="North-east Syria",
        from_known=Place.objects.filter(code="SY-HA").first(),
        to_place="Iraq, facility not named",
        to_known=Place.objects.filter(code="IQ").first(),
        began="2026-01",
        ended="2026-02-12",
    )
    if transfer.custody_entries.exists():
        return 0
    return add_records(transfer=transfer, source=source, numbers=["V-001", "V-002"], user=user).added
