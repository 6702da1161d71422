"""Taking registrations out as a table: asked for, approved by others, taken once within a day (floor 6; R-06, R-22).

The copy is made when it is taken, and what is in it is asked once more in the transaction that uses the leave up: what
a family took back a second before is not in it. Nothing lies anywhere that would have to be sealed or deleted (R-35).
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.models import User
from portal.accounts.permissions import check_role
from portal.audit.actors import Actor
from portal.audit.services import record, record_about
from portal.confidential.keyring import create_data_key
from portal.core.digits import write_number
from portal.core.refusing import Refused
from portal.notifications.enums import StaffNotice
from portal.notifications.services.staff import tell_staff
from portal.organizations.models import Recipient
from portal.places.models import Place
from portal.referrals import events
from portal.referrals.enums import CLASS_OF, OWN_WORK, ExtractState, FileKind, Part
from portal.referrals.models import Extract, ExtractRow, Transmission
from portal.referrals.models.extracts import LASTS_FOR, MOST
from portal.referrals.permissions import (
    ASKERS,
    EXTRACT_APPROVERS,
    is_limited_to_own,
    may_approve,
    may_ask,
    parts_for,
)
from portal.referrals.selecting import Selection, selection_of
from portal.referrals.tables import Copy, make_copy, sample_of
from portal.registry.consent_texts import warnings_about
from portal.registry.enums import DataClass

# From here on it is many families, within a month, for one recipient: two people beside who asked.
MANY = 50
PURPOSE = "extract"


@transaction.atomic
def ask_extract(
    *,
    key: UUID,
    purpose: str,
    recipient: Recipient | None,
    parts: Collection[str],
    file_kind: str,
    words: str,
    state: str = "",
    region: Place | None = None,
    since: date | None = None,
    until: date | None = None,
    owner: User | None = None,
    user,
    actor: Actor,
) -> Extract:
    """Ask for an export. The same `key` is the same request. Raises PermissionDenied, Refused or ValueError."""
    check_role(user, *ASKERS)
    if file_kind not in FileKind.values or not words or not parts or not set(parts) <= set(Part.values):
        raise ValueError("an export needs a kind of file, parts and words")
    check_purpose(purpose, recipient, state)
    if not set(parts) <= parts_for(user, purpose=purpose, recipient=recipient):
        raise Refused(_("These columns are not taken out for this purpose, or not by you."))
    sent_before = Extract.objects.filter(pk=key, requested_by=user).first()
    if sent_before is not None:
        return sent_before
    extract = Extract(
        pk=key,
        key_id=create_data_key(purpose="extract"),
        purpose=purpose,
        recipient=recipient,
        parts=[part for part in Part.values if part in parts],
        file_kind=file_kind,
        words=words,
        state=state,
        region=region,
        since=since,
        until=until,
        owner=user if is_limited_to_own(user) else owner,
        requested_by=user,
    )
    selection = selection_of(extract)
    _check_count(selection)
    extract.needs_two = _are_many(extract, selection)
    extract.save(force_insert=True)
    _record(events.EXTRACT_ASKED, extract, actor, parts=extract.parts, count=selection.count)
    tell_staff(kind=StaffNotice.APPROVAL, roles=EXTRACT_APPROVERS, but_not=[user.pk])
    return extract


def check_purpose(purpose: str, recipient: Recipient | None, state: str) -> None:
    """Raise Refused where it is neither our own work nor what a usable recipient is for, or where it tells too much."""
    if recipient is None:
        if purpose not in OWN_WORK:
            raise ValueError("our own work is one of three things")
        return
    if not Recipient.objects.usable().filter(pk=recipient.pk, kind=purpose).exists():
        raise Refused(_("Nothing is given to this recipient."))
    if state:
        # That a family was asked to speak with us would tell others that we found somebody.
        raise Refused(_("For somebody outside, nothing is chosen by state: it would tell what we found."))


def sample_for(extract: Extract, *, user, actor: Actor) -> list[list[str]]:
    """Return the hidden sample for whoever may approve; that somebody looked is logged. Raises PermissionDenied."""
    check_role(user, *EXTRACT_APPROVERS)
    record(events.EXTRACT_SAMPLED, actor=actor, subject=extract, purpose=PURPOSE)
    return sample_of(extract)


def approve_extract(*, extract: Extract, has_weighed: bool = False, user, actor: Actor) -> Extract:
    """Approve as the second or third person. Raises PermissionDenied or Refused, and then nothing has changed."""
    with _logged(extract, actor, "approve"), transaction.atomic():
        current = _to_answer(extract, user)
        if current.approved_by_id == user.pk:
            raise Refused(_("You have approved this. One more person must answer it."))
        _check_still_holds(current)
        if current.recipient and warnings_about(current.recipient) and not has_weighed:
            raise Refused(_("Please say that you weighed what this recipient may do with it."))
        now = timezone.now()
        if current.approved_by_id is None:
            current.approved_by, current.approved_at = user, now
        else:
            current.second_by, current.second_at = user, now
        if not current.needs_two or current.second_by_id:
            current.expires_at = now + LASTS_FOR
        current.save(update_fields=["approved_by", "approved_at", "second_by", "second_at", "expires_at"])
        _record(events.EXTRACT_APPROVED, current, actor)
    return current


def refuse_extract(*, extract: Extract, reason: str, user, actor: Actor) -> None:
    """Refuse as another person, with a reason for who asked. Raises PermissionDenied or Refused."""
    with _logged(extract, actor, "refuse"), transaction.atomic():
        current = _to_answer(extract, user)
        current.refused_by, current.refused_at, current.refusal = user, timezone.now(), reason
        current.save(update_fields=["refused_by", "refused_at", "refusal"])
        _record(events.EXTRACT_REFUSED, current, actor)


def take_extract(*, extract: Extract, user, actor: Actor) -> tuple[Extract, bytes]:
    """Use the leave up and return the one copy, in the active language. Raises PermissionDenied or Refused.

    The table is made before anything is locked, and made anew where another registration is in it by then.
    """
    with _logged(extract, actor, "take"):
        seen = Extract.objects.get(pk=extract.pk)
        _check_may_be_taken(seen, user)
        copy = make_copy(seen)
        with transaction.atomic():
            current = Extract.objects.select_for_update().get(pk=extract.pk)
            _check_may_be_taken(current, user)
            if not copy.holds(selection_of(current)):
                copy = make_copy(current)
            _check_count(copy.selection)
            if _are_many(current, copy.selection) and not current.needs_two:
                raise Refused(_("These are many registrations by now: two people must approve. Please ask again."))
            _use_up(current, copy, actor)
    return current, copy.content


def _use_up(extract: Extract, copy: Copy, actor: Actor) -> None:
    extract.taken_at, extract.sha256 = timezone.now(), copy.sha256
    extract.count, extract.left_out = copy.selection.count, copy.selection.left_out
    extract.save(update_fields=["taken_at", "sha256", "count", "left_out"])
    ExtractRow.objects.bulk_create(copy.rows)
    _note_giving(extract, copy.rows)
    subjects = [row.registration for row in copy.rows]
    record_about(events.INCLUDED, actor=actor, subjects=subjects, purpose=PURPOSE, data={"extract": str(extract.pk)})
    _record(events.EXTRACT_TAKEN, extract, actor, count=extract.count, sha256=extract.sha256)


def _note_giving(extract: Extract, rows: Collection[ExtractRow]) -> None:
    """What goes to somebody outside stands on the page of each family, and is recalled when she takes it back."""
    if extract.recipient is None:
        return
    classes = {CLASS_OF[part] for part in extract.parts}
    Transmission.objects.bulk_create(
        Transmission(
            registration=row.registration,
            recipient=extract.recipient,
            data_classes=[code for code in DataClass.values if code in classes],
            requested_by=extract.requested_by,
            answered_by=extract.approved_by,
            given_at=extract.taken_at,
            sha256=extract.sha256,
        )
        for row in rows
    )


def _to_answer(extract: Extract, user) -> Extract:
    check_role(user, *EXTRACT_APPROVERS)
    current = Extract.objects.select_for_update().get(pk=extract.pk)
    if current.requested_by_id == user.pk:
        raise Refused(_("You asked for this export yourself. Another person must answer it."))
    if current.stands() == ExtractState.LAPSED:
        raise Refused(_("This request is too old. Please ask again."))
    if current.stands() not in (ExtractState.WAITING, ExtractState.WAITING_FOR_THIRD):
        raise Refused(_("This request has already been answered."))
    return current


def _check_may_be_taken(extract: Extract, user) -> None:
    if extract.requested_by_id != user.pk:
        raise PermissionDenied
    state = extract.stands()
    if state == ExtractState.TAKEN:
        raise Refused(_("This export has been taken. Each copy is handed out once; please ask again."))
    if state == ExtractState.LAPSED:
        raise Refused(_("The time to take this export is over. Please ask again."))
    if state != ExtractState.APPROVED:
        raise Refused(_("This export is not approved."))
    _check_still_holds(extract)


def _check_still_holds(extract: Extract) -> None:
    """Roles and recipients may have ended since, and families may have taken back what they agreed to."""
    approvers = [one for one in (extract.approved_by, extract.second_by) if one is not None]
    if not may_ask(extract.requested_by) or not all(map(may_approve, approvers)):
        raise Refused(_("Who asked for it or approved it no longer has the role for that."))
    check_purpose(extract.purpose, extract.recipient, extract.state)
    _check_count(selection_of(extract))


def _are_many(extract: Extract, selection: Selection) -> bool:
    """Whether one recipient is given so many families that two people must approve; what it was given lately counts."""
    if extract.recipient is None:
        return False
    before = Extract.objects.taken_lately_for(extract.recipient).aggregate(total=Sum("count"))["total"] or 0
    return before + selection.count > MANY


def _check_count(selection: Selection) -> None:
    if not selection.count:
        raise Refused(_("No registration can be taken out like this."))
    if selection.count > MOST:
        words = ngettext(
            "%(count)s registration fits. At most %(most)s go into one export: please choose fewer.",
            "%(count)s registrations fit. At most %(most)s go into one export: please choose fewer.",
            selection.count,
        )
        raise Refused(words % {"count": write_number(selection.count), "most": write_number(MOST)})


@contextmanager
def _logged(extract: Extract, actor: Actor, act: str) -> Iterator[None]:
    """What was refused is logged."""
    try:
        yield
    except (Refused, PermissionDenied):
        _record(events.EXTRACT_ACT_REFUSED, extract, actor, act=act)
        raise


def _record(code: str, extract: Extract, actor: Actor, **data) -> None:
    whom = {"purpose": extract.purpose, "recipient": str(extract.recipient_id or "")}
    record(code, actor=actor, subject=extract, purpose=PURPOSE, data={**whom, **data})
