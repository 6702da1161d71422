"""Answering and withdrawing consent; the ledger only grows (floor 5)."""

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.consent_texts import TEXT_VERSION, text_hash
from portal.registry.enums import GivenBy
from portal.registry.models import ConsentLine, Registration
from portal.registry.signals import registration_changed


@transaction.atomic
def answer_consent(
    *,
    registration: Registration,
    purpose: str,
    answer: str,
    language: str,
    actor: Actor,
    given_by: str = GivenBy.SELF,
) -> ConsentLine:
    """Write a new line; an older answer to the same question is kept as replaced. Takes effect at once."""
    now = timezone.now()
    ConsentLine.objects.in_force().filter(registration=registration, purpose=purpose).update(replaced_at=now)
    line = ConsentLine.objects.create(
        registration=registration,
        purpose=purpose,
        answer=answer,
        given_by=given_by,
        text_version=TEXT_VERSION,
        text_hash=text_hash(purpose, language),
        language=language,
        given_at=now,
    )
    record(
        events.CONSENT_GIVEN,
        actor=actor,
        subject=registration,
        organization_id=registration.organization_id,
        data={"purpose": purpose, "answer": answer},
    )
    _tell(registration)
    return line


@transaction.atomic
def withdraw_consent(*, registration: Registration, purpose: str, actor: Actor) -> bool:
    """Withdraw the answer in force; return whether there was one."""
    lines = ConsentLine.objects.in_force().filter(registration=registration, purpose=purpose)
    if not lines.update(withdrawn_at=timezone.now()):
        return False
    record(events.CONSENT_WITHDRAWN, actor=actor, subject=registration, data={"purpose": purpose})
    _tell(registration)
    return True


def _tell(registration: Registration) -> None:
    key = registration.pk
    transaction.on_commit(lambda: registration_changed.send(sender=Registration, registration_id=key))
