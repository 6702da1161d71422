"""Every file is opened and hashed again (floor 6; R-79)."""

import hashlib
from dataclasses import dataclass, field

from portal.confidential.cipher import CannotOpen
from portal.confidential.sealed_files import SealedFile, strangers

from .models import Evidence, WorkingCopy


@dataclass
class Verification:
    """`checked` counts files that were hashed; `faults` name each one that differs."""

    checked: int = 0
    faults: list[str] = field(default_factory=list)


def verify_files() -> Verification:
    """Hash originals and copies that arrived whole, and look for files that no row owns."""
    result = Verification()
    for evidence in Evidence.objects.complete().order_by("received_at").iterator():
        _compare(result, f"evidence {evidence.pk}: original", evidence, evidence.original)
    for copied in WorkingCopy.objects.order_by("made_at").iterator():
        _compare(result, f"evidence {copied.evidence_id}: copy", copied, copied.contents)
    known = {
        "evidence": set(Evidence.objects.values_list("pk", flat=True)),
        "evidence_copy": set(WorkingCopy.objects.values_list("pk", flat=True)),
    }
    for table, rows in known.items():
        result.faults += [f"{path.name}: no row owns this file" for path in strangers(table, rows)]
    return result


def _compare(result: Verification, name: str, row: Evidence | WorkingCopy, file: SealedFile) -> None:
    result.checked += 1
    try:
        digest = hashlib.sha256()
        for segment in file.segments():
            digest.update(segment)
        if digest.hexdigest() != row.sha256:
            result.faults.append(f"{name} has another hash than it had when it came")
    except CannotOpen:
        result.faults.append(f"{name} is missing, changed or its key is gone")
