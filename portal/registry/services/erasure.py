"""Erasing a registration with all that hangs on it, for good and in old backups too (floor 5; R-34).

Rows and the entry in the ledger go in one transaction; then the data keys are destroyed, so that what an old backup
holds cannot be opened. Broken off between the two, the periodic work finishes it. Restored from an old backup, both
databases are brought back to this state by `reapply`, from a copy of the ledger that lies outside of them.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import models, router, transaction
from django.db.models.deletion import Collector
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import destroy_data_key
from portal.confidential.models import ConfidentialModel
from portal.confidential.traces import drop_traces
from portal.notifications.models import InboxEntry
from portal.registry import events
from portal.registry.models import Draft, Erasure, Registration
from portal.registry.news import MESSAGE_WRITTEN
from portal.registry.services.holds import is_held
from portal.registry.signals import erasing
from portal.support.services import forget_reference, reports_to_erase

from .registrations import tell_changed


class Held(Exception):
    """A court has ordered that this registration be kept."""


class _Everything(Collector):
    """Collects every row that a deletion takes along, so that its keys are known."""

    def can_fast_delete(self, objs, from_field=None) -> bool:
        return False


def erase(*, registration: Registration, actor: Actor) -> Erasure:
    """Erase a registration, and its holder where nothing else of hers is left. Raises Held."""
    with transaction.atomic():
        locked = Registration.objects.select_for_update().get(pk=registration.pk)
        if is_held(locked):
            raise Held
        record(events.ERASED, actor=actor, subject=locked, organization_id=locked.organization_id)
        erasure = _erase_rows(locked)
    finish(erasure)
    return erasure


def finish_all() -> int:
    """Destroy the keys of erasures that were broken off; return how many there were. For run_periodic."""
    unfinished = list(Erasure.objects.filter(finished_at__isnull=True))
    for erasure in unfinished:
        finish(erasure)
    return len(unfinished)


def finish(erasure: Erasure) -> None:
    """Write the ledger's copy, destroy the keys, and say that it is done. Idempotent."""
    _write_copy(erasure)
    for key in erasure.data_keys:
        destroy_data_key(UUID(key))
    erasure.finished_at = timezone.now()
    erasure.save(update_fields=["finished_at"])
    drop_traces()


def reapply(entries: Iterable[dict], *, actor: Actor) -> int:
    """Erase again what the ledger says was erased; return how many registrations had come back.

    Entries are those of `as_entry`. Keys are destroyed whether or not the rows came back, and no order to keep stops
    it: what was erased once was erased lawfully.
    """
    count = 0
    for entry in entries:
        with transaction.atomic():
            known = Erasure.objects.filter(registration_key=entry["registration"]).first()
            erasure = known or Erasure(
                registration_key=UUID(entry["registration"]),
                holder_key=UUID(entry["holder"]) if entry["holder"] else None,
                data_keys=entry["keys"],
                erased_at=entry["erased_at"],
            )
            back = Registration.objects.filter(pk=entry["registration"]).first()
            if back is not None:
                count += 1
                record(events.ERASED, actor=actor, subject=back, purpose="restored")
                erasure.data_keys = sorted({*erasure.data_keys, *_take(back)})
            holder = AccessHolder.objects.filter(pk=erasure.holder_key).first() if erasure.holder_key else None
            if holder is not None and not holder.registrations.exists():
                erasure.data_keys = sorted({*erasure.data_keys, *_delete([holder, *_decoy(holder)])})
            erasure.save()
        for key in erasure.data_keys:
            destroy_data_key(UUID(key))
        Erasure.objects.filter(pk=erasure.pk).update(finished_at=timezone.now())
    drop_traces()
    return count


def as_entry(erasure: Erasure) -> dict:
    """Return an erasure as a line of the ledger's copy: random keys and a time."""
    return {
        "registration": str(erasure.registration_key),
        "holder": str(erasure.holder_key) if erasure.holder_key else "",
        "keys": erasure.data_keys,
        "erased_at": erasure.erased_at.isoformat(),
    }


def _erase_rows(registration: Registration) -> Erasure:
    holder = registration.holder
    key = registration.pk
    keys = _take(registration)
    is_last = holder is not None and not holder.registrations.exists() and not _has_open_draft(holder)
    if holder is not None and is_last:
        holder_key = holder.pk
        keys |= _delete([holder, *_decoy(holder)])
    else:
        holder_key = None
    return Erasure.objects.create(
        registration_key=key, holder_key=holder_key, data_keys=sorted(keys), erased_at=timezone.now()
    )


def _take(registration: Registration) -> set[str]:
    """Delete one registration. News that a message came hangs on the holder, who may stay."""
    letters = [str(key) for key in registration.messages.values_list("pk", flat=True)]
    InboxEntry.objects.filter(kind=MESSAGE_WRITTEN, subject__in=letters).delete()
    reports = reports_to_erase(holder=registration.holder, reference=registration.reference)
    erasing.send(sender=Registration, registration=registration)
    tell_changed(registration)
    keys = _delete([registration, *reports, *Draft.objects.filter(registration=registration)])
    forget_reference(reference=registration.reference)
    return keys


def _decoy(holder: AccessHolder) -> list[AccessHolder]:
    """The empty page that a second PIN opens: it is hers too."""
    return [holder.decoy] if holder.decoy else []


def _has_open_draft(holder: AccessHolder) -> bool:
    return Draft.objects.filter(holder=holder, submitted_at__isnull=True).exists()


def _delete(roots: list[models.Model]) -> set[str]:
    """Delete rows with everything that hangs on them; return the data keys that no row is left to need.

    Each row is deleted as an object: an app that keeps more than rows hears of it by Django's `post_delete`.
    """
    collector = _Everything(using=router.db_for_write(Registration))
    for root in roots:
        collector.collect([root])
    keys = {row.key_id for _model, row in collector.instances_with_model() if isinstance(row, ConfidentialModel)}
    collector.delete()
    return {str(key) for key in keys - _in_use(keys)}


def _in_use(keys: set[UUID]) -> set[UUID]:
    """The keys that rows which stay are sealed with."""
    found: set[UUID] = set()
    for model in apps.get_models():
        if issubclass(model, ConfidentialModel) and not model._meta.proxy:
            found |= set(model._base_manager.filter(key_id__in=keys).values_list("key_id", flat=True))
    return found


def _write_copy(erasure: Erasure) -> None:
    """Add a line to the copy outside the databases, on the disk before any key is destroyed."""
    path = Path(settings.ERASURE_LEDGER)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    line = json.dumps(as_entry(erasure), separators=(",", ":")) + "\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())
