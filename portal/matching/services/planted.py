"""What planted records are found by, and taking them away again: of both sides, so above them (floor 6; R-23)."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.accounts.models import PlantedRecord, User
from portal.accounts.services.planting import may_withdraw, note_withdrawn
from portal.audit.actors import SYSTEM
from portal.detainees.models import DetaineeRecord
from portal.detainees.services.writing import withdraw_records
from portal.registry.models import Registration
from portal.registry.services.erasure import erase


def withdraw_planted(*, planted: PlantedRecord, by: User) -> None:
    """Take a planted record away, for who planted it. Raises PermissionDenied.

    A registration is erased like one of a family. A record of a list stays as one whose lists were taken back.
    """
    if not may_withdraw(by, planted):
        raise PermissionDenied("who planted a record withdraws it")
    if registration := Registration.objects.filter(pk=planted.key()).first():
        erase(registration=registration, actor=SYSTEM)
    with transaction.atomic():
        withdraw_records(list(DetaineeRecord.objects.listed().filter(pk=planted.key())))
        note_withdrawn(planted, by=by)


def names_of_planted(rows: Iterable[PlantedRecord]) -> dict[UUID, tuple[str, str]]:
    """Return by key what a planted record is found by: its number, and of a record of a list the source."""
    keys = [row.key() for row in rows]
    registrations = Registration.objects.filter(pk__in=keys).values_list("pk", "reference")
    records = DetaineeRecord.objects.filter(pk__in=keys).values_list("pk", "external_id", "source__name")
    return {
        **{key: (reference, "") for key, reference in registrations},
        **{key: (number, source) for key, number, source in records},
    }
