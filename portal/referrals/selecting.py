"""Which registrations an export holds at this moment, and why others that fit are not in it (floor 6; R-22, R-100).

Asked when somebody asks for it, looks at it, and takes it: what the reader may read, what takes part, what is agreed.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from portal.registry.consent import allowing
from portal.registry.enums import Purpose
from portal.registry.models import CaseAssignment, LastKnown, Registration

from .enums import CLASS_OF, LeftOut, Part
from .models import Extract
from .permissions import parts_for, within_reach


@dataclass(frozen=True)
class Selection:
    """The registrations, how many they are, and how many that fit are left out, by reason."""

    rows: QuerySet[Registration]
    count: int
    left_out: dict[str, int]


def selection_of(extract: Extract) -> Selection:
    """Return what the export holds now, with the rights that who asked for it has now."""
    fitting = _fitting(extract)
    at_work = fitting.compared()  # type: ignore[attr-defined]  # the manager's own queryset
    agreed = agreeing(at_work, extract)
    count, working = agreed.count(), at_work.count()
    left_out = {LeftOut.AT_REST.value: fitting.count() - working, LeftOut.NOT_AGREED.value: working - count}
    return Selection(agreed, count, {reason: number for reason, number in left_out.items() if number})


def agreeing(rows: QuerySet[Registration], extract: Extract) -> QuerySet[Registration]:
    """Keep those whose family agrees to all of it: each class of data for a recipient, or our own work."""
    if extract.recipient is not None:
        classes = sorted({CLASS_OF[part] for part in extract.parts})
        asked = [allowing(extract.purpose, extract.recipient, one) for one in classes]
    else:
        asked = [allowing(extract.purpose)]
        if Part.REACH in extract.parts:
            asked.append(allowing(Purpose.CONTACT))
    for lines in asked:
        rows = rows.filter(Exists(lines.filter(registration=OuterRef("pk"))))
    return rows


def _fitting(extract: Extract) -> QuerySet[Registration]:
    parts, user = frozenset(extract.parts), extract.requested_by
    if not parts <= parts_for(user, purpose=extract.purpose, recipient=extract.recipient):
        return Registration.objects.none()
    rows = within_reach(user, parts)
    if extract.state:
        rows = rows.filter(state=extract.state)
    if extract.since:
        rows = rows.filter(submitted_at__date__gte=extract.since)
    if extract.until:
        rows = rows.filter(submitted_at__date__lte=extract.until)
    if extract.owner_id:
        owned = CaseAssignment.objects.live().filter(owner=extract.owner_id, registration=OuterRef("pk"))
        rows = rows.filter(Exists(owned))
    return _in_region(rows, extract.region_id) if extract.region_id else rows


def _in_region(rows: QuerySet[Registration], region) -> QuerySet[Registration]:
    """Those whose last news comes from there, or from a place in it."""
    inside = Q(place=region) | Q(place__parent=region) | Q(place__parent__parent=region)
    news = LastKnown.objects.filter(inside, person__registration=OuterRef("pk"), person__superseded_at__isnull=True)
    return rows.filter(Exists(news))
