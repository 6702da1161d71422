"""Adding organizations and their members (floor 3)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.services.roles import KeptApart, grant_role, revoke_role
from portal.audit.actors import Actor, ActorKind
from portal.audit.services import record

from . import events
from .models import Membership, MembershipRole, Organization, Recipient
from .signals import membership_changed, organization_saved


class NotFromOutside(Exception):
    """An auditor comes from another organization than the one that keeps the registry, and a verified one."""


@transaction.atomic
def create_organization(
    *, slug: str, names: dict[str, str], actor: Actor, is_verified: bool = False, keeps_the_registry: bool = False
) -> Organization:
    """Make an organization; `names` maps language codes to names, at least one. Only one keeps the registry."""
    organization = Organization(slug=slug, keeps_the_registry=keeps_the_registry)
    organization.verified_at = timezone.now() if is_verified else None
    organization.created_by_id = actor.id if actor.kind == ActorKind.STAFF else None
    for code, name in names.items():
        setattr(organization, f"name_{code}", name)
    organization.save()
    record(events.ORGANIZATION_CREATED, actor=actor, subject=organization, organization_id=organization.pk)
    transaction.on_commit(lambda: organization_saved.send(sender=Organization, organization=organization))
    return organization


@transaction.atomic
def verify_organization(*, organization: Organization, actor: Actor) -> None:
    """Verify as the second person; twice changes nothing. Raises PermissionDenied for who added it."""
    current = Organization.objects.select_for_update().get(pk=organization.pk)
    if actor.kind != ActorKind.STAFF or actor.id == current.created_by_id:
        raise PermissionDenied("a second person has to verify")
    if current.verified_at is not None:
        return
    current.verified_at, current.verified_by_id = timezone.now(), actor.id
    current.save(update_fields=["verified_at", "verified_by", "updated_at"])
    record(events.ORGANIZATION_VERIFIED, actor=actor, subject=current, organization_id=current.pk)
    transaction.on_commit(lambda: organization_saved.send(sender=Organization, organization=current))


@transaction.atomic
def add_member(*, organization: Organization, user: User, role: str, actor: Actor) -> Membership:
    """Let a user act for an organization; twice changes nothing. An auditor of it gets the role, and no other.

    Raises NotFromOutside and KeptApart (auditors), PermissionDenied (oneself as auditor).
    """
    if role == MembershipRole.AUDITOR:
        _check_auditor(organization, user)
    elif _audits(user):
        raise KeptApart
    membership, created = Membership.objects.get_or_create(
        organization=organization, user=user, role=role, ended_at=None
    )
    if created:
        record(events.MEMBER_ADDED, actor=actor, subject=user, organization_id=organization.pk, data={"role": role})
        transaction.on_commit(lambda: membership_changed.send(sender=Membership, user=user, organization=organization))
    if role == MembershipRole.AUDITOR:
        grant_role(user=user, role=Role.AUDITOR, actor=actor)
    return membership


def _check_auditor(organization: Organization, user: User) -> None:
    if organization.verified_at is None or organization.keeps_the_registry:
        raise NotFromOutside
    if Membership.objects.live().filter(user=user).exclude(role=MembershipRole.AUDITOR).exists():
        raise KeptApart


def _audits(user: User) -> bool:
    return Membership.objects.live().filter(user=user, role=MembershipRole.AUDITOR).exists()


@transaction.atomic
def remove_member(*, organization: Organization, user: User, actor: Actor) -> None:
    """End all memberships of a user in an organization. Who audits for none any more loses the role."""
    audited = _audits(user)
    ended = Membership.objects.live().filter(organization=organization, user=user).update(ended_at=timezone.now())
    if ended:
        record(events.MEMBER_REMOVED, actor=actor, subject=user, organization_id=organization.pk)
        if audited and not _audits(user):
            revoke_role(user=user, role=Role.AUDITOR, actor=actor)
        transaction.on_commit(lambda: membership_changed.send(sender=Membership, user=user, organization=organization))


@transaction.atomic
def add_recipient(*, actor: Actor, is_confirmed: bool = False, **fields) -> Recipient:
    """Add somebody to whom families may let information be given; `fields` are those of the model.

    A second person confirms it before any family is asked: see `confirm_recipient`.
    """
    recipient = Recipient.objects.create(
        added_by_id=actor.id if actor.kind == ActorKind.STAFF else None,
        confirmed_at=timezone.now() if is_confirmed else None,
        **fields,
    )
    record(events.RECIPIENT_ADDED, actor=actor, subject=recipient, data={"kind": recipient.kind})
    return recipient


@transaction.atomic
def confirm_recipient(*, recipient: Recipient, actor: Actor) -> None:
    """Confirm as the second person; twice changes nothing. Raises PermissionDenied for who added it."""
    current = Recipient.objects.select_for_update().get(pk=recipient.pk)
    if actor.kind != ActorKind.STAFF or actor.id == current.added_by_id:
        raise PermissionDenied("a second person has to confirm")
    if current.confirmed_at is not None:
        return
    current.confirmed_at, current.confirmed_by_id = timezone.now(), actor.id
    current.save(update_fields=["confirmed_at", "confirmed_by", "updated_at"])
    record(events.RECIPIENT_CONFIRMED, actor=actor, subject=current)


@transaction.atomic
def end_recipient(*, recipient: Recipient, actor: Actor) -> None:
    """Give it nothing any more, whatever families agreed to; twice changes nothing."""
    if Recipient.objects.filter(pk=recipient.pk, is_active=True).update(is_active=False, updated_at=timezone.now()):
        record(events.RECIPIENT_ENDED, actor=actor, subject=recipient)
