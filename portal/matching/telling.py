"""Where telling a family stands in one round of a pair: a table of steps, and the step that the rows show (floor 6).

The stage is never stored. It is read from the rows, so that it cannot say anything else than they do; drawn in
docs/disclosure.md.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from .enums import OPENS_TELLING, Asked, CheckOutcome, Decision, FamilySays
from .models import CandidatePair, Correction, Disclosure, FamilyAnswer, RecordCheck, SafetyCheck, Talk


class Stage(models.TextChoices):
    """What has been done last, or what is due."""

    UNASKED = "unasked", _("Nobody has asked yet whether the person found can be asked safely")
    AGREED = "agreed", _("A decision can be asked for")
    SILENT = "silent", _("We cannot answer")
    UNREACHED = "unreached", _("The person found cannot be reached at present")
    REQUESTED = "requested", _("A decision waits for another person")
    HALF_APPROVED = "half_approved", _("A decision waits for a third person")
    NOT_TOLD = "not_told", _("Not told, on a decision")
    DECIDED = "decided", _("The family may be told: plan the talk")
    PLANNED = "planned", _("A talk is planned")
    TOLD = "told", _("Told: the family’s answer is missing")
    CONFIRMED = "confirmed", _("The family says it is the person")
    UNSURE = "unsure", _("The family is not sure")
    NOT_HIM = "not_him", _("The family says it is somebody else")
    CALLED_WRONG = "called_wrong", _("Somebody says that we were wrong: another person answers")
    TO_CORRECT = "to_correct", _("We were wrong: plan the talk with the family")
    CORRECTION_PLANNED = "correction_planned", _("The talk about our error is planned")
    CORRECTED = "corrected", _("The family was told that we were wrong")


_BEFORE = frozenset({Stage.UNASKED, Stage.AGREED, Stage.SILENT, Stage.UNREACHED})
_ASKED = _BEFORE - {Stage.UNASKED}
# Where telling goes on once the person found, asked anew, agrees.
_GOES_ON = frozenset({Stage.REQUESTED, Stage.HALF_APPROVED, Stage.DECIDED, Stage.PLANNED})
_ANSWERS = frozenset({Stage.CONFIRMED, Stage.UNSURE, Stage.NOT_HIM})

STEPS: dict[Stage, frozenset[Stage]] = {
    Stage.UNASKED: _ASKED | {Stage.REQUESTED},
    Stage.AGREED: _ASKED - {Stage.AGREED} | {Stage.REQUESTED},
    Stage.SILENT: _ASKED - {Stage.SILENT} | _GOES_ON,
    Stage.UNREACHED: _ASKED - {Stage.UNREACHED} | _GOES_ON,
    Stage.REQUESTED: _BEFORE | {Stage.HALF_APPROVED, Stage.DECIDED, Stage.NOT_TOLD},
    Stage.HALF_APPROVED: _BEFORE | {Stage.DECIDED},
    Stage.NOT_TOLD: frozenset(),
    Stage.DECIDED: frozenset({Stage.PLANNED, Stage.SILENT, Stage.UNREACHED}),
    Stage.PLANNED: frozenset({Stage.TOLD, Stage.SILENT, Stage.UNREACHED}),
    Stage.TOLD: _ANSWERS | {Stage.CALLED_WRONG},
    Stage.CONFIRMED: _ANSWERS - {Stage.CONFIRMED} | {Stage.CALLED_WRONG},
    Stage.UNSURE: _ANSWERS - {Stage.UNSURE} | {Stage.CALLED_WRONG},
    Stage.NOT_HIM: frozenset({Stage.CALLED_WRONG}),
    Stage.CALLED_WRONG: _ANSWERS | {Stage.TOLD, Stage.TO_CORRECT},
    Stage.TO_CORRECT: frozenset({Stage.CORRECTION_PLANNED}),
    Stage.CORRECTION_PLANNED: frozenset({Stage.CORRECTED}),
    Stage.CORRECTED: frozenset(),
}

_OF_CHECK = {Asked.REFUSES: Stage.SILENT, Asked.UNSAFE: Stage.SILENT, Asked.UNREACHED: Stage.UNREACHED}
_OF_ANSWER = {
    FamilySays.CONFIRMED: Stage.CONFIRMED,
    FamilySays.NOT_HIM: Stage.NOT_HIM,
    FamilySays.UNSURE: Stage.UNSURE,
}


@dataclass(frozen=True)
class Telling:
    """The rows of one round that count, and the stage they show."""

    stage: Stage
    safety: SafetyCheck | None = None
    disclosure: Disclosure | None = None
    talk: Talk | None = None
    answer: FamilyAnswer | None = None
    correction: Correction | None = None
    correcting: Talk | None = None


def telling_of(pair: CandidatePair, round: int | None = None) -> Telling:
    """Read one round of a pair, the present one unless another is asked for; at most six queries."""
    number = pair.round if round is None else round
    safety = newest_safety(pair, number)
    disclosure = (
        pair.disclosures.filter(round=number, refused_at__isnull=True)
        .select_related("requested_by", "approved_by", "second_by")
        .first()
    )
    if disclosure is None or (disclosure.effective_at is None and disclosure.is_expired):
        return Telling(_before_deciding(safety), safety)
    if disclosure.effective_at is None:
        return Telling(_while_waiting(disclosure, safety), safety, disclosure)
    if disclosure.decision == Decision.DO_NOT_TELL:
        return Telling(Stage.NOT_TOLD, safety, disclosure)
    talk = disclosure.talks.live().filter(correction__isnull=True).select_related("teller").first()
    if talk is None or talk.told_at is None:
        planned = Stage.DECIDED if talk is None else Stage.PLANNED
        return Telling(_silenced(safety) or planned, safety, disclosure, talk)
    return _after_telling(disclosure, safety, talk)


def told_and_not_called_wrong() -> models.QuerySet[Disclosure]:
    """Decisions by which a family was told something, and which nobody has called wrong since."""
    told = Talk.objects.told().filter(disclosure=models.OuterRef("pk"), correction__isnull=True)
    called_wrong = Correction.objects.standing().filter(disclosure=models.OuterRef("pk"))
    return Disclosure.objects.to_tell().filter(models.Exists(told), ~models.Exists(called_wrong))


def told_on_lost_ground() -> models.QuerySet[Disclosure]:
    """The same, where the record behind it was taken back with its list or found to be wrong."""
    wrong = RecordCheck.objects.filter(record=models.OuterRef("pair__detainee"), outcome=CheckOutcome.WITHDRAWN)
    is_lost = models.Q(pair__detainee__withdrawn_at__isnull=False) | models.Exists(wrong)
    return told_and_not_called_wrong().filter(is_lost)


def newest_safety(pair: CandidatePair, number: int) -> SafetyCheck | None:
    """What the person found answered last in a round."""
    return pair.safety_checks.filter(round=number).order_by("-noted_at", "-pk").first()


def _silenced(safety: SafetyCheck | None) -> Stage | None:
    return _OF_CHECK.get(Asked(safety.outcome)) if safety else None


def _before_deciding(safety: SafetyCheck | None) -> Stage:
    if safety is None:
        return Stage.UNASKED
    return Stage.AGREED if safety.outcome in OPENS_TELLING else _OF_CHECK[Asked(safety.outcome)]


def _while_waiting(disclosure: Disclosure, safety: SafetyCheck | None) -> Stage:
    silenced = _silenced(safety) if disclosure.decision == Decision.TELL else None
    return silenced or (Stage.REQUESTED if disclosure.approved_at is None else Stage.HALF_APPROVED)


def _after_telling(disclosure: Disclosure, safety: SafetyCheck | None, talk: Talk) -> Telling:
    answer = disclosure.answers.order_by("-noted_at", "-pk").first()
    correction = disclosure.corrections.standing().select_related("requested_by").first()
    correcting = correction.talks.live().select_related("teller").first() if correction else None
    stage = _OF_ANSWER[FamilySays(answer.says)] if answer else Stage.TOLD
    if correction is not None:
        stage = Stage.CALLED_WRONG if correction.approved_at is None else Stage.TO_CORRECT
    if correcting is not None:
        stage = Stage.CORRECTION_PLANNED if correcting.told_at is None else Stage.CORRECTED
    return Telling(stage, safety, disclosure, talk, answer, correction, correcting)
