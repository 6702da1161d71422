"""Putting recordings in and taking them out (floor 6)."""

import hashlib
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.evidence.examination.verdicts import Lies
from portal.evidence.sandbox import media_type_of

from . import events
from .models import TAKEN, Recording


class NotTaken(Exception):
    """The file is no recording that is taken; `reason` is a code of `evidence.examination.verdicts`, or `type`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def put_recording(*, question: str, kind: str, language: str, name: str, content: bytes, user: User) -> Recording:
    """Let a recording be heard in place of the one before. What it is is found by its content. Raises NotTaken."""
    try:
        media_type = media_type_of(content, ending=PurePath(name).suffix.lower().lstrip("."))
    except Lies as error:
        raise NotTaken(error.reason) from error
    if media_type not in TAKEN:
        raise NotTaken("type")
    file_hash = hashlib.sha256(content).hexdigest()
    made = Recording(question=question, kind=kind, language=language, put_by=user, size=len(content))
    made.file_hash, made.media_type = file_hash, media_type
    if not default_storage.exists(made.path):
        default_storage.save(made.path, ContentFile(content))
    before = Recording.objects.live().filter(question=question, kind=kind, language=language)
    with transaction.atomic():
        replaced = list(before.select_for_update())
        before.update(ended_at=timezone.now())
        made.save(force_insert=True)
        data = {"question": question, "kind": kind, "language": language, "sha256": file_hash}
        record(events.PUT, actor=Actor.staff(user.pk), subject=made, data=data)
    for one in replaced:
        _drop_file(one)
    return made


def remove_recording(*, recording: Recording, user: User) -> None:
    """Let it be heard no more; twice changes nothing."""
    with transaction.atomic():
        if not Recording.objects.live().filter(pk=recording.pk).update(ended_at=timezone.now()):
            return
        data = {"question": recording.question, "kind": recording.kind, "language": recording.language}
        record(events.REMOVED, actor=Actor.staff(user.pk), subject=recording, data=data)
    _drop_file(recording)


def _drop_file(recording: Recording) -> None:
    """Delete the file where no question is heard with it any more."""
    if not Recording.objects.live().filter(file_hash=recording.file_hash).exists():
        default_storage.delete(recording.path)
