"""The only ways to a registration: each checks, logs the read and answers one uniform "not found" (floor 5)."""

from uuid import UUID

from django.http import Http404

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder
from portal.accounts.permissions import has_role
from portal.accounts.reading import record_reading
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.notifications.models import SafeChannel

from . import events
from .enums import ReadPurpose
from .models import Registration
from .need import CONTACT_READERS, check_need
from .purposes import purpose_of

# Who may read a registration in the office.
READERS = (Role.CASEWORKER, Role.REVIEWER, Role.SUPERVISOR)


def access_registration(key: UUID, *, user, purpose: str) -> Registration:
    """Return a registration for a member of staff, logged. Raises Http404 where there is none or no right to it.

    Who answers families opens those that she needs to know (see `need`), and says for what where nobody knows it: then
    PurposeNeeded is raised. Who only compares is led here by a pair.
    """
    registration = Registration.objects.filter(pk=key).select_related("holder", "organization").first()
    if registration is None or not has_role(user, *READERS):
        raise Http404
    if has_role(user, *CONTACT_READERS):
        check_need(registration, user=user, in_emergency=True)
        purpose = purpose_of(registration, user=user) if purpose == ReadPurpose.CASEWORK else purpose
    record_reading(
        events.VIEWED,
        user=user,
        subjects=[registration],
        organization_id=registration.organization_id,
        purpose=purpose,
    )
    return registration


def access_channels(registration: Registration, *, user) -> list[SafeChannel]:
    """Return the live safe channels of a registration that was read just now, to be shown masked. Raises Http404.

    Whoever shows one goes through `access_channel`.
    """
    if not has_role(user, *CONTACT_READERS):
        raise Http404
    if registration.holder_id is None:
        return []
    return list(SafeChannel.objects.filter(holder_id=registration.holder_id, ended_at__isnull=True).order_by("kind"))


def access_channel(key: UUID, *, registration: Registration, user, purpose: str) -> SafeChannel:
    """Return one live safe channel in order to show it, logged as a reading of its own. Raises Http404 (R-14, R-25)."""
    channel = next((one for one in access_channels(registration, user=user) if one.pk == key), None)
    if channel is None:
        raise Http404
    data = {"registration": str(registration.pk), "kind": channel.kind}
    record_reading(events.CONTACT_SHOWN, user=user, subjects=[channel], purpose=purpose, data=data)
    return channel


def registration_to_move(key: UUID, *, user, in_emergency: bool = False) -> Registration:
    """Return a registration in order to move it on; nothing of it is shown, so no reading is logged. Raises Http404.

    In an emergency little is moved: else who opened a file for an hour could take it for ever.
    """
    registration = Registration.objects.filter(pk=key).first()
    if registration is None or not has_role(user, *CONTACT_READERS):
        raise Http404
    check_need(registration, user=user, in_emergency=in_emergency)
    return registration


def own_registration_to_add_to(*, holder: AccessHolder, reference: str) -> Registration:
    """Return the holder's own registration in order to add to it; nothing of it is shown, so no reading is logged.

    Raises Http404.
    """
    registration = Registration.objects.of_holder(holder).filter(reference=reference).first()
    if registration is None:
        raise Http404
    return registration


def access_own_registration(*, holder: AccessHolder, key: UUID | None = None) -> Registration:
    """Return the holder's own registration (the latest without `key`), logged. Raises Http404."""
    owned = Registration.objects.of_holder(holder).order_by("-submitted_at")
    registration = (owned.filter(pk=key) if key else owned).first()
    if registration is None:
        raise Http404
    record(events.VIEWED, actor=Actor.holder(holder.pk), subject=registration, purpose="own")
    return registration
