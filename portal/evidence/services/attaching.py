"""A file that goes with a message, in either direction: examined and scanned like any other (floor 6)."""

from collections.abc import Callable

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from portal.audit.actors import Actor
from portal.evidence.enums import EvidenceKind
from portal.evidence.models import Evidence
from portal.registry.models import Message, Registration

from .receiving import receive_whole
from .removal import take_back


def write_with_file(
    *, write: Callable[[], Message], registration: Registration, file: UploadedFile | None, actor: Actor
) -> Message:
    """Take the file, if there is one, then write the message it goes with. Where either is refused, neither is there.

    A message that was there before (sent twice) keeps the file it has. Raises NotTaken, TooLarge, NoRoom, and what
    `write` raises.
    """
    if file is None:
        return write()
    evidence = receive_whole(
        owner=registration,
        name=file.name or "",
        content=file.read(),
        kind=EvidenceKind.OTHER,
        words="",
        actor=actor,
    )
    try:
        with transaction.atomic():
            message = write()
            is_new = not Evidence.objects.filter(message=message).exists()
            if is_new:
                Evidence.objects.filter(pk=evidence.pk).update(message=message)
    except Exception:
        take_back(evidence=evidence, actor=actor)
        raise
    if not is_new:
        take_back(evidence=evidence, actor=actor)
    return message
