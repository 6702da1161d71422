"""The cases of telling a family: decisions, talks, corrections, and records that somebody calls wrong."""

from __future__ import annotations

from django.db.models import F

from portal.confidential.fields import Ciphertext
from portal.core import dates
from portal.matching.models import Correction, Disclosure, RecordCheck, Talk
from tests.factories.matching import make_detainee, make_pair

from .constraint_cases import _NOW, _TWO_PEOPLE, _WHO_AND_WHEN, Case, _person

# Any sealed value: the database sees only that something is there.
_SEALED = Ciphertext(b"sealed")


def _disclosure() -> Disclosure:
    pair = make_pair()
    return Disclosure.objects.create(key_id=pair.key_id, pair=pair, decision="tell", reason="x", requested_by=_person())


def _talk() -> Talk:
    decision = _disclosure()
    said = {
        "is_grave": True,
        "teller": _person(),
        "way": "phone",
        "planned_on": dates.today(),
        "planned_by": _person(),
    }
    return Talk.objects.create(key_id=decision.key_id, disclosure=decision, **said)


def _correction() -> Correction:
    decision = _disclosure()
    return Correction.objects.create(key_id=decision.key_id, disclosure=decision, reason="x", requested_by=_person())


def _correcting() -> Talk:
    talk, wrong = _talk(), _correction()
    talk.correction, talk.disclosure = wrong, wrong.disclosure
    talk.save()
    return talk


def _check() -> RecordCheck:
    record = make_detainee()
    return RecordCheck.objects.create(key_id=record.key_id, record=record, reason="x", opened_by=_person())


CASES: dict[str, Case] = {
    "disclosure_second_is_a_third_person": Case(
        _disclosure,
        {"approved_by": _person, "approved_at": _NOW, "second_by": F("requested_by"), "second_at": _NOW},
        {"approved_by": _person, "approved_at": _NOW, "second_by": _person, "second_at": _NOW},
    ),
    "disclosure_in_force_once_approved": Case(
        _disclosure,
        {"needs_two": True, "approved_by": _person, "approved_at": _NOW, "effective_at": _NOW},
        {"approved_by": _person, "approved_at": _NOW, "effective_at": _NOW},
    ),
    "correction_needs_two_people": Case(_correction, _TWO_PEOPLE.breaking, _TWO_PEOPLE.allowed),
    "correction_approved_who_and_when": Case(_correction, _WHO_AND_WHEN.breaking, _WHO_AND_WHEN.allowed),
    "one_open_correction_per_disclosure": Case(_correction, {}, {"refused_at": _NOW}),
    "talk_told_after_the_safe_word": Case(
        _talk,
        {"is_grave": False, "told_at": _NOW, "received": _SEALED},
        {"is_grave": False, "told_at": _NOW, "received": _SEALED, "is_word_checked": True},
    ),
    "grave_news_with_support_and_language": Case(
        _talk,
        {"told_at": _NOW, "received": _SEALED, "is_word_checked": True, "language": "ku"},
        {"told_at": _NOW, "received": _SEALED, "is_word_checked": True, "language": "ku", "is_support_present": True},
    ),
    "one_live_talk_per_disclosure": Case(_talk, {}, {"replaced_at": _NOW}),
    "one_live_talk_per_correction": Case(_correcting, {}, {"replaced_at": _NOW}),
    "one_open_check_per_record": Case(_check, {}, {"closed_at": _NOW, "closed_by": _person, "outcome": "kept"}),
    "check_closed_who_when_and_what": Case(
        _check, {"closed_at": _NOW, "closed_by": _person}, {"closed_at": _NOW, "closed_by": _person, "outcome": "kept"}
    ),
    "check_closed_by_another_person": Case(
        _check,
        {"closed_at": _NOW, "closed_by": F("opened_by"), "outcome": "kept"},
        {"closed_at": _NOW, "closed_by": _person, "outcome": "kept"},
    ),
}
