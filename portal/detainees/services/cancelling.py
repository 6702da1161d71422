"""Setting a list aside: its rows are deleted and their key destroyed (floor 5)."""

from django.db import transaction

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import destroy_data_key
from portal.detainees import events
from portal.detainees.enums import BatchState
from portal.detainees.models import Batch
from portal.detainees.policies import check_can_become


@transaction.atomic
def cancel_batch(*, batch: Batch, actor: Actor) -> Batch:
    """Cancel a list that is not imported; a second time changes nothing. Raises ImpossibleStep."""
    current = Batch.objects.select_for_update().get(pk=batch.pk)
    if current.state == BatchState.CANCELLED:
        return current
    check_can_become(current, BatchState.CANCELLED)
    current.rows.all().delete()
    # Headings and words go with the rows: they open with the same key.
    current.header = current.meanings = current.unknown_words = None
    current.state = BatchState.CANCELLED
    current.save()
    record(events.LIST_CANCELLED, actor=actor, subject=current)
    key_id = current.key_id
    transaction.on_commit(lambda: destroy_data_key(key_id))
    return current
