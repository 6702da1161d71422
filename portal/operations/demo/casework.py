"""A caseworker's week in the demonstration: files taken and handed over, tasks, notes, links, risk, closing (floor 8).

Everybody and every word is invented.
"""

from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from portal.accounts.models import User
from portal.core.dates import today
from portal.registry.enums import CaseLinkKind, ClosureReason, Risk, TaskKind, Visibility
from portal.registry.models import CaseAssignment, Registration
from portal.registry.services.assigning import hand_over, take_file
from portal.registry.services.case_links import link_files
from portal.registry.services.closing import close_file, grade_risk
from portal.registry.services.notes import write_note
from portal.registry.services.tasks import set_task

_CASEWORKER, _SUPERVISOR = "demo-caseworker", "demo-supervisor"
# Family, what is to be done, how many days from today, and more about it.
_TASKS = (
    ("demo-family-04", TaskKind.CALL, -2, "Piştî şeşê êvarê telefon bike; wê soz hat dayîn."),
    ("demo-family-06", TaskKind.ASK, 0, "اسم الجدّ ناقص."),
    ("demo-family-07", TaskKind.CHECK, 2, ""),
    ("demo-family-08", TaskKind.LOOK_AGAIN, 21, ""),
)
_NOTES = (
    ("demo-family-04", "Keça wê dibêje ku ew êvarê dikare biaxive.", Visibility.INTERNAL),
    ("demo-family-04", "Ji kerema xwe pirtûka malbatê bi xwe re bînin.", Visibility.FAMILY),
    ("demo-family-06", "يوجد شاهدان، وأسماؤهما عندنا.", Visibility.PARTNER),
)
# As if these had been sent so many days ago: one waits too long for a first word.
_SENT_DAYS_AGO = (("demo-family-11", 9), ("demo-family-06", 6))
_ELSEWHERE = "طلبتم أن تتابع هيئة المفقودين هذا الطلب. المراجعة عندها مجانية، من الأحد إلى الخميس."


def load_casework() -> int:
    """Let the caseworker have worked for a week; again changes nothing. Returns how many files somebody has."""
    caseworker = User.objects.get(username=_CASEWORKER)
    supervisor = User.objects.get(username=_SUPERVISOR)
    if not CaseAssignment.objects.filter(given_by=caseworker).exists():
        _work(caseworker, supervisor)
    return CaseAssignment.objects.live().count()


def _work(caseworker: User, supervisor: User) -> None:
    for key, days in _SENT_DAYS_AGO:
        at = timezone.now() - timedelta(days=days)
        Registration.objects.filter(pk=_file(key).pk).update(started_at=at, submitted_at=at)
    for key in ("demo-family-04", "demo-family-06", "demo-family-07"):
        take_file(registration=_file(key), user=caseworker)
    taken = take_file(registration=_file("demo-family-08"), user=caseworker)
    hand_over(
        registration=_file("demo-family-08"),
        to=supervisor,
        note="She asks for a woman to call her.",
        seen=taken.pk,
        user=caseworker,
    )
    for key, kind, days, words in _TASKS:
        set_task(
            registration=_file(key),
            kind=kind,
            words=words,
            due_on=today() + timedelta(days=days),
            for_whom=caseworker,
            user=caseworker,
            key=uuid5(NAMESPACE_URL, f"demonstration task: {key} {kind}"),
        )
    for key, words, visibility in _NOTES:
        write_note(
            registration=_file(key),
            words=words,
            visibility=visibility,
            user=caseworker,
            key=uuid5(NAMESPACE_URL, f"demonstration note: {key} {visibility}"),
            is_confirmed=True,
        )
    grade_risk(
        registration=_file("demo-family-07"),
        grade=Risk.HIGH,
        basis="A neighbour threatened her because she asks for her brother.",
        user=caseworker,
    )
    grade_risk(registration=_file("demo-family-11"), grade=Risk.RAISED, basis="Lives in a camp.", user=supervisor)
    link_files(
        registration=_file("demo-family-04"),
        other=_file("demo-family-06"),
        kind=CaseLinkKind.SAME_INCIDENT,
        user=caseworker,
    )
    close_file(
        registration=_file("demo-family-12"),
        reason=ClosureReason.MOVED,
        basis="The family chose that the commission for missing people goes on.",
        elsewhere=_ELSEWHERE,
        user=supervisor,
    )


def _file(key: str) -> Registration:
    return Registration.objects.get(external_id=key, organization__isnull=True)
