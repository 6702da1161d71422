"""Sources of lists (floor 5)."""

from django.db import transaction

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.detainees import events
from portal.detainees.enums import Reliability, SharingTerms
from portal.detainees.models import Source


@transaction.atomic
def get_or_create_source(
    *,
    name: str,
    actor: Actor,
    reliability: str = Reliability.F,
    sharing_terms: str = SharingTerms.CASE_TEAM,
) -> Source:
    """Return the source of that name; a new one gets the reliability and the terms, an old one keeps its own."""
    source, created = Source.objects.get_or_create(
        name=name, defaults={"reliability": reliability, "sharing_terms": sharing_terms}
    )
    if created:
        record(events.SOURCE_ADDED, actor=actor, subject=source)
    return source
