"""Who had a file in hands, when and for what, from the log; as a paper, and as a bundle with the original (R-79)."""

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.audit import events
from portal.audit.actors import ActorKind
from portal.audit.models import Event
from portal.core.languages import language
from portal.core.pdf import paper_html, paper_pdf
from portal.registry.enums import ReadPurpose

from .examination.verdicts import ENDING_OF
from .models import Evidence, WorkingCopy

# Why a member of staff may open a file. Handing it to anybody outside is no purpose here: that asks her consent first.
_OPENING: dict[str, str | Promise] = {
    ReadPurpose.CASEWORK: ReadPurpose.CASEWORK.label,
    "genuine": _("Checking whether it is genuine"),
}
_PURPOSES: dict[str, str | Promise] = {**dict(ReadPurpose.choices), **_OPENING}


@dataclass(frozen=True)
class Moment:
    """One line of the chain. `seal` is the event's link in the audit chain, empty within its first second."""

    at: datetime
    what: str
    who: str | Promise
    purpose: str | Promise
    seal: str


def purposes() -> list[tuple[str, str | Promise]]:
    """Why a member of staff may open a file."""
    return [(str(code), label) for code, label in _OPENING.items()]


def moments(evidence: Evidence) -> list[Moment]:
    """Return everything that was ever done with a file, the oldest first."""
    found = list(
        Event.objects.filter(subject_kind=Evidence._meta.label_lower, subject_id=evidence.pk)
        .select_related("seal")
        .order_by("at", "pk")
    )
    staff = User.objects.in_bulk({event.actor_id for event in found if event.actor_kind == ActorKind.STAFF})
    return [_moment(event, staff) for event in found]


def custody_pdf(evidence: Evidence) -> bytes:
    """Return the chain of custody as a paper, in the reader's language. Raises CannotOpen."""
    context = {
        "evidence": evidence,
        "copy": WorkingCopy.objects.filter(evidence=evidence).first(),
        "hash_name": "SHA-256",
        "moments": moments(evidence),
    }
    return paper_pdf(paper_html("pdf/custody.html", context, language=language(get_language())))


def bundle(evidence: Evidence, stem: str) -> bytes:
    """Return a ZIP: the original, its hash in a list that `sha256sum -c` reads, and the chain. Raises CannotOpen."""
    original = f"{stem}-original.{ENDING_OF[evidence.media_type]}"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        with archive.open(original, "w") as file:
            for segment in evidence.original.segments():
                file.write(segment)
        archive.writestr("SHA256SUMS", f"{evidence.sha256}  {original}\n")
        archive.writestr(f"{stem}-custody.pdf", custody_pdf(evidence))
    return out.getvalue()


def _moment(event: Event, staff: dict) -> Moment:
    user = staff.get(event.actor_id)
    who: str | Promise = user.shown_name if user else ActorKind(event.actor_kind).label
    seal = getattr(event, "seal", None)
    return Moment(event.at, events.label(event.code), who, _PURPOSES.get(event.purpose, ""), seal.hash if seal else "")
