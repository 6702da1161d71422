"""Drafts and sending: nothing lost, nothing twice, nothing assumed."""

import hashlib
import sqlite3
import uuid
from unittest import mock

import pytest
from django.utils.translation import override

from portal.audit.actors import VISITOR, Actor
from portal.audit.models import Event
from portal.confidential.keyring import destroy_data_key
from portal.confidential.models import WrappedKey
from portal.notifications.models import SafeChannel
from portal.registry import events
from portal.registry.answers import (
    Incomplete,
    as_sent,
    content_of,
    missing_questions,
    required_questions,
)
from portal.registry.consent import allows
from portal.registry.consent_texts import words_by_hash
from portal.registry.enums import REGISTRATION_PURPOSES, Purpose
from portal.registry.models import AnswersSnapshot, ConsentLine, Draft, LastKnown, NameIndex, PersonName, Registration
from portal.registry.services.consents import answer_consent
from portal.registry.services.drafts import (
    AlreadySent,
    discard_due_drafts,
    open_draft,
    save_answers,
    start_draft,
)
from portal.registry.services.submission import submit_draft
from tests.factories.accounts import make_holder
from tests.factories.registry import AnswersFactory, make_draft, make_registration

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def words_of(key: str) -> str:
    return words_by_hash([key])[key]


def _submit(draft: Draft) -> Registration:
    return submit_draft(draft=draft, actor=Actor.holder(draft.holder_id))


def test_a_holder_has_one_open_draft():
    holder, _code = make_holder()
    actor = Actor.holder(holder.pk)
    first = start_draft(holder=holder, language="ar", actor=actor)
    assert start_draft(holder=holder, language="ku", actor=actor) == first
    assert Event.objects.filter(code=events.DRAFT_STARTED, subject_id=first.pk).count() == 1


def test_answers_are_kept_question_by_question_and_sealed():
    draft = make_draft(name={"full": "Canary Zerdeşt"})
    save_answers(draft=draft, answers={"name": {"full": "آزاد"}}, language="ckb", actor=Actor.holder(draft.holder_id))
    again = Draft.objects.get(pk=draft.pk)
    assert again.answers["name"] == {"full": "آزاد"}
    assert again.answers["reach"] == {"wish": "code"}
    assert again.language == "ckb"
    stored = Draft.objects.filter(pk=draft.pk).values_list("answers", flat=True)[0]
    assert "آزاد".encode() not in bytes(stored)


def test_a_second_send_returns_the_same_registration():
    draft = make_draft()
    first = _submit(draft)
    assert _submit(draft) == first
    assert _submit(Draft.objects.get(pk=draft.pk)) == first
    assert Registration.objects.count() == 1
    assert ConsentLine.objects.count() == 3


def test_a_sent_draft_is_empty_and_takes_nothing_more():
    draft = make_draft()
    _submit(draft)
    sent = Draft.objects.get(pk=draft.pk)
    assert sent.answers == {} and sent.submitted_at is not None
    assert open_draft(draft.holder) is None
    with pytest.raises(AlreadySent):
        save_answers(draft=draft, answers={"name": {"full": "x"}}, language="en", actor=Actor.holder(draft.holder_id))


@pytest.mark.parametrize("question", required_questions("missing"))
def test_every_required_question_holds_the_sending_back(question):
    draft = make_draft(**{question: {}})
    with pytest.raises(Incomplete) as caught:
        _submit(draft)
    assert caught.value.questions == [question]
    assert not Registration.objects.exists()
    assert set(Draft.objects.get(pk=draft.pk).answers) == set(AnswersFactory())


def test_consent_questions_left_open_are_sent_and_grant_nothing_r_100():
    registration = make_registration(consent=dict.fromkeys(("contact", "compare", "trials"), ""))
    assert not registration.consents.exists()
    assert not any(allows(registration, purpose) for purpose in Purpose)


@pytest.mark.parametrize("purpose", ["contact", "compare", "trials"])
def test_a_consent_question_that_was_never_shown_holds_the_sending_back(purpose):
    consent = {"contact": "", "compare": "no", "trials": "no"}
    del consent[purpose]
    assert missing_questions(AnswersFactory(consent=consent)) == ["consent"]


def test_the_words_of_an_answered_question_are_kept_though_the_question_changes():
    line = make_registration(language="ckb").consents.get(purpose="compare")
    words = words_of(line.text_hash)
    with override("ckb"):
        assert words == str(Purpose.COMPARE.label)
    assert hashlib.sha256(words.encode()).hexdigest() == line.text_hash
    with mock.patch("portal.registry.services.consents.text_shown", return_value="Other words?"):
        answer_consent(registration=line.registration, purpose="compare", answer="yes", language="ckb", actor=VISITOR)
    newest = line.registration.consents.in_force().get(purpose="compare")
    assert (words_of(line.text_hash), words_of(newest.text_hash)) == (words, "Other words?")


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_words_of_the_first_version_can_still_be_shown(language):
    with override(language):
        shown = [str(purpose.label) for purpose in REGISTRATION_PURPOSES]
    hashes = [hashlib.sha256(f"1|{language}|{words}".encode()).hexdigest() for words in shown]
    assert [words_of(one) for one in hashes] == shown


def test_refusing_everything_grants_nothing():
    registration = make_registration(refusing=True)
    assert registration.consents.count() == 3
    for purpose in ("contact", "compare", "trials"):
        assert not allows(registration, purpose)


def test_not_known_and_not_said_are_stored_as_different_answers():
    known = LastKnown.objects.get(person__registration=make_registration())
    unknown = LastKnown.objects.get(person__registration=make_registration(nothing_known=True))
    unsaid = LastKnown.objects.get(person__registration=make_registration(nothing_said=True))
    assert (known.date_knowledge, known.date, known.place_as_told) == ("known", "2014-07", "طريق الشدادي")
    assert (unknown.date_knowledge, unknown.place_knowledge) == ("unknown", "unknown")
    assert (unsaid.date_knowledge, unsaid.place_knowledge) == ("unsaid", "unsaid")
    assert unknown.date == unsaid.date == ""


def test_other_spellings_and_forced_names_become_rows_of_their_own():
    rows = [{"number": 1, "kind": "alias", "full": "Azad Mihemed"}, {"number": 3, "kind": "forced", "full": "أبو بكر"}]
    registration = make_registration(parts={"given": "آزاد"}, names={"rows": rows, "last": 3})
    rows = {name.kind: name.full_as_written for name in PersonName.objects.filter(person__registration=registration)}
    assert rows == {"official": "آزاد محمد سليمان", "alias": "Azad Mihemed", "forced": "أبو بكر"}
    assert NameIndex.objects.filter(person__registration=registration).count() > 4


def test_only_the_channel_she_chose_lives():
    holder, _code = make_holder()
    make_registration(holder, by_mail=True)
    make_registration(holder, by_call=True)
    live = SafeChannel.objects.filter(holder=holder, ended_at__isnull=True)
    assert [(channel.kind, channel.value) for channel in live] == [("phone", "+963 900 000 011")]
    make_registration(holder)
    assert not live.all().exists()


def test_what_was_sent_is_kept_verbatim_without_the_forms_notes():
    draft = make_draft()
    actor = Actor.holder(draft.holder_id)
    save_answers(draft=draft, answers={"_kept": {"name": {"full": ["x"]}}}, language="ar", actor=actor)
    snapshot = AnswersSnapshot.objects.get(registration=_submit(draft))
    assert set(snapshot.answers) == set(AnswersFactory())
    assert snapshot.answers["name"] == {"full": "آزاد محمد سليمان"}


def test_the_wrapped_key_is_there_before_the_record():
    draft = make_draft()
    seen: list[bool] = []

    def watch(**fields):
        seen.append(WrappedKey.objects.filter(pk=fields["key_id"]).exists())
        raise sqlite3.OperationalError

    failing = mock.patch("portal.registry.services.submission.register", side_effect=watch)
    with failing, pytest.raises(sqlite3.OperationalError):
        _submit(draft)
    assert seen == [True]
    assert Draft.objects.get(pk=draft.pk).answers["name"]["full"] == "آزاد محمد سليمان"
    assert _submit(draft).reference


def test_sending_is_logged_with_the_holder_as_actor():
    registration = make_registration()
    event = Event.objects.get(code=events.REGISTERED, subject_id=registration.pk)
    assert (event.actor_kind, event.actor_id) == ("holder", registration.holder_id)


def test_abandoned_drafts_lose_their_key_after_seven_days(clock):
    old, fresh_holder = make_draft(), make_holder()[0]
    clock.move_to("2026-03-22T08:00:01+00:00")
    fresh = make_draft(fresh_holder)
    assert discard_due_drafts(actor=Actor.holder(uuid.uuid4())) == 1
    assert not Draft.objects.filter(pk=old.pk).exists()
    assert WrappedKey.objects.get(pk=old.key_id).destroyed_at is not None
    assert Draft.objects.get(pk=fresh.pk).answers


def test_who_comes_back_while_drafts_are_discarded_loses_nothing(clock):
    """She saves after the due drafts were listed and before hers is held."""
    drafts = [make_draft(), make_draft()]
    clock.move_to("2026-03-22T08:00:01+00:00")
    saved = []

    def return_now(key_id):
        other = next(draft for draft in drafts if draft.key_id != key_id)
        saved.append(save_answers(draft=other, answers={"name": {"full": "آزاد"}}, language="ar", actor=VISITOR))
        destroy_data_key(key_id)

    with mock.patch("portal.registry.services.drafts.destroy_data_key", side_effect=return_now):
        assert discard_due_drafts(actor=Actor.holder(uuid.uuid4())) == 1
    kept = Draft.objects.get()
    assert [kept.pk] == [draft.pk for draft in saved]
    assert kept.answers["name"] == {"full": "آزاد"} and kept.answers["where"]


def test_what_is_written_into_a_discarded_draft_begins_a_new_one(clock):
    draft = make_draft()
    clock.move_to("2026-03-22T08:00:01+00:00")
    discard_due_drafts(actor=Actor.holder(uuid.uuid4()))
    written = save_answers(draft=draft, answers={"name": {"full": "Azad"}}, language="ku", actor=VISITOR)
    assert Draft.objects.get(holder=draft.holder) == written and written.answers == {"name": {"full": "Azad"}}


@pytest.mark.parametrize("question", required_questions("survivor"))
def test_a_survivor_has_questions_that_must_be_answered_too(question):
    answers = AnswersFactory(survivor=True, **({} if question == "kind" else {question: {}}))
    if question == "kind":
        del answers["kind"]  # nothing was chosen: it is taken as a missing person, of whom more is asked
        assert missing_questions(answers) == ["kind", "applicant", "relationship"]
    else:
        assert missing_questions(answers) == [question]


def test_a_survivor_is_the_person_herself():
    """What was answered before she chose that she speaks for herself is not sent."""
    answers = AnswersFactory(survivor=True, relationship={"relationship": "sister"})
    content = content_of(answers, language="ar")
    assert (content.kind, content.applicant_kind, content.relationship) == ("survivor", "survivor", "self")
    assert "relationship" not in as_sent(answers)


@pytest.mark.parametrize(
    ("told", "stored"), [({}, "not_asked"), ({"sex": "unknown"}, "unknown"), ({"sex": "unsaid"}, "unsaid")]
)
def test_not_asked_not_known_and_not_said_are_three_answers_of_an_optional_question(told, stored):
    assert make_registration(parts=told).persons.get().sex == stored


def test_content_reads_her_language_and_words():
    content = content_of(AnswersFactory(latin=True), language="ku")
    assert content.language == "ku"
    assert content.names[0].full == "Azad Mihemed Silêman"
    assert content.relationship == "sister"
