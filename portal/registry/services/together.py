"""Several people taken at the same time: one registration each, linked, without writing everything again (floor 5)."""

from uuid import UUID

from django.db.models import QuerySet

from portal.audit.actors import Actor
from portal.registry.answers import APPLICANT, HAPPENED, KIND, PARTIES, REACH, STAYS, WHEN, WHERE
from portal.registry.enums import LinkKind, RegistrationKind
from portal.registry.models import AnswersSnapshot, Draft, Registration, RegistrationLink

from .drafts import open_draft, save_answers, start_draft

# The form's own note in a draft: with which registration it belongs.
TOGETHER = "_together"
# What is the same for everybody who was taken at that time. Consent is asked anew for each person.
# Each answer can be changed in the new registration. What she believes about the fate is each person's own.
_SHARED = (KIND, APPLICANT, REACH, WHEN, WHERE, HAPPENED, PARTIES, STAYS)


def start_together(*, registration: Registration, language: str, actor: Actor) -> Draft:
    """Return a draft for another person taken at the same time, with the answers that are the same for both.

    A draft that is already open is returned as it is: nothing in it is replaced.
    """
    holder = registration.holder
    if holder is None:
        raise ValueError("a registration of a list has nobody who goes on")
    if draft := open_draft(holder):
        return draft
    draft = start_draft(holder=holder, language=language, actor=actor)
    note = {TOGETHER: {"registration": str(registration.pk)}}
    return save_answers(draft=draft, answers=note | _shared_answers(registration), language=language, actor=actor)


def link_together(*, registration: Registration, note: dict | None) -> None:
    """Link a registration just made with the one its draft names, as long as both are of one holder."""
    key = (note or {}).get("registration")
    other = Registration.objects.filter(pk=UUID(key), holder=registration.holder_id).first() if key else None
    if other is None:
        return
    earlier = RegistrationLink.objects.filter(second=other, kind=LinkKind.TAKEN_TOGETHER).first()
    first = earlier.first if earlier else other
    RegistrationLink.objects.create(first=first, second=registration, kind=LinkKind.TAKEN_TOGETHER)


def taken_together(registration: Registration) -> QuerySet[Registration]:
    """Return the other registrations of its group, the oldest first."""
    links = RegistrationLink.objects.filter(kind=LinkKind.TAKEN_TOGETHER)
    root = links.filter(second=registration).values_list("first_id", flat=True).first() or registration.pk
    keys = {root, *links.filter(first_id=root).values_list("second_id", flat=True)} - {registration.pk}
    return Registration.objects.filter(pk__in=keys).order_by("submitted_at", "pk")


def _shared_answers(registration: Registration) -> dict[str, dict]:
    """The answers as they were sent. A survivor speaks for herself; for whom she goes on is not known yet."""
    sent = AnswersSnapshot.objects.filter(registration=registration).order_by("created_at", "pk").last()
    answers = {name: sent.answers[name] for name in _SHARED if sent.answers.get(name)} if sent else {}
    if registration.kind == RegistrationKind.SURVIVOR:
        answers.pop(KIND, None)
    return answers
