"""Writing what she told of what happened, beside the person it is about (floor 5)."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.organizations.enums import Authority
from portal.places.models import Place
from portal.registry import events
from portal.registry.content import RegistrationContent
from portal.registry.enums import Party
from portal.registry.happened import StayContent
from portal.registry.models import Belief, Happened, HeardPlace, PersonSought, Registration, Silence, Stay
from portal.registry.services.giving import name_authority

# Whoever is named as a party and is in power today. Bodies of a power that is gone can be given nothing anyway.
_IN_POWER: dict[str, Authority] = {
    Party.SYRIAN_STATE: Authority.SYRIA,
    Party.HTS: Authority.SYRIA,
    Party.SNA: Authority.SYRIA,
    Party.AUTONOMOUS_ADMINISTRATION: Authority.NORTH_EAST_SYRIA,
    Party.KRG: Authority.KURDISTAN,
    Party.IRAQI_FORCES: Authority.IRAQ,
    Party.PMF: Authority.IRAQ,
}


def write_happened(person: PersonSought, content: RegistrationContent) -> None:
    """Write the rows of a person, inside the caller's transaction; nothing is written where nothing was told."""
    told, key_id = content.happened, person.key_id
    if told.harms or told.parties or told.parties_in_words:
        Happened.objects.create(
            key_id=key_id,
            person=person,
            harms=list(told.harms),
            parties=list(told.parties),
            parties_in_words=told.parties_in_words,
        )
    if told.belief or told.basis:
        Belief.objects.create(key_id=key_id, person=person, fate=told.belief, basis=list(told.basis))
    if told.stays:
        _write_stays(person, told.stays)
    Silence.objects.bulk_create(
        Silence(person=person, question=question, knowledge=knowledge) for question, knowledge in content.silences
    )


def name_those_in_power(*, registration: Registration, parties: Iterable[str], actor: Actor) -> None:
    """Whoever is in power today and is named as a party is named as an authority: its bodies are given nothing.

    That a party is no longer named takes nothing back: on her page she answers for each body by itself.
    """
    for authority in sorted({_IN_POWER[party] for party in parties if party in _IN_POWER}):
        name_authority(registration=registration, authority=authority, actor=actor)


@transaction.atomic
def link_heard_place(*, heard: HeardPlace, place: Place | None, actor: Actor) -> bool:
    """Say which place of the list a family means, or that it is not known; return whether that is new."""
    locked = HeardPlace.objects.select_for_update().get(pk=heard.pk)
    if locked.place_id == (place.pk if place else None):
        return False
    locked.place = place
    locked.linked_by_id, locked.linked_at = (actor.id, timezone.now()) if place else (None, None)
    locked.save(update_fields=["place", "linked_by", "linked_at"])
    record(events.PLACE_LINKED, actor=actor, subject=locked.registration)
    return True


def _write_stays(person: PersonSought, stays: tuple[StayContent, ...]) -> None:
    known = {heard.words: heard for heard in HeardPlace.objects.filter(registration=person.registration_id)}
    for position, stay in enumerate(stays, start=1):
        words = stay.place_as_heard
        if words and words not in known:
            known[words] = HeardPlace.objects.create(
                key_id=person.key_id, registration_id=person.registration_id, words=words
            )
        Stay.objects.create(
            key_id=person.key_id,
            person=person,
            position=position,
            place_id=stay.place_id,
            heard=known[words] if words else None,
            began=stay.began,
            began_as_said=stay.began_as_said,
            ended=stay.ended,
            ended_as_said=stay.ended_as_said,
            source=stay.source,
            sureness=stay.sureness,
        )
