"""Spoken questions: a few frames of a real MP3, made by code."""

from portal.accounts.enums import Role
from portal.recordings.models import Recording
from portal.recordings.services import put_recording
from tests.files_that_lie import mp3

from .staff import StaffFactory


def make_recording(question: str = "when", kind: str = "", language: str = "ku", frames: int = 40) -> Recording:
    """A recording that is heard now."""
    user = StaffFactory(role=Role.ADMINISTRATOR)
    return put_recording(
        question=question, kind=kind, language=language, name="when.mp3", content=mp3(frames), user=user
    )
