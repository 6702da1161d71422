"""Making, changing and moving registrations (floor 5)."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor, ActorKind
from portal.audit.services import record
from portal.confidential.blind import token
from portal.confidential.keyring import create_data_key
from portal.core.languages import guess_name_language, script_of
from portal.core.references import new_reference
from portal.names import keys
from portal.notifications.services.inbox import add_entry
from portal.organizations.models import Organization
from portal.registry import events
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.enums import TRANSITIONS, FilledBy, GivenBy, RegistrationState
from portal.registry.models import (
    AnswersSnapshot,
    Applicant,
    Draft,
    LastKnown,
    NameIndex,
    PersonName,
    PersonSought,
    Registration,
    Testimony,
)
from portal.registry.news import TALK_WISHED
from portal.registry.services.consents import answer_first, withdraw_givings
from portal.registry.services.happened import name_those_in_power, write_happened
from portal.registry.services.reviews import ask_review
from portal.registry.signals import registration_changed


class ImpossibleTransition(Exception):
    """A registration cannot go from its state to the one asked for."""


def register(
    *,
    content: RegistrationContent,
    actor: Actor,
    holder: AccessHolder | None = None,
    organization: Organization | None = None,
    filled_by: str = FilledBy.SELF,
    given_by: str = GivenBy.SELF,
    testimony: Testimony | None = None,
    external_id: str = "",
    draft: Draft | None = None,
    answers: dict | None = None,
    started_at: datetime | None = None,
    key_id: UUID | None = None,
) -> Registration:
    """Make a registration with all its rows in one transaction; the wrapped key is committed first.

    `answers` is the form's snapshot as sent. A holder or an organization is needed. With `testimony` a helper has
    heard what the person agrees to.
    """
    key_id = key_id or create_data_key(purpose="registration")
    now = timezone.now()
    with transaction.atomic():
        registration = Registration.objects.create(
            key_id=key_id,
            holder=holder,
            organization=organization,
            draft=draft,
            reference=_free_reference(),
            external_id=external_id,
            kind=content.kind,
            language=content.language,
            filled_by=filled_by,
            content_fingerprint=content.fingerprint(),
            started_at=started_at or now,
            # A clock that was put back meanwhile refuses nobody.
            submitted_at=max(now, started_at or now),
        )
        _write_content(registration, content)
        AnswersSnapshot.objects.create(key_id=key_id, registration=registration, answers=answers or {})
        organization_id = organization.pk if organization else None
        record(events.REGISTERED, actor=actor, subject=registration, organization_id=organization_id)
        answer_first(registration=registration, content=content, actor=actor, given_by=given_by, testimony=testimony)
        name_those_in_power(registration=registration, parties=content.happened.parties, actor=actor)
        ask_review(registration=registration, content=content, testimony=testimony)
        tell_changed(registration)
    return registration


@transaction.atomic
def replace_content(*, registration: Registration, content: RegistrationContent, actor: Actor) -> None:
    """Put new content in place of the old (a corrected row of an organization's list); consent is left alone."""
    registration.persons.all().delete()
    Applicant.objects.filter(registration=registration).delete()
    registration.kind, registration.language = content.kind, content.language
    registration.content_fingerprint = content.fingerprint()
    registration.save()
    _write_content(registration, content)
    record(events.CHANGED, actor=actor, subject=registration, organization_id=registration.organization_id)
    tell_changed(registration)


def amend_content(registration: Registration, content: RegistrationContent) -> None:
    """Write new content beside the old, inside the caller's transaction: what was told before stays, out of force."""
    now = timezone.now()
    NameIndex.objects.filter(person__registration=registration).delete()
    PersonSought.objects.filter(registration=registration).update(superseded_at=now)
    Applicant.objects.filter(registration=registration).update(superseded_at=now)
    registration.kind, registration.content_fingerprint = content.kind, content.fingerprint()
    registration.save()
    _write_content(registration, content)


@transaction.atomic
def change_state(*, registration: Registration, state: str, actor: Actor) -> None:
    """Move a registration to a state its present one leads to. Raises ImpossibleTransition."""
    current = Registration.objects.select_for_update().get(pk=registration.pk)
    if state not in TRANSITIONS[current.state] or (actor.kind == ActorKind.HOLDER and _is_ours(current.state, state)):
        raise ImpossibleTransition(f"{current.state} → {state}")
    current.state = state
    current.save(update_fields=["state", "updated_at"])
    registration.state = state
    record(events.STATE_CHANGED, actor=actor, subject=registration, data={"state": state})
    if state == RegistrationState.PLEASE_CONTACT and current.holder is not None:
        subject = f"{registration.pk} {timezone.now():%Y%m%dT%H%M%S}"
        add_entry(holder=current.holder, kind=TALK_WISHED, subject=subject, actor=actor)
    if state == RegistrationState.CLOSED:
        withdraw_givings(registration=registration, actor=actor)
    tell_changed(registration)


def _is_ours(present: str, state: str) -> bool:
    """A family goes on after its own pause alone: what staff closed is opened again by staff, who end the row."""
    return state == RegistrationState.REGISTERED and present != RegistrationState.PAUSED


def _free_reference() -> str:
    while Registration.objects.filter(reference=(reference := new_reference())).exists():
        pass
    return reference


def _write_content(registration: Registration, content: RegistrationContent) -> None:
    key_id = registration.key_id
    Applicant.objects.create(
        key_id=key_id,
        registration=registration,
        kind=content.applicant_kind,
        relationship=content.relationship,
        relationship_as_written=content.relationship_as_written,
        name=content.applicant_name,
        contact_wish=content.contact_wish,
    )
    person = PersonSought.objects.create(
        key_id=key_id,
        registration=registration,
        sex=content.sex,
        birth_date=content.birth_date,
        birth_date_as_said=content.birth_date_as_said,
        birth_place=content.birth_place,
        nationality=content.nationality,
    )
    LastKnown.objects.create(
        key_id=key_id,
        person=person,
        date_knowledge=content.date_knowledge,
        date=content.date,
        date_as_said=content.date_as_said,
        date_in_words=content.date_in_words,
        anchor=content.anchor,
        place_knowledge=content.place_knowledge,
        place_id=content.place_id,
        place_as_told=content.place_as_told,
        controlled_by=content.controlled_by,
    )
    for position, name in enumerate(content.names):
        _write_name(person, name, is_primary=position == 0)
    write_happened(person, content)


def _write_name(person: PersonSought, name: NameContent, *, is_primary: bool) -> None:
    written = name.as_written()
    PersonName.objects.create(
        key_id=person.key_id,
        person=person,
        kind=name.kind,
        script=script_of(written),
        language=name.language or guess_name_language(written),
        is_primary=is_primary,
        full_as_written=written,
        given=name.given,
        father=name.father,
        grandfather=name.grandfather,
        family=name.family,
        kunya=name.kunya,
        mother=name.mother,
        mother_father=name.mother_father,
        mother_family=name.mother_family,
        nisba=name.nisba,
        tribe=name.tribe,
    )
    NameIndex.objects.bulk_create(
        NameIndex(person=person, field=field, token=token(field, value), version=settings.BLIND_INDEX_VERSION)
        for field, values in keys(name.parsed()).items()
        for value in sorted(values)
    )


def tell_changed(registration: Registration) -> None:
    """Let higher floors know, after the commit."""
    key = registration.pk
    transaction.on_commit(lambda: registration_changed.send(sender=Registration, registration_id=key))
