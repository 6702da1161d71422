"""Planning a talk with a family, noting that it was held, and hearing the family's answer (floor 6; R-20, R-21)."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.languages import LANGUAGES
from portal.core.refusing import Refused
from portal.matching import events
from portal.matching.enums import FamilySays, PairState, Received, TalkWay
from portal.matching.models import CandidatePair, Correction, Disclosure, FamilyAnswer, Talk
from portal.matching.permissions import can_hold_talks, check_hold_talks, check_read
from portal.matching.policies import check_can_be_answered, check_can_be_planned, check_can_be_told, is_grave
from portal.matching.protection import protections
from portal.registry.need import may_open

from .disclosure import PURPOSE
from .judging import begin_round


@transaction.atomic
def plan_talk(
    *,
    disclosure: Disclosure,
    teller: User,
    way: str,
    language: str,
    support: str,
    planned_on: date,
    correction: Correction | None = None,
    user,
    actor: Actor,
) -> Talk:
    """Plan who tells, how, in which language and with whom beside the family; takes the place of an earlier plan.

    Raises PermissionDenied, Refused or ValueError.
    """
    check_read(user)
    if way not in TalkWay.values or language not in ("", *LANGUAGES):
        raise ValueError("unknown way or language")
    current = _locked(disclosure)
    check_can_be_planned(current, correction)
    if not can_hold_talks(teller):
        raise Refused(_("This person does not speak with families."))
    if not may_open(teller, current.pair.registration):
        raise Refused(_("The family’s file is not open to this person. Hand it over, or set a task for it, first."))
    current.talks.waiting().filter(correction=correction).update(replaced_at=timezone.now())
    talk = Talk.objects.create(
        key_id=current.key_id,
        disclosure=current,
        correction=correction,
        is_grave=is_grave(protections(current.pair), current.shares),
        teller=teller,
        way=way,
        language=language,
        support=support,
        planned_on=planned_on,
        planned_by=user,
    )
    _record(events.TALK_PLANNED, talk, actor)
    return talk


@transaction.atomic
def note_told(
    *, talk: Talk, is_word_checked: bool, is_support_present: bool, received: str, notes: str, user, actor: Actor
) -> None:
    """Note that the family was told: by who was to tell it, after the safe word. Raises PermissionDenied or Refused.

    Nothing changes on the family's page: what was said stays between people.
    """
    check_hold_talks(user)
    if received not in Received.values:
        raise ValueError("unknown way of receiving")
    disclosure = _locked(talk.disclosure)
    current = Talk.objects.select_for_update().get(pk=talk.pk)
    current.disclosure = disclosure
    check_can_be_told(current, user, is_word_checked=is_word_checked, is_support_present=is_support_present)
    current.told_at, current.received, current.notes = timezone.now(), received, notes
    current.is_word_checked, current.is_support_present = is_word_checked, is_support_present
    current.save()
    _record(events.TALK_HELD, current, actor)


@transaction.atomic
def note_answer(*, talk: Talk, says: str, words: str, user, actor: Actor) -> FamilyAnswer:
    """Note what the family says to what it was told. "Not him" lets two people read the pair from the start.

    Raises PermissionDenied, Refused or ValueError.
    """
    check_hold_talks(user)
    if says not in FamilySays.values:
        raise ValueError("unknown answer")
    disclosure = _locked(talk.disclosure)
    pair = disclosure.pair
    check_can_be_answered(Talk.objects.get(pk=talk.pk), user)
    answer = FamilyAnswer.objects.create(
        key_id=disclosure.key_id, disclosure=disclosure, says=says, words=words, noted_by=user
    )
    # What it was stays out of the log, which outlives the records.
    record(events.FAMILY_ANSWERED, actor=actor, subject=pair, purpose=PURPOSE, data={"round": disclosure.round})
    if says == FamilySays.NOT_HIM and pair.state == PairState.DISCLOSED and pair.round == disclosure.round:
        begin_round(pair, reason=words, user=user, actor=actor)
    return answer


def _locked(disclosure: Disclosure) -> Disclosure:
    pair = CandidatePair.objects.select_for_update().get(pk=disclosure.pair_id)
    current = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    current.pair = pair
    return current


def _record(code: str, talk: Talk, actor: Actor) -> None:
    data = {"talk": str(talk.pk), "is_correction": talk.correction_id is not None}
    record(code, actor=actor, subject=talk.disclosure.pair, purpose=PURPOSE, data=data)
