"""Sending: one registration per draft, whatever the network, two windows or a double click do (floor 5; R-95)."""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.confidential.keyring import create_data_key
from portal.notifications.models import ChannelKind
from portal.notifications.services.channels import care_of, end_channels, live_channels, set_channel
from portal.registry.answers import FILES, REACH, as_sent, content_of
from portal.registry.enums import ContactWish, FilledBy
from portal.registry.models import Draft, Registration, Testimony
from portal.registry.signals import draft_with_files_sent

from .registrations import register
from .together import TOGETHER, link_together
from .trained import note_trained_wish
from .trust import PROVEN, Standing, set_standing, within_budget

_CHANNELS = {ContactWish.EMAIL: ChannelKind.EMAIL, ContactWish.CALL: ChannelKind.PHONE}
_MAY_LEAVE = {"yes": True, "no": False}


def submit_draft(*, draft: Draft, actor: Actor, standing: Standing = PROVEN) -> Registration:
    """Make the registration of a draft and empty the draft, in one transaction; again, return the same registration.

    However it stands, it is taken in the same way.
    The wrapped key is committed first, in its own database; one that stays unused is swept after a day.
    Raises Incomplete (see `registry.answers`) where a required question is open; nothing is written then.
    """
    if sent := Registration.objects.filter(draft=draft).first():
        return sent
    answers = draft.answers
    content = content_of(answers, language=draft.language)
    key_id = create_data_key(purpose="registration")
    with transaction.atomic():
        locked = Draft.objects.select_for_update().select_related("holder").get(pk=draft.pk)
        if locked.submitted_at and (sent := Registration.objects.filter(draft=locked).first()):
            return sent
        if locked.answers != answers:
            answers = locked.answers
            content = content_of(answers, language=locked.language)
        registration = register(
            content=content,
            actor=actor,
            holder=locked.holder,
            **_filled_by(locked),
            draft=locked,
            answers=as_sent(answers),
            started_at=locked.created_at,
            key_id=key_id,
        )
        set_standing(registration, within_budget(standing), actor=actor)
        link_together(registration=registration, note=answers.get(TOGETHER))
        write_channel(locked.holder, answers[REACH], actor)
        note_trained_wish(registration, answers, actor)
        if FILES in answers:
            draft_with_files_sent.send(Registration, draft=locked, registration=registration)
        locked.answers, locked.submitted_at = {}, timezone.now()
        locked.save(update_fields=["answers", "submitted_at", "updated_at"])
    return registration


def _filled_by(draft: Draft) -> dict[str, Any]:
    """Who filled it in: with a testimony a helper, for her organization."""
    testimony = Testimony.objects.filter(draft=draft).select_related("organization").first()
    if testimony is None:
        return {"filled_by": FilledBy.SELF}
    return {"filled_by": FilledBy.HELPER, "organization": testimony.organization, "testimony": testimony}


def write_channel(holder: AccessHolder, reach: dict, actor: Actor) -> None:
    """Her wish decides: the channel she named lives, any other ends; with `code` nothing is ever sent."""
    kind = _CHANNELS.get(ContactWish(reach["wish"]))
    end_channels(holder=holder, actor=actor, except_kind=kind or "")
    if kind:
        # Drafts from before hours had a field of their own hold them in the note.
        note = reach.get("hours") or reach.get("note", "")
        care = care_of(live_channels(holder=holder).filter(kind=kind).first())
        may_leave = _MAY_LEAVE.get(reach.get("may_leave_message", ""), care.may_leave_message)
        care = replace(care, may_leave_message=may_leave)
        set_channel(holder=holder, kind=kind, value=reach["value"], note=note, actor=actor, care=care)
