"""A new key for sealed notes: every note is sealed anew, and the old private key is destroyed (floor 5; R-32).

Killed in between, nothing is lost: older versions open until nothing is sealed to them. They are destroyed an hour
later at the earliest, so that a note that was on its way to the old key is sealed anew as well.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.cipher import KeyNotHere
from portal.confidential.models import TeamKey
from portal.confidential.secrets import outside_secret
from portal.confidential.team_opening import open_for_team, version_of
from portal.confidential.team_sealing import current_team_key, make_team_key, seal_for_team
from portal.registry import events
from portal.registry.models import SealedNote

_GRACE = timedelta(hours=1)


def renew_team_key(*, actor: Actor) -> int:
    """Make the next version and seal all notes to it; return how many. `finish_renewal` destroys what it replaces.

    Raises KeyNotHere where the key stands under a secret that is not on this machine: its successor must not stand
    under less, and the notes could not be opened.
    """
    newest = current_team_key()
    if newest.is_outside and outside_secret() is None:
        raise KeyNotHere
    version = make_team_key(newest.version + 1).version
    count = _seal_all_anew(version)
    record(events.SEALED_KEY_RENEWED, actor=actor, data={"version": version, "count": count})
    return count


def finish_renewal() -> int:
    """Destroy versions that were replaced more than an hour ago; return how many. For run_periodic.

    What a broken run has left sealed to them is sealed anew first. Raises KeyNotHere.
    """
    newest = TeamKey.objects.order_by("-version").first()
    if newest is None or newest.created_at > timezone.now() - _GRACE:
        return 0
    replaced = TeamKey.objects.filter(version__lt=newest.version, destroyed_at__isnull=True)
    if not replaced.exists():
        return 0
    _seal_all_anew(newest.version)
    return replaced.update(wrapped=b"", destroyed_at=timezone.now())


def _seal_all_anew(version: int) -> int:
    return sum(_seal_anew(key, version) for key in list(SealedNote.objects.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def _seal_anew(key: UUID, version: int) -> bool:
    note = SealedNote.objects.select_for_update().filter(pk=key).first()
    if note is None or version_of(note.envelope) == version:
        return False
    note.envelope = seal_for_team(open_for_team(note.envelope, bound_to=note.bound_to()), bound_to=note.bound_to())
    note.save(update_fields=["envelope"])
    return True
