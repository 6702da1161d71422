"""Planting an invented registration: it looks like any other, takes part in nothing, and nobody's work leads to it."""

import secrets
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.accounts.services.holders import create_holder
from portal.accounts.services.planting import note_planted
from portal.audit.actors import SYSTEM
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.enums import REGISTRATION_PURPOSES, Answer, Knowledge, RegistrationState
from portal.registry.models import Registration

from .registrations import change_state, register

# It agrees to nothing, so that it is compared with nobody, given to nobody and reached by nobody.
_AGREES_TO_NOTHING = {purpose.value: Answer.NO.value for purpose in REGISTRATION_PURPOSES}
_RELATIVES = ("mother", "father", "sister", "brother")
_SINCE_DAYS = (90, 500)


def plant_registration(
    *, name: str, mother: str, language: str, birth_year: int, birth_place: str, year: int, place: str, by: User
) -> Registration:
    """Plant one for an administrator, dated some months back and resting. Raises PermissionDenied.

    Its page belongs to nobody: the code is thrown away.
    """
    if not has_role(by, Role.ADMINISTRATOR):
        raise PermissionDenied("an administrator plants records")
    content = RegistrationContent(
        names=(NameContent(full=name, mother=mother),),
        language=language,
        relationship=secrets.choice(_RELATIVES),
        birth_date=str(birth_year),
        birth_place=birth_place,
        date=str(year),
        date_knowledge=Knowledge.KNOWN,
        place_as_told=place,
        place_knowledge=Knowledge.KNOWN if place else Knowledge.NOT_ASKED,
        consents=_AGREES_TO_NOTHING,
    )
    holder, _code = create_holder(language=language, actor=SYSTEM)
    with transaction.atomic():
        registration = register(content=content, actor=SYSTEM, holder=holder)
        for state in (RegistrationState.REGISTERED, RegistrationState.PAUSED):
            change_state(registration=registration, state=state, actor=SYSTEM)
        sent = _some_time_ago()
        dates = {"started_at": sent, "submitted_at": sent, "created_at": sent, "updated_at": sent}
        Registration.objects.filter(pk=registration.pk).update(**dates)
        note_planted(subject=registration.pk, by=by)
    return registration


def _some_time_ago() -> datetime:
    first, last = _SINCE_DAYS
    days = first + secrets.randbelow(last - first)
    return timezone.now() - timedelta(days=days, seconds=secrets.randbelow(86_400))
