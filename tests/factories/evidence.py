"""Files as a family sends them, through the real services."""

from portal.audit.actors import SYSTEM, Actor
from portal.evidence.models import Evidence
from portal.evidence.services.checking import check_waiting
from portal.evidence.services.receiving import receive_whole
from portal.registry.models import Registration
from tests.files_that_lie import noted_jpeg

from .registry import make_registration


def make_waiting(
    registration: Registration | None = None, name: str = "photo.jpg", content: bytes | None = None, words: str = ""
) -> Evidence:
    """Return a file that arrived whole and waits to be checked: a photo with place and author, unless told."""
    registration = registration or make_registration()
    return receive_whole(
        owner=registration,
        name=name,
        content=noted_jpeg() if content is None else content,
        kind="person",
        words=words,
        actor=Actor.holder(registration.holder_id),
    )


def make_checked(registration: Registration | None = None, name: str = "photo.jpg", content: bytes | None = None):
    """Return a file that was checked by the scanner of the settings, with its copy where there can be one."""
    evidence = make_waiting(registration, name, content)
    check_waiting(actor=SYSTEM)
    return Evidence.objects.get(pk=evidence.pk)
