"""What stands beside a demonstration file: trained people, a sealed note, findings on two axes (floor 8). Invented."""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from portal.accounts.models import User
from portal.accounts.permissions import is_trained
from portal.accounts.services.training import grant_trained
from portal.audit.actors import Actor
from portal.registry.answers import TRAINED
from portal.registry.enums import Axis, Basis, Confidence, Fate, HeardFrom, SealedKind, TrainedAnswer, Whereabouts
from portal.registry.models import Registration
from portal.registry.services.amendments import amend
from portal.registry.services.findings import add_finding, answer_finding
from portal.registry.services.sealed import write_sealed

TRAINED_PEOPLE = ("demo-caseworker", "demo-supervisor-two")
_SUPERVISOR = "demo-supervisor"


@dataclass(frozen=True)
class DemoFinding:
    """One finding about a family's person; `confirmed_by` where a second person looked at it."""

    family: str
    axis: Axis
    code: str
    basis: Basis
    confidence: Confidence
    source: str
    source_date: str
    by: str = "demo-caseworker"
    confirmed_by: str = ""


FINDINGS = (
    DemoFinding(
        family="demo-family-02",
        axis=Axis.WHEREABOUTS,
        code=Whereabouts.DETAINED,
        basis=Basis.AUTHORITY,
        confidence=Confidence.HIGH,
        source="رسالة جوابيّة من جهة رسميّة، محفوظة في الملفّ",
        source_date="2026-05",
    ),
    DemoFinding(
        family="demo-family-03",
        axis=Axis.FATE,
        code=Fate.BELIEVED_DEAD,
        basis=Basis.WITNESS,
        confidence=Confidence.LOW,
        source="شخص كان محتجزاً في المكان نفسه، لم يره بنفسه",
        source_date="2014",
    ),
    DemoFinding(
        family="demo-family-05",
        axis=Axis.FATE,
        code=Fate.DEATH_RECORDED,
        basis=Basis.DOCUMENT,
        confidence=Confidence.MEDIUM,
        source="وێنەی پەڕەیەک لە تۆماری باری شارستانی",
        source_date="2018-02",
    ),
    DemoFinding(
        family="demo-family-13",
        axis=Axis.FATE,
        code=Fate.DEAD_DOCUMENTS,
        basis=Basis.DOCUMENT,
        confidence=Confidence.ESTABLISHED,
        source="شهادة وفاة سلّمتها العائلة، الأصل مختوم لدينا",
        source_date="2017-03-09",
        confirmed_by=_SUPERVISOR,
    ),
)
_WISHES = ("demo-family-14", "demo-family-08")
_NOTE = "Hêvî dixwaze bi jinekê re biaxive, ne li malê. Ev nîşe nimûne ye û li ser tu kesî rastîn nîne."


def load_hardest() -> dict[str, int]:
    """Load what is not there yet; return counts of findings, wishes and notes made now."""
    supervisor = User.objects.get(username=_SUPERVISOR)
    for user in User.objects.filter(username__in=TRAINED_PEOPLE):
        if not is_trained(user):
            grant_trained(user=user, months=12, by=supervisor)
    return {
        "findings": sum(_load_finding(one) for one in FINDINGS),
        "wishes": sum(_wish(family) for family in _WISHES),
        "sealed_notes": _write_note(_registration("demo-family-14")),
    }


def _registration(family: str) -> Registration:
    return Registration.objects.get(external_id=family, organization__isnull=True)


def _load_finding(one: DemoFinding) -> int:
    registration = _registration(one.family)
    if registration.findings.filter(axis=one.axis).exists():
        return 0
    finding = add_finding(
        registration=registration,
        axis=one.axis,
        code=one.code,
        basis=one.basis,
        confidence=one.confidence,
        source=one.source,
        source_date=one.source_date,
        user=User.objects.get(username=one.by),
    )
    if one.confirmed_by:
        answer_finding(finding=finding, is_confirmed=True, user=User.objects.get(username=one.confirmed_by))
    return 1


def _wish(family: str) -> int:
    registration = _registration(family)
    if registration.holder_id is None or registration.trained_wishes.exists():
        return 0
    actor = Actor.holder(registration.holder_id)
    amend(registration=registration, question=TRAINED, answers={"answer": TrainedAnswer.YES.value}, actor=actor)
    return 1


def _write_note(registration: Registration) -> int:
    if registration.sealed_notes.exists():
        return 0
    write_sealed(
        registration=registration,
        kind=SealedKind.TESTIMONY,
        words=_NOTE,
        heard_from=HeardFrom.FAMILY,
        user=User.objects.get(username=TRAINED_PEOPLE[0]),
        key=uuid5(NAMESPACE_URL, f"{registration.pk}/demo-note"),
    )
    return 1
