"""One case for each constraint: a row that stands, what breaks the rule, and what the rule allows.

A unique rule is tried with a copy of the row, a check with a change of the row itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db.models import F, Model
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder, CodeRecovery, ReturnCode, RoleGrant, TrainedGrant
from portal.audit.actors import Actor
from portal.confidential.keyring import create_data_key
from portal.confidential.models import TeamKey, WrappedKey
from portal.confidential.team_sealing import current_team_key
from portal.detainees.models import BatchRow, UndoRequest
from portal.following.models import Follow
from portal.matching.models import Disclosure, DuplicatePair, ExportRequest, Judgement, LinkedMark, LinkRun, Reopening
from portal.notifications.models import Delivery, EventWish, InboxEntry, SafeChannel, SignOfLife
from portal.organizations.models import Membership, Organization, Recipient
from portal.organizations.services import add_recipient, create_organization
from portal.places.models import Place
from portal.proceedings.models import Fact, PublishedUpdate
from portal.referrals.models import ErasedGiving
from portal.registry.happened import HappenedContent, StayContent
from portal.registry.models import (
    AnswersSnapshot,
    Applicant,
    ConsentLine,
    Draft,
    Finding,
    HeardPlace,
    LegalHold,
    Message,
    NamedAuthority,
    PersonName,
    Registration,
    RegistrationLink,
    Silence,
    Stay,
    TrainedWish,
)
from portal.support.models import OfficialChannel
from tests.factories.accounts import make_holder
from tests.factories.evidence import make_waiting
from tests.factories.findings import make_finding
from tests.factories.helping import make_helped
from tests.factories.matching import make_detainee, make_duplicate, make_pair, make_registration, make_source
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding
from tests.factories.recipients import agreed_about, asked_about, make_recipient, make_transmission
from tests.factories.recordings import make_recording
from tests.factories.registry import make_draft
from tests.factories.staff import StaffFactory
from tests.factories.trained import make_trained


@dataclass(frozen=True)
class Case:
    """`breaking` and `allowed` are values, or callables that make them when the test runs."""

    make: Callable[[], Model]
    breaking: dict[str, Any] = field(default_factory=dict)
    allowed: dict[str, Any] = field(default_factory=dict)


def _holder() -> AccessHolder:
    return make_holder()[0]


def _person():
    return StaffFactory(role=Role.REVIEWER)


def _trained() -> TrainedGrant:
    return TrainedGrant.objects.get(user=make_trained())


def _trained_wish() -> TrainedWish:
    return TrainedWish.objects.create(registration=make_registration(), wished_at=timezone.now())


def _finding() -> Finding:
    return make_finding(make_registration(), "confirmed_dead_identified")


def _team_key() -> TeamKey:
    return current_team_key()


def _added_organization() -> Organization:
    return create_organization(slug="added", names={"en": "Added"}, actor=Actor.staff(_person().pk))


def _held() -> Registration:
    told = HappenedContent(stays=(StayContent(place_as_heard="مدرسة قرب الرقة"),))
    return make_registration(happened=told, silences=(("parties", "unknown"),))


def _place() -> Place:
    return Place.objects.filter(kind="detention")[0]


def _added_recipient() -> Recipient:
    return add_recipient(kind="court", name="Added", actor=Actor.staff(_person().pk))


def _link() -> RegistrationLink:
    return RegistrationLink.objects.create(first=make_registration(), second=make_registration(), kind="taken_together")


def _about_recipient() -> ConsentLine:
    registration, recipient = make_registration(), make_recipient()
    agreed_about(registration, recipient, "person")
    line = ConsentLine.objects.get(registration=registration, recipient=recipient, answer="yes")
    ConsentLine.objects.filter(registration=registration, data_class="applicant").delete()
    return line


def _judgement() -> Judgement:
    pair = make_pair()
    return Judgement.objects.create(
        key_id=pair.key_id,
        pair=pair,
        reading="first",
        reviewer=_person(),
        verdict="same",
        role="same_person",
        reason="x",
    )


def _reopening() -> Reopening:
    pair = make_pair()
    return Reopening.objects.create(key_id=pair.key_id, pair=pair, round=2, reason="x", reopened_by=_person())


def _disclosure() -> Disclosure:
    pair = make_pair()
    return Disclosure.objects.create(key_id=pair.key_id, pair=pair, decision="tell", reason="x", requested_by=_person())


def _duplicate() -> DuplicatePair:
    return make_duplicate(make_registration(), make_registration())


def _later(make: Callable[[], Model]) -> Callable[[], Model]:
    """A record whose key comes after the first record's of the duplicate: keys are random, every second one fits."""

    def one() -> Model:
        first = DuplicatePair.objects.get().first
        while (made := make()).pk < first.pk:
            pass
        return made

    return one


def _export() -> ExportRequest:
    return ExportRequest.objects.create(purpose="measure", requested_by=_person())


def _batch_row() -> BatchRow:
    batch = make_source()
    return BatchRow.objects.create(
        key_id=batch.key_id, batch=batch, number=2, cells={"cells": [], "faults": []}, outcome="created"
    )


def _undo() -> UndoRequest:
    batch = make_source()
    return UndoRequest.objects.create(key_id=batch.key_id, batch=batch, reason="A wrong file", requested_by=_person())


def _draft() -> Draft:
    return Draft.objects.create(key_id=create_data_key(purpose="draft"), holder=_holder(), language="ar", answers={})


def _of_organization() -> Registration:
    registration = make_registration()
    registration.organization, registration.external_id = make_organization(), "A-1"
    registration.save()
    return registration


def _channel() -> SafeChannel:
    return SafeChannel.objects.create(
        key_id=create_data_key(purpose="channel"), holder=_holder(), kind="email", value="a@example.org", note=""
    )


def _entry() -> InboxEntry:
    return InboxEntry.objects.create(holder=_holder(), kind="update", subject="one")


def _delivery() -> Delivery:
    channel = _channel()
    entry = InboxEntry.objects.create(holder=channel.holder, kind="update", subject="one")
    return Delivery.objects.create(entry=entry, channel=channel)


def _wish() -> EventWish:
    return EventWish.objects.create(holder=_holder(), kind="update", telling="page")


def _sign() -> SignOfLife:
    return SignOfLife.objects.create(holder=_holder(), every="week", next_on=_NOW().date())


def _official() -> OfficialChannel:
    return OfficialChannel.objects.create(kind="site", value="https://a.example", added_by=_person())


def _membership() -> Membership:
    return Membership.objects.create(user=_person(), organization=make_organization(), role="editor")


def _update() -> PublishedUpdate:
    return PublishedUpdate.objects.create(
        translation_key=uuid4(),
        language="ar",
        proceeding=make_proceeding(),
        organization=make_organization(),
        title="x",
        url_path="/x/",
        published_at=timezone.now(),
    )


def _recovery() -> CodeRecovery:
    return CodeRecovery.objects.create(holder=_holder(), requested_by=_person())


def _key() -> WrappedKey:
    return WrappedKey.objects.get(pk=create_data_key(purpose="case"))


def _hold() -> LegalHold:
    one = make_registration()
    return LegalHold.objects.create(
        key_id=one.key_id, registration=one, reason="x", placed_by=_person(), placed_at=timezone.now()
    )


def _message() -> Message:
    one = make_registration()
    return Message.objects.create(key_id=one.key_id, registration=one, author="family", words="x")


_NOW = timezone.now


def _soon() -> datetime:
    return timezone.now() + timedelta(hours=1)


def _tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


_TWO_PEOPLE = Case(
    _recovery, {"approved_by": F("requested_by"), "approved_at": _NOW}, {"approved_by": _person, "approved_at": _NOW}
)
_WHO_AND_WHEN = Case(_recovery, {"approved_at": _NOW}, {"approved_by": _person, "approved_at": _NOW})

_APPROVED = {"approved_by": _person, "approved_at": _NOW, "expires_at": _tomorrow}

CASES: dict[str, Case] = {
    "one_live_follow_per_proceeding": Case(
        lambda: Follow.objects.create(holder=_holder(), proceeding=make_proceeding()), {}, {"stopped_at": _NOW}
    ),
    "one_mark_per_record": Case(
        lambda: LinkedMark.objects.create(kind="registration", record_id=uuid4(), fingerprint=b"x"),
        {},
        {"record_id": uuid4},
    ),
    "one_open_run_per_scope": Case(
        lambda: LinkRun.objects.create(scope="everything", started_at=timezone.now()), {}, {"scope": "duplicates"}
    ),
    "duplicate_has_two_records_of_its_kind": Case(_duplicate, {"kind": "detainee"}, {"state": "same"}),
    "one_duplicate_per_two_registrations": Case(_duplicate, {}, {"second_registration": _later(make_registration)}),
    "one_duplicate_per_two_detainees": Case(
        lambda: make_duplicate(make_detainee(), make_detainee()), {}, {"second_detainee": _later(make_detainee)}
    ),
    "one_pair_per_two_records": Case(make_pair, {}, {"detainee": make_detainee}),
    "pair_taken_who_and_when": Case(make_pair, {"taken_by": _person}, {"taken_by": _person, "taken_at": timezone.now}),
    "only_a_first_reading_is_taken_back": Case(
        _judgement, {"withdrawn_at": timezone.now, "reading": "second"}, {"withdrawn_at": timezone.now}
    ),
    "one_judgement_per_reading": Case(_judgement, {"reviewer": _person}, {"reviewer": _person, "reading": "second"}),
    "each_reading_by_another_person": Case(
        _judgement, {"reading": "second"}, {"reviewer": _person, "reading": "second"}
    ),
    "one_reopening_per_round": Case(_reopening, {}, {"round": 3}),
    "disclosure_needs_two_people": Case(_disclosure, _TWO_PEOPLE.breaking, _TWO_PEOPLE.allowed),
    "disclosure_approved_who_and_when": Case(_disclosure, _WHO_AND_WHEN.breaking, _WHO_AND_WHEN.allowed),
    "one_open_disclosure_per_round": Case(_disclosure, {}, {"refused_at": _NOW}),
    "export_needs_two_people": Case(_export, {**_APPROVED, "approved_by": F("requested_by")}, _APPROVED),
    "export_approved_who_and_when": Case(_export, {"approved_by": _person, "approved_at": _NOW}, _APPROVED),
    "export_answered_once": Case(_export, {**_APPROVED, "refused_at": _NOW}, {"refused_at": _NOW}),
    "export_used_within_its_time": Case(_export, {"used_at": _NOW}, {**_APPROVED, "used_at": _soon}),
    "one_open_export_per_person": Case(_export, {}, {"refused_at": _NOW}),
    "undo_needs_two_people": Case(
        _undo, {"approved_by": F("requested_by"), "approved_at": _NOW}, {"approved_by": _person, "approved_at": _NOW}
    ),
    "undo_approved_who_and_when": Case(_undo, {"approved_by": _person}, {"approved_by": _person, "approved_at": _NOW}),
    "undo_answered_once": Case(
        _undo, {"approved_by": _person, "approved_at": _NOW, "refused_at": _NOW}, {"refused_at": _NOW}
    ),
    "one_open_undo_per_list": Case(_undo, {}, {"refused_at": _NOW}),
    "one_record_per_source_and_external_id": Case(make_detainee, {}, {"external_id": "another"}),
    "one_row_per_number": Case(_batch_row, {}, {"number": 3}),
    "one_open_draft_per_holder": Case(_draft, {}, {"submitted_at": _NOW}),
    "one_registration_per_organization_and_external_id": Case(
        _of_organization, {"reference": "SR-2222-2222"}, {"reference": "SR-2222-2222", "external_id": ""}
    ),
    "registration_has_holder_or_organization": Case(
        make_registration, {"holder": None}, {"organization": make_organization}
    ),
    "registration_times_in_order": Case(
        make_registration,
        {"submitted_at": F("started_at") - timedelta(seconds=1)},
        {"submitted_at": F("started_at") + timedelta(seconds=1)},
    ),
    "registration_to_check_first_says_why": Case(
        make_registration, {"trust": "check_first"}, {"trust": "check_first", "trust_reason": "hurry"}
    ),
    "registration_spam_says_by_whom": Case(
        make_registration,
        {"trust": "spam", "trust_at": timezone.now},
        {"trust": "spam", "trust_at": timezone.now, "trust_by": _person},
    ),
    "registrations_linked_once_per_kind": Case(_link, {}, {"second": make_registration}),
    "registration_not_linked_to_itself": Case(_link, {"second": F("first")}, {"second": make_registration}),
    "one_consent_in_force_per_purpose": Case(
        lambda: ConsentLine.objects.filter(registration=make_registration()).first(), {}, {"withdrawn_at": _NOW}
    ),
    "one_consent_in_force_per_recipient_and_class": Case(_about_recipient, {}, {"data_class": "applicant"}),
    "consent_names_a_class_exactly_for_a_recipient": Case(_about_recipient, {"data_class": ""}, {"answer": "no"}),
    "consent_heard_by_a_helper_has_its_testimony": Case(
        lambda: make_helped().consents.get(purpose="compare"), {"testimony": None}, {"answer": "no"}
    ),
    "one_live_recording_per_question": Case(make_recording, {}, {"ended_at": _NOW}),
    "consent_review_who_and_when": Case(
        lambda: make_helped(authority="oral_mandate", speaker="A neighbour").consent_review,
        {"is_accepted": True},
        {"reviewed_by": _person, "reviewed_at": _NOW, "is_accepted": True},
    ),
    "one_open_question_per_recipient": Case(
        lambda: asked_about(make_registration(), make_recipient()), {}, {"answered_at": _NOW}
    ),
    "one_live_naming_per_authority": Case(
        lambda: NamedAuthority.objects.create(registration=make_registration(), authority="iraq"),
        {},
        {"authority": "syria"},
    ),
    "transmission_needs_two_people": Case(
        make_transmission,
        {"answered_by": F("requested_by"), "refused_at": _NOW},
        {"answered_by": _person, "refused_at": _NOW},
    ),
    "transmission_answered_once_by_somebody": Case(
        make_transmission,
        {"answered_by": _person, "refused_at": _NOW, "given_at": _NOW},
        {"answered_by": _person, "given_at": _NOW},
    ),
    "one_primary_name_per_person": Case(
        lambda: PersonName.objects.get(person__registration=make_registration()), {}, {"is_primary": False}
    ),
    "stays_of_a_person_in_order": Case(lambda: Stay.objects.get(person__registration=_held()), {}, {"position": 2}),
    "stay_at_some_place": Case(
        lambda: Stay.objects.get(person__registration=_held()), {"heard": None}, {"heard": None, "place": _place}
    ),
    "heard_place_linked_by_somebody_at_a_time": Case(
        lambda: HeardPlace.objects.get(registration=_held()),
        {"place": _place, "linked_at": _NOW},
        {"place": _place, "linked_at": _NOW, "linked_by": _person},
    ),
    "one_silence_per_question": Case(
        lambda: Silence.objects.get(person__registration=_held()), {}, {"question": "stays"}
    ),
    "evidence_of_a_registration_or_a_draft": Case(
        make_waiting, {"registration": None}, {"registration": None, "draft": lambda: make_draft(_holder(), "en")}
    ),
    "evidence_added_by_staff_to_a_file": Case(
        make_waiting,
        {"added_by": StaffFactory, "message": _message},
        {"added_by": StaffFactory},
    ),
    "evidence_has_a_size": Case(make_waiting, {"size": 0}, {"size": 1}),
    "evidence_complete_when_received": Case(
        make_waiting, {"received_at": None}, {"received_at": None, "state": "receiving"}
    ),
    "evidence_checked_when_ready": Case(make_waiting, {"state": "ready"}, {"state": "ready", "scanned_at": _NOW}),
    "evidence_refused_for_a_reason": Case(
        make_waiting,
        {"state": "refused", "ended_at": _NOW},
        {"state": "refused", "ended_at": _NOW, "refusal": "harmful"},
    ),
    "evidence_ended_when_gone": Case(make_waiting, {"state": "taken_back"}, {"state": "taken_back", "ended_at": _NOW}),
    "one_applicant_in_force": Case(
        lambda: Applicant.objects.get(registration=make_registration()), {}, {"superseded_at": _NOW}
    ),
    "snapshots_of_a_registration_in_order": Case(
        lambda: AnswersSnapshot.objects.get(registration=make_registration()), {}, {"number": 2}
    ),
    "one_hold_in_force": Case(_hold, {}, {"lifted_at": _NOW, "lifted_by": _person}),
    "hold_lifted_who_and_when": Case(_hold, {"lifted_at": _NOW}, {"lifted_at": _NOW, "lifted_by": _person}),
    "message_of_staff_names_who": Case(_message, {"author": "staff"}, {"author": "staff", "written_by": _person}),
    "facts_have_one_order": Case(lambda: Fact.objects.filter(proceeding=make_proceeding()).first(), {}, {"order": 99}),
    "one_published_update_per_language": Case(_update, {}, {"language": "ku"}),
    "one_live_channel_per_kind": Case(_channel, {}, {"ended_at": _NOW}),
    "one_entry_per_piece_of_news": Case(_entry, {}, {"subject": "two"}),
    "one_delivery_per_entry_and_channel": Case(_delivery, {}, {"channel": _channel}),
    "channel_hours_from_and_to": Case(
        _channel, {"zone": "Asia/Damascus", "hour_from": 8}, {"zone": "Asia/Damascus", "hour_from": 22, "hour_to": 6}
    ),
    "channel_times_have_a_clock": Case(_channel, {"days": "5"}, {"days": "5", "zone": "Asia/Damascus"}),
    "delivery_handled_who_and_when": Case(_delivery, {"handled_at": _NOW}, {"handled_at": _NOW, "handled_by": _person}),
    "one_wish_per_kind_of_news": Case(_wish, {}, {"kind": "another"}),
    "sign_of_life_next_unless_never": Case(_sign, {"next_on": None}, {"next_on": None, "every": "never"}),
    "one_live_official_channel": Case(_official, {}, {"value": "https://b.example"}),
    "official_channel_removed_who_and_when": Case(
        _official, {"removed_at": _NOW}, {"removed_at": _NOW, "removed_by": _person}
    ),
    "organization_needs_two_people": Case(
        _added_organization, {"verified_by": F("created_by")}, {"verified_by": _person}
    ),
    "recipient_needs_two_people": Case(
        _added_recipient,
        {"confirmed_by": F("added_by"), "confirmed_at": _NOW},
        {"confirmed_by": _person, "confirmed_at": _NOW},
    ),
    "recipient_confirmed_who_and_when": Case(
        _added_recipient, {"confirmed_by": _person}, {"confirmed_by": _person, "confirmed_at": _NOW}
    ),
    "one_row_per_erased_giving": Case(
        lambda: ErasedGiving.objects.create(recipient=make_recipient(), reference="SR-2345-6789", given_at=_NOW()),
        {},
        {"reference": "SR-2345-679A"},
    ),
    "one_live_membership": Case(_membership, {}, {"ended_at": _NOW}),
    "duress_pin_beside_a_pin_and_a_decoy": Case(
        _holder,
        {"duress_digest": b"2" * 32, "pin_digest": b"1" * 32},
        {"duress_digest": b"2" * 32, "pin_digest": b"1" * 32, "decoy": _holder},
    ),
    "one_live_return_code": Case(
        lambda: ReturnCode.objects.get(holder=_holder()),
        {"digest": b"1" * 32},
        {"digest": b"1" * 32, "revoked_at": _NOW},
    ),
    "recovery_needs_two_people": _TWO_PEOPLE,
    "recovery_approved_who_and_when": _WHO_AND_WHEN,
    "recovery_stopped_is_refused": Case(_recovery, {"stopped_at": _NOW}, {"stopped_at": _NOW, "refused_at": _NOW}),
    "one_open_recovery_per_holder": Case(_recovery, {}, {"refused_at": _NOW}),
    "one_live_grant_per_user_and_role": Case(lambda: RoleGrant.objects.get(user=_person()), {}, {"revoked_at": _NOW}),
    "finding_needs_two_people": Case(
        _finding,
        {"second_by": F("found_by"), "second_at": _NOW, "is_confirmed": True},
        {"second_by": _person, "second_at": _NOW, "is_confirmed": True},
    ),
    "finding_second_who_when_and_what": Case(
        _finding,
        {"second_by": _person, "second_at": _NOW},
        {"second_by": _person, "second_at": _NOW, "is_confirmed": False},
    ),
    "finding_told_who_and_when": Case(
        _finding, {"needs_second": False, "told_at": _NOW}, {"needs_second": False, "told_at": _NOW, "told_by": _person}
    ),
    "finding_told_by_another_person": Case(
        _finding,
        {"needs_second": False, "told_at": _NOW, "told_by": F("found_by")},
        {"needs_second": False, "told_at": _NOW, "told_by": _person},
    ),
    "finding_told_once_it_counts": Case(
        _finding,
        {"told_at": _NOW, "told_by": _person},
        {"needs_second": False, "told_at": _NOW, "told_by": _person},
    ),
    "one_waiting_trained_wish": Case(_trained_wish, {}, {"ended_at": _NOW}),
    "trained_wish_done_who_and_when": Case(_trained_wish, {"done_at": _NOW}, {"done_at": _NOW, "done_by": _person}),
    "one_standing_trained_grant_per_user": Case(_trained, {}, {"kind": "minors"}),
    "trained_grant_from_somebody_else": Case(_trained, {"granted_by": F("user")}, {"granted_by": _person}),
    "trained_grant_ends_after_it_begins": Case(
        _trained, {"expires_at": F("granted_at")}, {"expires_at": F("granted_at") + timedelta(days=1)}
    ),
    "trained_grant_taken_back_who_and_when": Case(
        _trained, {"revoked_at": _NOW}, {"revoked_at": _NOW, "revoked_by": _person}
    ),
    "team_key_gone_when_destroyed": Case(_team_key, {"destroyed_at": _NOW}, {"destroyed_at": _NOW, "wrapped": b""}),
    "wrapped_key_gone_when_destroyed": Case(_key, {"destroyed_at": _NOW}, {"destroyed_at": _NOW, "wrapped": b""}),
}
