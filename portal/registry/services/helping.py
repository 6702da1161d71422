"""A helper fills in with a person: first what the person agrees to, as testimony; at the end a code (floor 5)."""

from dataclasses import asdict, dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from portal.accounts.models import User
from portal.accounts.services.holders import create_holder, replace_return_code
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.organizations.models import Organization
from portal.organizations.permissions import organizations_helped_for
from portal.registry import events
from portal.registry.models import Registration, Testimony
from portal.registry.testimonies import heard_lines, may_hand_over

from .consents import answer_consents, withdraw_consent
from .drafts import start_draft


@dataclass(frozen=True)
class Heard:
    """What the helper heard, as `Testimony` keeps it."""

    person_name: str
    way: str
    language: str
    can_read: str
    authority: str
    language_in_words: str = ""
    read_aloud_by: str = ""
    speaker: str = ""
    birth_year: str = ""


def begin_helping(*, token: UUID, user: User, organization: Organization, heard: Heard, language: str) -> Testimony:
    """Record the testimony and open a draft for a person new to us; sent twice (one token) it is begun once.

    `language` is the one in which the questions are shown. The first code is known to nobody: one is handed over at
    the end. Raises PermissionDenied for who does not act for the organization.
    """
    if known := Testimony.objects.filter(pk=token, recorded_by=user).first():
        return known
    if not organizations_helped_for(user).filter(pk=organization.pk).exists():
        raise PermissionDenied("not a caseworker of this organization")
    actor = Actor.staff(user.pk)
    holder, _code = create_holder(language=language, actor=actor)
    draft = start_draft(holder=holder, language=language, actor=actor)
    testimony = Testimony(
        pk=token, key_id=draft.key_id, draft=draft, organization=organization, recorded_by=user, **asdict(heard)
    )
    try:
        with transaction.atomic():
            testimony.save(force_insert=True)
            record(events.TESTIMONY_RECORDED, actor=actor, subject=draft, organization_id=organization.pk)
    except IntegrityError:  # the second click was faster; its own draft lapses by itself
        return Testimony.objects.get(pk=token, recorded_by=user)
    return testimony


@transaction.atomic
def hand_over_code(*, testimony: Testimony, actor: Actor) -> str | None:
    """Return a code for the person, and end the one before; None once its time is over or the page was opened."""
    if not may_hand_over(testimony):
        return None
    return replace_return_code(holder=testimony.draft.holder, actor=actor)


@transaction.atomic
def confirm_heard(*, registration: Registration, language: str, actor: Actor) -> None:
    """She says herself what a helper had heard: the same answers, now her own."""
    answers = {line.purpose: line.answer for line in heard_lines(registration)}
    answer_consents(registration=registration, answers=answers, language=language, actor=actor)


@transaction.atomic
def withdraw_heard(*, registration: Registration, actor: Actor) -> None:
    """She takes back everything that a helper had heard. It takes effect at once."""
    for line in list(heard_lines(registration)):
        withdraw_consent(registration=registration, purpose=line.purpose, actor=actor)
