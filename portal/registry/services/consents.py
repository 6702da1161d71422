"""Answering and withdrawing consent; the ledger only grows (floor 5)."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.consent_texts import TEXT_VERSION, keep_texts, text_hash, text_shown
from portal.registry.enums import GivenBy
from portal.registry.models import ConsentLine, Registration
from portal.registry.signals import registration_changed


def answer_consent(
    *,
    registration: Registration,
    purpose: str,
    answer: str,
    language: str,
    actor: Actor,
    given_by: str = GivenBy.SELF,
) -> None:
    """Answer one question; see `answer_consents`."""
    answer_consents(
        registration=registration, answers={purpose: answer}, language=language, actor=actor, given_by=given_by
    )


@transaction.atomic
def answer_consents(
    *,
    registration: Registration,
    answers: Mapping[str, str],
    language: str,
    actor: Actor,
    given_by: str = GivenBy.SELF,
) -> None:
    """Write a new line for each question that is answered; older answers are kept as replaced. Takes effect at once.

    `language` is the one in which the questions were shown; their words are kept.
    """
    if not answers:
        return
    now = timezone.now()
    texts = {purpose: text_shown(purpose, language) for purpose in answers}
    keep_texts(texts.values(), language)
    ConsentLine.objects.in_force().filter(registration=registration, purpose__in=answers).update(replaced_at=now)
    ConsentLine.objects.bulk_create(
        ConsentLine(
            registration=registration,
            purpose=purpose,
            answer=answer,
            given_by=given_by,
            text_version=TEXT_VERSION,
            text_hash=text_hash(texts[purpose]),
            language=language,
            given_at=now,
        )
        for purpose, answer in answers.items()
    )
    for purpose, answer in answers.items():
        data = {"purpose": str(purpose), "answer": str(answer)}
        record(
            events.CONSENT_GIVEN,
            actor=actor,
            subject=registration,
            organization_id=registration.organization_id,
            data=data,
        )
    _tell(registration)


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
