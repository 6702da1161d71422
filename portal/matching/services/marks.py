"""What has been compared, record by record, so that a killed process loses nothing (floor 6)."""

from collections.abc import Iterable

from portal.core.pieces import pieces
from portal.matching.enums import SideKind
from portal.matching.models import LinkedMark
from portal.matching.records import comparable
from portal.matching.serving import Seen, Serving

from .risks import note_risks

_BATCH = 1000


def leave_marks(kind: str, seen: Iterable[Seen], *, model: str, todo: str = "", finding: str = "") -> None:
    """Say that these records were looked at in this form by this model, and what is left to do with them.

    What has changed of a detainee record is noted on its pairs first, also where nothing proposes them any more.
    """
    seen = list(seen)
    if kind == SideKind.DETAINEE:
        for some in pieces(seen):
            note_risks([one.id for one in some])
    LinkedMark.objects.bulk_create(
        (
            LinkedMark(
                kind=kind, record_id=one.id, fingerprint=one.fingerprint, model=model, todo=todo, finding=finding
            )
            for one in seen
        ),
        update_conflicts=True,
        unique_fields=["kind", "record_id"],
        update_fields=["fingerprint", "model", "todo", "finding"],
        batch_size=_BATCH,
    )


def forget_gone(serving: Serving) -> None:
    """Remove the marks of records that left comparison, so that they are compared anew if they come back.

    A detainee record comes back under its key only from a check, seldom: theirs are counted first, and looked for
    only where there are more marks than records. Those of records taken out with their list go with their pairs.
    """
    for kind in SideKind:
        marks = LinkedMark.objects.filter(kind=kind)
        if kind == SideKind.REGISTRATION or marks.count() > serving.count(kind):
            marks.exclude(record_id__in=comparable(kind).values("pk")).delete()
