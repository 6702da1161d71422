"""Changing what she told us: a further row, never a row changed (floor 5).

The newest answers are compared and read; the older ones stay for staff, with when and by whom.
"""

from django.db import transaction

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.answers import (
    ABOUT_WHAT_HAPPENED,
    APPLICANT,
    NAME,
    PARTS,
    REACH,
    RELATIONSHIP,
    TRAINED,
    WHEN,
    WHERE,
    content_of,
)
from portal.registry.enums import FilledBy, RegistrationState
from portal.registry.models import AnswersSnapshot, Registration

from .endings import renew_endings
from .happened import name_those_in_power
from .registrations import amend_content, tell_changed
from .submission import write_channel
from .trained import note_trained_wish
from .trust import look_again

# Consent has pages and a ledger of its own. What kind of registration it is, a person changes with her.
AMENDABLE = (APPLICANT, REACH, RELATIONSHIP, NAME, PARTS, WHEN, WHERE, *ABOUT_WHAT_HAPPENED, TRAINED)


class NotOpen(Exception):
    """The registration is closed: nothing is added to it."""


def newest_answers(registration: Registration) -> dict[str, dict]:
    """Return all answers as they stand now; empty where the registration came without a form."""
    newest = registration.snapshots.last()
    return newest.answers if newest else {}


@transaction.atomic
def amend(
    *, registration: Registration, question: str, answers: dict, actor: Actor, given_by: str = FilledBy.SELF
) -> AnswersSnapshot | None:
    """Put new answers to one question beside the old; return the new row, None where nothing differs.

    Raises NotOpen, and Incomplete where a required question would be left open. `registration` is brought up to date.
    """
    if question not in AMENDABLE:
        raise ValueError(question)
    locked = Registration.objects.select_for_update().get(pk=registration.pk)
    if locked.state == RegistrationState.CLOSED:
        raise NotOpen
    newest = locked.snapshots.last()
    before = newest.answers if newest else {}
    if before.get(question, {}) == answers:
        return None
    after = {**before, question: answers}
    content = content_of(after, language=locked.language)
    amend_content(locked, content)
    name_those_in_power(registration=locked, parties=content.happened.parties, actor=actor)
    if question == PARTS:
        renew_endings(locked)
    if question == REACH and locked.holder is not None:
        write_channel(locked.holder, answers, actor)
    if question == TRAINED:
        note_trained_wish(locked, after, actor)
    row = AnswersSnapshot.objects.create(
        key_id=locked.key_id,
        registration=locked,
        number=newest.number + 1 if newest else 1,
        question=question,
        given_by=given_by,
        answers=after,
    )
    record(events.AMENDED, actor=actor, subject=locked, data={"question": question})
    look_again(registration=locked, actor=actor)
    tell_changed(locked)
    registration.refresh_from_db()
    return row
