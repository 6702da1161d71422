"""The first page of the office: what waits, by role. Counts and references only, no names (floor 7)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from portal.accounts.enums import OFFICE_ROLES, TRAINED_ROLES, Role
from portal.accounts.models import Alert, RoleGrant, TrainedGrant, User
from portal.accounts.permissions import is_trained, roles_of, roles_that_end
from portal.accounts.querysets import frozen_holders, open_recoveries, without_second_factor
from portal.accounts.services.alerts import seen_by
from portal.audit.models import Event
from portal.core.counting import MOST_COUNTED, counts
from portal.core.dates import today
from portal.detainees.access import unsealed_to
from portal.detainees.enums import BatchState
from portal.detainees.models import Batch, UndoRequest
from portal.matching.enums import DuplicateState, PairState
from portal.matching.models import CandidatePair, Correction, Disclosure, DuplicatePair, RecordCheck
from portal.matching.models.duplicates import DuplicateQuerySet
from portal.matching.models.pairs import PairQuerySet
from portal.notifications.models import Delivery
from portal.office.due import deadline_row, task_row
from portal.office.permissions import ALERTS, EXTRACT_ANSWERS, FILES, RECORD_CHECKS, TRAINERS, RolesMixin
from portal.referrals.models import Extract
from portal.registry.casework import STATE_WORDS, nobody_has_read, talks_chosen, to_check_first, wrote_to_us
from portal.registry.clock import SOON_DAYS, first_with_clock, late_or_due
from portal.registry.models import (
    CaseAssignment,
    CaseTask,
    ConsentReview,
    FileOpening,
    Finding,
    Registration,
    TrainedWish,
)
from portal.registry.need import open_to
from portal.registry.services.trust import due_spam
from portal.support.models import Report

_READERS = frozenset({Role.CASEWORKER, Role.REVIEWER, Role.SUPERVISOR})
_CASE = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
_PAIRS = frozenset({Role.REVIEWER, Role.SUPERVISOR})
_ROWS = 6
_DUE = 12
# How long what one handed over stands on one's first page.
_HANDED = timedelta(days=30)


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: `count` of it, the screen where it is done, and who sees it: roles, or trained ones.

    `seen` leaves out what is sealed to the reader, so that nothing counts that is not there.
    """

    label: str | Promise
    url_name: str
    roles: frozenset[str]
    rows: Callable[[], QuerySet]
    is_for_trained: bool = False
    is_second: bool = False
    seen: Callable[[QuerySet, User], QuerySet] = lambda rows, user: rows


def _open_to(rows: QuerySet, user: User) -> QuerySet:
    return cast(PairQuerySet | DuplicateQuerySet, rows).open_to(user)


def _with_record(path: str) -> Callable[[QuerySet, User], QuerySet]:
    return lambda rows, user: rows.filter(unsealed_to(user, path))


def _pairs(state: str) -> Callable[[], QuerySet]:
    return lambda: CandidatePair.objects.open_to_reading().filter(state=state)


def _new_registrations() -> QuerySet:
    since = timezone.now() - timedelta(days=1)
    return Registration.objects.trusted().filter(submitted_at__gte=since).order_by("-submitted_at")


WAITING = (
    Waiting(_("New reports"), "office:reports", _CASE, lambda: Report.objects.new()),
    Waiting(
        _("Tasks that are late"), "office:tasks", _CASE, lambda: CaseTask.objects.waiting().filter(due_on__lt=today())
    ),
    Waiting(_("New registrations since yesterday"), "", _READERS, _new_registrations),
    Waiting(_("Registrations nobody has read"), "office:files", _CASE, nobody_has_read),
    Waiting(_("Families who chose when to speak with us"), "office:files", _CASE, talks_chosen),
    Waiting(
        _("Families who wish that a trained person asks"),
        "office:sealed-wishes",
        TRAINED_ROLES,
        lambda: TrainedWish.objects.waiting(),
        is_for_trained=True,
    ),
    Waiting(
        _("Trained people whose time ends within a month"),
        "office:trained",
        TRAINERS,
        lambda: TrainedGrant.objects.ending(),
    ),
    Waiting(_("Families whose message nobody has read"), "office:files", _CASE, wrote_to_us),
    Waiting(_("Registrations to check first"), "office:files", _CASE, to_check_first),
    Waiting(_("Spam that may be erased now"), "office:files", _CASE, due_spam),
    Waiting(_("Messages that did not arrive"), "office:undelivered", FILES, lambda: Delivery.objects.undelivered()),
    Waiting(
        _("Possible matches that wait for a first reading"),
        "office:pairs",
        _PAIRS,
        _pairs(PairState.CANDIDATE),
        seen=_open_to,
    ),
    Waiting(
        _("Possible matches that wait for a second reading"),
        "office:pairs",
        _PAIRS,
        _pairs(PairState.UNDER_REVIEW),
        is_second=True,
        seen=_open_to,
    ),
    Waiting(
        _("Possible matches on which two readings differ"),
        "office:pairs",
        frozenset({Role.SUPERVISOR}),
        _pairs(PairState.DISPUTED),
        is_second=True,
        seen=_open_to,
    ),
    Waiting(
        _("Decisions that wait for a second person"),
        "office:pairs",
        frozenset({Role.SUPERVISOR}),
        lambda: Disclosure.objects.waiting(),
        is_second=True,
        seen=_with_record("pair__detainee__"),
    ),
    Waiting(
        _("Families told wrongly: waits for a second person"),
        "office:talks",
        frozenset({Role.SUPERVISOR}),
        lambda: Correction.objects.waiting(),
        is_second=True,
        seen=_with_record("disclosure__pair__detainee__"),
    ),
    Waiting(
        _("Judgements whose records have changed since"),
        "office:pairs",
        frozenset({Role.SUPERVISOR}),
        lambda: CandidatePair.objects.open_to_reading().changed_since(),
        seen=_open_to,
    ),
    Waiting(
        _("Findings that wait for a second person"),
        "office:findings",
        frozenset({Role.SUPERVISOR}),
        lambda: Finding.objects.waiting(),
        is_second=True,
    ),
    Waiting(
        _("Possible duplicates nobody has judged"),
        "office:duplicates",
        _PAIRS,
        lambda: DuplicatePair.objects.open_to_reading().filter(state=DuplicateState.OPEN),
        seen=_open_to,
    ),
    Waiting(_("New codes that wait for a second person"), "office:recovery", _CASE, open_recoveries, is_second=True),
    Waiting(
        _("Registrations in which a child or somebody else agreed"),
        "office:files",
        frozenset({Role.SUPERVISOR}),
        lambda: ConsentReview.objects.waiting(),
    ),
    Waiting(
        _("Registrations kept still while a report is checked"),
        "office:reports",
        _CASE,
        lambda: Registration.objects.held(),
    ),
    Waiting(_("Pages closed to protect their owners"), "office:recovery", _CASE, frozen_holders),
    Waiting(
        _("Lists checked, not yet imported"),
        "office:lists",
        frozenset({Role.DATA_STEWARD}),
        lambda: Batch.objects.filter(state=BatchState.DRY_RUN),
    ),
    Waiting(
        _("Lists to be taken back, waiting for a second person"),
        "office:lists",
        frozenset({Role.DATA_STEWARD, Role.SUPERVISOR}),
        lambda: UndoRequest.objects.waiting(),
        is_second=True,
    ),
    Waiting(
        _("Detainee records that somebody calls wrong"),
        "office:record-checks",
        RECORD_CHECKS,
        lambda: RecordCheck.objects.open(),
        seen=_with_record("record__"),
    ),
    Waiting(
        _("Exports of registrations that wait for a second person"),
        "office:extracts",
        EXTRACT_ANSWERS,
        lambda: Extract.objects.waiting(),
        is_second=True,
    ),
    Waiting(
        _("People without a second factor"), "office:people", frozenset({Role.ADMINISTRATOR}), without_second_factor
    ),
    Waiting(
        _("Entries of the log not yet sealed"),
        "office:audit",
        frozenset({Role.AUDITOR}),
        lambda: Event.objects.filter(seal__isnull=True),
    ),
    Waiting(
        _("Alerts that somebody has to look into"),
        "office:alerts",
        ALERTS,
        lambda: Alert.objects.waiting(),
        is_second=True,
        seen=lambda rows, user: seen_by(user).waiting(),
    ),
    Waiting(
        _("Roles that end within two weeks"),
        "office:people",
        frozenset({Role.ADMINISTRATOR}),
        lambda: RoleGrant.objects.ending(),
    ),
    Waiting(
        _("Files opened in an emergency that nobody else has looked at"),
        "office:emergencies",
        frozenset({Role.SUPERVISOR}),
        lambda: FileOpening.objects.waiting(),
        is_second=True,
    ),
    Waiting(
        _("Files opened in an emergency that nobody else has looked at"),
        "office:audit",
        frozenset({Role.AUDITOR}),
        lambda: FileOpening.objects.waiting(),
    ),
)


class DayView(RolesMixin, TemplateView):
    """What waits for this person today."""

    template_name = "office/day.html"
    roles = OFFICE_ROLES

    def get_context_data(self, **kwargs) -> dict:
        """Add what is due, what is new, what waits and for whom, as the roles allow: one query for each block."""
        user = cast(User, self.request.user)
        roles, trained = roles_of(user), is_trained(user)
        context = {
            **super().get_context_data(**kwargs),
            "current": "day",
            "today": timezone.now(),
            "most": MOST_COUNTED,
        }
        context["waiting"] = _waiting(user, roles, trained)
        context["second"] = [item for item in context["waiting"] if item["is_second"] and item["count"]]
        context["others"] = [item for item in context["waiting"] if not item["is_second"] and item["count"]]
        context["has_second"] = any(item["is_second"] for item in context["waiting"])
        if roles & _READERS:
            context["opens_files"] = bool(roles & FILES)
            newest = _seen_by(user, _new_registrations()).only("reference", "language", "kind", "state")[:_ROWS]
            context["registrations"] = [{"file": file, "state": STATE_WORDS[file.state]} for file in newest]
        if roles & _CASE:
            context |= _work(user)
            context["reports"] = Report.objects.waiting().most_pressing_first()[:_ROWS]
            context["recoveries"] = open_to(user, open_recoveries())[:_ROWS]
        if roles & {Role.DATA_STEWARD, Role.SUPERVISOR}:
            imported = Batch.objects.filter(imported_at__isnull=False).select_related("source")
            context["last_import"] = imported.order_by("-imported_at").first()
            context["shows_import"] = True
        context["ending"] = [(Role(role).label, end) for role, end in roles_that_end(user).items()]
        return context


def _waiting(user: User, roles: frozenset[str], trained: bool) -> list[dict]:
    """How much waits of each kind that this person may see, each up to one more than MOST_COUNTED."""
    seen = [item for item in WAITING if roles & item.roles and (trained or not item.is_for_trained)]
    rows = {str(place): item.seen(_seen_by(user, item.rows()), user) for place, item in enumerate(seen)}
    found = counts(User.objects.filter(pk=user.pk), rows, most=MOST_COUNTED)
    return [
        {"label": item.label, "count": count, "url": _url(item.url_name), "is_second": item.is_second}
        for item, count in zip(seen, found.values(), strict=True)
    ]


def _seen_by(user: User, rows: QuerySet) -> QuerySet:
    """Without files of other teams. Who only compares opens no file, and sees how many are new, as everybody."""
    return open_to(user, rows) if roles_of(user) & _CASE else rows


def _work(user: User) -> dict:
    """What is due, one's own first; what families wait for; what one handed over lately. No words of a task."""
    late, soon = today(), today() + timedelta(days=SOON_DAYS)
    tasks = open_to(user, CaseTask.objects.waiting()).filter(Q(for_whom=user, due_on__lte=soon) | Q(due_on__lt=late))
    mine = Case(When(for_whom=user, then=Value(0)), default=Value(1))
    tasks = tasks.defer("words").select_related("registration", "for_whom").order_by(mine, "due_on", "pk")
    handed = CaseAssignment.objects.live().filter(given_by=user, given_at__gte=timezone.now() - _HANDED)
    handed = handed.exclude(owner=user).defer("note").select_related("registration", "owner").order_by("-given_at")
    promised = first_with_clock(open_to(user, late_or_due(user=user)), _DUE)
    return {
        "due": [task_row(task, user=user) for task in tasks[:_DUE]],
        "promised": [deadline_row(file) for file in promised],
        "handed": [{"row": one, "state": STATE_WORDS[one.registration.state]} for one in handed[:_ROWS]],
    }


def _url(name: str) -> str:
    """Return the address, or nothing where that area is not installed."""
    try:
        return reverse(name) if name else ""
    except NoReverseMatch:
        return ""
