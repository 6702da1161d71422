"""A caseworker moves a registration on (floor 5)."""

from portal.audit.actors import Actor
from portal.registry.casework import may_be_contacted, needs_family_wish
from portal.registry.enums import CLOSED_BY_US, RegistrationState
from portal.registry.models import Registration
from portal.registry.services.registrations import ImpossibleTransition, change_state


class OnlyAtFamilyWish(Exception):
    """This step needs the family's own wish, and nobody said that there is one."""


class NotAgreed(Exception):
    """The family has not agreed to be contacted."""


class NotReleased(Exception):
    """Somebody has first to say that it is from a person."""


def move_file(*, registration: Registration, state: str, is_family_wish: bool, actor: Actor) -> None:
    """Move a registration to `state`; the same click twice changes nothing.

    Raises OnlyAtFamilyWish, NotReleased, NotAgreed, and ImpossibleTransition where somebody else has moved it on.
    """
    registration.refresh_from_db(fields=["state", "trust"])
    if registration.state == state:
        return
    is_wish = needs_family_wish(registration.state, state)
    if state in CLOSED_BY_US or (registration.state in CLOSED_BY_US and not is_wish):
        # closing says why, and opening again ends that row: see `closing`
        raise ImpossibleTransition(f"{registration.state} → {state}")
    if is_wish and not is_family_wish:
        raise OnlyAtFamilyWish
    if not is_wish and not registration.is_trusted:
        raise NotReleased
    if state == RegistrationState.PLEASE_CONTACT and not may_be_contacted(registration):
        raise NotAgreed
    try:
        change_state(registration=registration, state=state, actor=actor)
    except ImpossibleTransition:
        registration.refresh_from_db(fields=["state"])
        if registration.state != state:
            raise
