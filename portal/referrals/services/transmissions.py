"""Giving to a recipient what a family agreed to: one person asks, another hands out (floor 6; R-21, R-101, R-105)."""

import hashlib
from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import Role
from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.refusing import Refused
from portal.organizations.models import Recipient
from portal.referrals import events
from portal.referrals.letters import letter
from portal.referrals.models import ErasedGiving, Transmission
from portal.registry.consent import allows
from portal.registry.enums import DataClass
from portal.registry.models import Registration
from portal.registry.need import CONTACT_READERS
from portal.registry.policies import check_is_open

APPROVERS = (Role.SUPERVISOR,)


@transaction.atomic
def ask_to_send(
    *, registration: Registration, recipient: Recipient, data_classes: Collection[str], user, actor: Actor
) -> Transmission:
    """Ask a second person to give these classes of data. Raises PermissionDenied, Refused."""
    if not has_role(user, *CONTACT_READERS):
        raise PermissionDenied
    _check(registration, recipient, data_classes)
    if Transmission.objects.waiting().filter(registration=registration, recipient=recipient).exists():
        raise Refused(_("This has already been asked. Another person answers it next."))
    asked = [data_class for data_class in DataClass.values if data_class in data_classes]
    waiting = Transmission.objects.create(
        registration=registration, recipient=recipient, data_classes=asked, requested_by=user
    )
    _record(events.ASKED, waiting, actor)
    return waiting


@transaction.atomic
def hand_out(*, transmission: Transmission, user, actor: Actor) -> tuple[Transmission, bytes]:
    """Give, as the second person, on what the family agrees to now; return the row and the file, which is not kept.

    Raises PermissionDenied, Refused.
    """
    waiting = _to_answer(transmission, user)
    _check(waiting.registration, waiting.recipient, waiting.data_classes)
    content = letter(waiting, user=user)
    waiting.answered_by, waiting.given_at = user, timezone.now()
    waiting.sha256 = hashlib.sha256(content).hexdigest()
    waiting.save(update_fields=["answered_by", "given_at", "sha256"])
    _record(events.GIVEN, waiting, actor)
    return waiting, content


@transaction.atomic
def refuse_to_send(*, transmission: Transmission, user, actor: Actor) -> None:
    """Refuse as the second person. Raises PermissionDenied, Refused."""
    waiting = _to_answer(transmission, user)
    waiting.answered_by, waiting.refused_at = user, timezone.now()
    waiting.save(update_fields=["answered_by", "refused_at"])
    _record(events.REFUSED, waiting, actor)


@transaction.atomic
def note_recall(*, transmission: Transmission, user, actor: Actor) -> None:
    """Note that the recipient was told to delete what it was given; twice changes nothing."""
    if not has_role(user, *CONTACT_READERS):
        raise PermissionDenied
    due = Transmission.objects.to_recall().filter(pk=transmission.pk)
    if due.update(recalled_at=timezone.now()):
        _record(events.RECALLED, transmission, actor)


@transaction.atomic
def note_told_of_erasure(*, erased: ErasedGiving, user, actor: Actor) -> None:
    """Note that the recipient was told, and forget what was kept for it; twice changes nothing."""
    if not has_role(user, *CONTACT_READERS):
        raise PermissionDenied
    removed, _by_model = ErasedGiving.objects.filter(pk=erased.pk).delete()
    if removed:
        record(events.RECALLED, actor=actor, subject=erased.recipient)


def sent_of(registration: Registration) -> QuerySet[Transmission]:
    """Return what was given of a registration, the newest first, as the family sees it."""
    return (
        Transmission.objects.given().filter(registration=registration).select_related("recipient").order_by("-given_at")
    )


def _to_answer(transmission: Transmission, user) -> Transmission:
    if not has_role(user, *APPROVERS):
        raise PermissionDenied
    found = Transmission.objects.select_for_update().waiting().filter(pk=transmission.pk).first()
    if found is None:
        raise Refused(_("This request has been answered, or it is too old. Please look again."))
    if found.requested_by_id == user.pk:
        raise Refused(_("You asked for this yourself. Another person must answer it."))
    return found


def _check(registration: Registration, recipient: Recipient, data_classes: Collection[str]) -> None:
    """Refuse what the family does not agree to at this moment, class by class."""
    check_is_open(registration)
    if not data_classes or not all(allows(registration, recipient.kind, recipient, one) for one in data_classes):
        raise Refused(_("The family has not agreed to this. Nothing was given."))


def _record(code: str, transmission: Transmission, actor: Actor) -> None:
    data = {"recipient": str(transmission.recipient_id), "data_classes": transmission.data_classes}
    record(code, actor=actor, subject=transmission.registration, data=data)
