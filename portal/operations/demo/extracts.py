"""A request for an export that waits for a second person in the demonstration (floor 8). Every word is invented."""

from uuid import NAMESPACE_URL, uuid5

from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.referrals.enums import FileKind, Part
from portal.referrals.models import Extract
from portal.referrals.services.extracts import ask_extract
from portal.registry.enums import Purpose

_CASEWORKER = "demo-caseworker"


def load_extracts() -> int:
    """Let the caseworker have asked for her own files, once. Returns how many requests there are."""
    caseworker = User.objects.get(username=_CASEWORKER)
    ask_extract(
        key=uuid5(NAMESPACE_URL, "demo-extract-1"),
        purpose=Purpose.CONTACT,
        recipient=None,
        parts=[Part.NAMES, Part.APPLICANT, Part.REACH],
        file_kind=FileKind.XLSX,
        words="Sê roj bê elektrîk: ez ê ji malê telefonî malbatan bikim.",
        user=caseworker,
        actor=Actor.staff(caseworker.pk),
    )
    return Extract.objects.count()
