"""Access holders and their return codes."""

from django.db import transaction
from django.utils import timezone

from portal.accounts import events
from portal.accounts.codes import code_digest
from portal.accounts.models import AccessHolder, ReturnCode
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_key
from portal.core.references import new_return_code


def create_holder(*, language: str, actor: Actor) -> tuple[AccessHolder, str]:
    """Make a holder and her first return code; return both. The code is shown now and never stored readable."""
    key_id = create_data_key(purpose="holder")
    code = new_return_code()
    digest = code_digest(code)
    with transaction.atomic():
        holder = AccessHolder.objects.create(key_id=key_id, language=language)
        ReturnCode.objects.create(holder=holder, digest=digest)
        record(events.CODE_ISSUED, actor=actor, subject=holder)
    return holder, code


def replace_return_code(*, holder: AccessHolder, actor: Actor) -> str:
    """End the live code and give a new one; return it once."""
    code = new_return_code()
    digest = code_digest(code)
    with transaction.atomic():
        AccessHolder.objects.select_for_update().get(pk=holder.pk)
        if holder.return_codes.filter(revoked_at__isnull=True).update(revoked_at=timezone.now()):
            record(events.CODE_REVOKED, actor=actor, subject=holder)
        ReturnCode.objects.create(holder=holder, digest=digest)
        record(events.CODE_ISSUED, actor=actor, subject=holder)
    return code


def find_holder_by_code(code: str) -> AccessHolder | None:
    """Return the holder whose live code this is (16 digits), or None. Costs the same either way.

    This alone opens no page: see `pins.whose_page`, which asks for the PIN as well.
    """
    digest = code_digest(code)
    row = ReturnCode.objects.filter(digest=digest, revoked_at__isnull=True).select_related("holder").first()
    return row.holder if row else None


@transaction.atomic
def set_safe_word(*, holder: AccessHolder, safe_word: str, actor: Actor) -> None:
    """Keep the word by which she and we know each other on the telephone."""
    holder.safe_word = safe_word
    holder.save(update_fields=["safe_word"])
