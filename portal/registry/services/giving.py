"""Asking a family whether something may be given to a recipient, and whom they fear (floor 5; R-100, R-106)."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.notifications.services.inbox import add_entry
from portal.organizations.models import Recipient
from portal.registry import events
from portal.registry.consent import allows
from portal.registry.enums import DataClass, Purpose
from portal.registry.models import ConsentQuestion, NamedAuthority, Registration
from portal.registry.need import CONTACT_READERS
from portal.registry.services.consents import withdraw_consent

QUESTION_KIND = "consent.question"


class CannotBeAsked(Exception):
    """The family has no page here, its registration is paused or closed, or the recipient is not confirmed."""


@transaction.atomic
def ask_to_give(
    *, registration: Registration, recipient: Recipient, data_classes: Collection[str], user, actor: Actor
) -> ConsentQuestion:
    """Ask on her page whether classes of data may be given; the same question that is still open stays as it is.

    She is told that there is news only where she agreed to be contacted. Raises PermissionDenied, CannotBeAsked.
    """
    if not has_role(user, *CONTACT_READERS):
        raise PermissionDenied
    is_usable = Recipient.objects.usable().filter(pk=recipient.pk).exists()
    if registration.holder is None or not registration.takes_part or not is_usable:
        raise CannotBeAsked
    asked = [data_class for data_class in DataClass.values if data_class in data_classes]
    question, created = ConsentQuestion.objects.get_or_create(
        registration=registration,
        recipient=recipient,
        answered_at=None,
        defaults={"data_classes": asked, "proposed_by": user},
    )
    if created:
        record(events.CONSENT_ASKED, actor=actor, subject=registration, data={"recipient": str(recipient.pk)})
        if allows(registration, Purpose.CONTACT):
            add_entry(holder=registration.holder, kind=QUESTION_KIND, subject=str(question.pk), actor=actor)
    return question


@transaction.atomic
def name_authority(*, registration: Registration, authority: str, actor: Actor) -> None:
    """Note that the family names an authority: its bodies are given nothing, and what was agreed is withdrawn."""
    _naming, created = NamedAuthority.objects.get_or_create(
        registration=registration, authority=authority, ended_at=None
    )
    if not created:
        return
    record(events.AUTHORITY_NAMED, actor=actor, subject=registration)
    for recipient in Recipient.objects.filter(authority=authority):
        withdraw_consent(registration=registration, purpose=recipient.kind, recipient=recipient, actor=actor)


@transaction.atomic
def unname_authority(*, registration: Registration, authority: str, actor: Actor) -> None:
    """Note that the family no longer names an authority. What was agreed before does not come back by itself."""
    live = NamedAuthority.objects.filter(registration=registration, authority=authority, ended_at__isnull=True)
    if live.update(ended_at=timezone.now()):
        record(events.AUTHORITY_UNNAMED, actor=actor, subject=registration)
