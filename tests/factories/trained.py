"""Colleagues who are trained for what is hardest, and notes that they sealed."""

from uuid import uuid4

from portal.accounts.models import User
from portal.accounts.services.training import grant_trained
from portal.registry.enums import HeardFrom, SealedKind
from portal.registry.models import Registration, SealedNote
from portal.registry.services.sealed import write_sealed

from .staff import StaffFactory


def make_trained(**traits) -> User:
    """Return a caseworker for whom a supervisor has vouched."""
    user = StaffFactory(**(traits or {"caseworker": True}))
    grant_trained(user=user, months=6, by=StaffFactory(supervisor=True))
    return user


def make_sealed(registration: Registration, words: str, *, by: User, heard_from: str = HeardFrom.FAMILY) -> SealedNote:
    """Return a sealed note of a registration."""
    return write_sealed(
        registration=registration, kind=SealedKind.TESTIMONY, words=words, heard_from=heard_from, user=by, key=uuid4()
    )
