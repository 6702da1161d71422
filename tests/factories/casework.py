"""The work on a file as its services make it."""

from datetime import date, timedelta
from uuid import uuid4

from portal.core.dates import today
from portal.registry.enums import CaseLinkKind, ClosureReason, TaskKind, Visibility
from portal.registry.models import CaseAssignment, CaseClosure, CaseLink, CaseNote, CaseTask, Registration
from portal.registry.services.assigning import hand_over
from portal.registry.services.case_links import link_files
from portal.registry.services.closing import close_file
from portal.registry.services.notes import write_note
from portal.registry.services.tasks import set_task

from .registry import make_registration
from .staff import StaffFactory


def make_owned(registration: Registration | None = None, *, by=None, note: str = "") -> CaseAssignment:
    """Return who has a file: `by`, or a new caseworker."""
    user = by or StaffFactory(caseworker=True)
    return hand_over(registration=registration or make_registration(), to=user, note=note, seen=None, user=user)


def make_task(
    registration: Registration | None = None, *, by=None, due_on: date | None = None, words: str = ""
) -> CaseTask:
    """Return a task for whoever set it."""
    user = by or StaffFactory(caseworker=True)
    return set_task(
        registration=registration or make_registration(),
        kind=TaskKind.CALL,
        words=words,
        due_on=due_on or today() + timedelta(days=1),
        for_whom=user,
        user=user,
        key=uuid4(),
    )


def make_note(registration: Registration | None = None, words: str = "Spoke with the brother", **options) -> CaseNote:
    """Return a note, internal unless `visibility` says more."""
    visibility = options.pop("visibility", Visibility.INTERNAL)
    user = options.pop("by", None) or StaffFactory(caseworker=True)
    return write_note(
        registration=registration or make_registration(),
        words=words,
        visibility=visibility,
        user=user,
        key=uuid4(),
        is_confirmed=True,
        **options,
    )


def make_case_link(
    registration: Registration | None = None, other: Registration | None = None, *, kind: str = CaseLinkKind.SAME_FAMILY
) -> CaseLink:
    """Return two linked files."""
    return link_files(
        registration=registration or make_registration(),
        other=other or make_registration(),
        kind=kind,
        user=StaffFactory(caseworker=True),
    )


def make_closed(registration: Registration | None = None, *, elsewhere: str = "Write to the court.") -> CaseClosure:
    """Return a closing by a caseworker."""
    return close_file(
        registration=registration or make_registration(),
        reason=ClosureReason.NOT_OURS,
        basis="A matter of property",
        elsewhere=elsewhere,
        user=StaffFactory(caseworker=True),
    )
