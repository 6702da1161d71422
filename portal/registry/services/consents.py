"""Answering and withdrawing consent; the ledger only grows (floor 5)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record, record_each
from portal.organizations.models import Recipient
from portal.registry import events
from portal.registry.ages import coming_of_age, coming_of_age_as_told
from portal.registry.consent import is_barred
from portal.registry.consent_texts import TEXT_VERSION, keep_texts, text_about, text_hash, text_shown
from portal.registry.content import RegistrationContent
from portal.registry.enums import Answer, DataClass, GivenBy
from portal.registry.models import ConsentLine, ConsentQuestion, Registration, Testimony
from portal.registry.signals import giving_ended, registration_changed

# A yes to giving something holds that long; then it is asked again. So is every answer of who was a child.
GIVING_DAYS = 730


@dataclass(frozen=True)
class _Said:
    """One answer with the words of its question."""

    purpose: str
    answer: str
    text: str
    data_class: str = ""


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
    said = _said(answers, language)
    _write(registration, said, recipient=None, language=language, actor=actor, given_by=given_by)


def answer_first(
    *,
    registration: Registration,
    content: RegistrationContent,
    actor: Actor,
    given_by: str = GivenBy.SELF,
    testimony: Testimony | None = None,
) -> None:
    """Write the answers of a registration that is being made, inside the caller's transaction.

    What a helper heard names the testimony as its proof.
    """
    now, comes_of_age = timezone.now(), coming_of_age_as_told(content, testimony)
    _add(
        registration,
        _said(content.consents, content.language),
        now=now,
        expires_at=comes_of_age if comes_of_age and comes_of_age > now else None,
        language=content.language,
        actor=actor,
        given_by=GivenBy.TESTIMONY if testimony else given_by,
        testimony=testimony,
    )


@transaction.atomic
def answer_about(
    *,
    registration: Registration,
    recipient: Recipient,
    asked: Collection[str],
    agreed: Collection[str],
    language: str,
    actor: Actor,
    given_by: str = GivenBy.SELF,
) -> bool:
    """Answer yes for the classes of data that are agreed, no for the others that were asked; end the open question.

    Return whether anything may be given now: nothing to a body of an authority that the family names, whatever is
    agreed.
    """
    agreed = () if is_barred(registration, recipient) else agreed
    said = [
        _Said(
            recipient.kind,
            Answer.YES if data_class in agreed else Answer.NO,
            text_about(recipient, data_class, language),
            data_class,
        )
        for data_class in DataClass.values
        if data_class in asked
    ]
    before = _agreed(registration, recipient)
    _write(registration, said, recipient=recipient, language=language, actor=actor, given_by=given_by)
    _tell_ended(registration, recipient, before - _agreed(registration, recipient))
    questions = ConsentQuestion.objects.filter(registration=registration, recipient=recipient)
    questions.filter(answered_at__isnull=True).update(answered_at=timezone.now())
    return any(one.answer == Answer.YES for one in said)


@transaction.atomic
def withdraw_consent(
    *, registration: Registration, purpose: str, actor: Actor, recipient: Recipient | None = None
) -> bool:
    """Withdraw the answers in force to a question, for all classes of data; return whether there was one."""
    lines = ConsentLine.objects.in_force().filter(registration=registration, purpose=purpose, recipient=recipient)
    before = _agreed(registration, recipient) if recipient else set()
    if not lines.update(withdrawn_at=timezone.now()):
        return False
    data = {"purpose": str(purpose), **_named(recipient)}
    record(events.CONSENT_WITHDRAWN, actor=actor, subject=registration, data=data)
    if recipient:
        _tell_ended(registration, recipient, before)
    _tell(registration)
    return True


def withdraw_givings(*, registration: Registration, actor: Actor) -> None:
    """Withdraw every yes to giving something, as somebody does who withdraws the registration (R-101)."""
    given = ConsentLine.objects.in_force().filter(registration=registration, recipient__isnull=False)
    for recipient in Recipient.objects.filter(pk__in=given.values("recipient")):
        withdraw_consent(registration=registration, purpose=recipient.kind, recipient=recipient, actor=actor)


def _said(answers: Mapping[str, str], language: str) -> list[_Said]:
    return [_Said(purpose, answer, text_shown(purpose, language)) for purpose, answer in answers.items()]


@transaction.atomic
def _write(
    registration: Registration, said: list[_Said], *, recipient: Recipient | None, actor: Actor, **how: Any
) -> None:
    if not said:
        return
    now = timezone.now()
    older = ConsentLine.objects.in_force().filter(registration=registration, recipient=recipient)
    older.filter(purpose__in={one.purpose for one in said}, data_class__in={one.data_class for one in said}).update(
        replaced_at=now
    )
    expires_at = expiry_of(registration, now, is_giving=recipient is not None)
    _add(registration, said, now=now, expires_at=expires_at, recipient=recipient, actor=actor, **how)
    _tell(registration)


def _add(
    registration: Registration,
    said: list[_Said],
    *,
    now: datetime,
    expires_at: datetime | None,
    language: str,
    actor: Actor,
    given_by: str,
    recipient: Recipient | None = None,
    testimony: Testimony | None = None,
) -> None:
    keep_texts((one.text for one in said), language)
    ConsentLine.objects.bulk_create(
        ConsentLine(
            registration=registration,
            purpose=one.purpose,
            recipient=recipient,
            data_class=one.data_class,
            answer=one.answer,
            given_by=given_by,
            testimony=testimony,
            text_version=TEXT_VERSION,
            text_hash=text_hash(one.text),
            language=language,
            given_at=now,
            expires_at=expires_at,
        )
        for one in said
    )
    record_each(
        events.CONSENT_GIVEN,
        actor=actor,
        subject=registration,
        organization_id=registration.organization_id,
        data=[
            {"purpose": str(one.purpose), "answer": str(one.answer), **_named(recipient, one.data_class)}
            for one in said
        ],
    )


def _named(recipient: Recipient | None, data_class: str = "") -> dict[str, str]:
    named = {"recipient": str(recipient.pk)} if recipient else {}
    return {**named, "data_class": data_class} if data_class else named


def expiry_of(registration: Registration, given_at: datetime, *, is_giving: bool) -> datetime | None:
    """Return when an answer given at a moment ends: what is given after two years, every answer of a child at 18."""
    ends = [given_at + timedelta(days=GIVING_DAYS)] if is_giving else []
    if (coming := coming_of_age(registration)) and coming > given_at:
        ends.append(coming)
    return min(ends, default=None)


def _agreed(registration: Registration, recipient: Recipient) -> set[str]:
    lines = ConsentLine.objects.in_force().filter(registration=registration, recipient=recipient, answer=Answer.YES)
    return set(lines.values_list("data_class", flat=True))


def _tell_ended(registration: Registration, recipient: Recipient, data_classes: set[str]) -> None:
    if data_classes:
        giving_ended.send(
            sender=Registration,
            registration_id=registration.pk,
            recipient_id=recipient.pk,
            data_classes=data_classes,
        )


def _tell(registration: Registration) -> None:
    key = registration.pk
    transaction.on_commit(lambda: registration_changed.send(sender=Registration, registration_id=key))
