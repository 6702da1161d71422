"""Judgements and the answers of families are labels: measured, refined from, and handed out under pseudonyms only."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.accounts.enums import Role
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.matching import events
from portal.matching.enums import FamilySays, PairState
from portal.matching.evaluation import judged_pairs, label_of, settled
from portal.matching.services.correcting import approve_correction, request_correction
from portal.matching.services.talks import note_answer
from tests.factories.exports import approved
from tests.factories.matching import make_pair, make_staff
from tests.factories.telling import planned, tell

pytestmark = pytest.mark.django_db


def told(says: str):
    talk = tell(planned())
    note_answer(talk=talk, says=says, words="w", user=talk.teller, actor=Actor.staff(talk.teller_id))
    return talk


@pytest.mark.parametrize(("says", "label"), [("confirmed", True), ("not_him", False), ("unsure", True)])
def test_what_the_family_knows_stands_above_the_readings(says, label) -> None:
    """Not him is a label at once, while two people still read the pair again; unsure leaves the readings."""
    told(says)
    assert [label_of(pair) for pair in settled()] == [label] == [one.is_same for one in judged_pairs()]


def test_an_answer_to_what_was_wrong_is_no_label() -> None:
    talk, first, second = told(FamilySays.CONFIRMED), make_staff(Role.SUPERVISOR), make_staff(Role.SUPERVISOR)
    wrong = request_correction(disclosure=talk.disclosure, reason="r", user=first, actor=Actor.staff(first.pk))
    approve_correction(correction=wrong, user=second, actor=Actor.staff(second.pk))
    assert not settled().exists()


def test_labelled_pairs_leave_with_leave_of_a_second_person_and_without_a_name(tmp_path) -> None:
    pair, path = told(FamilySays.CONFIRMED).disclosure.pair, tmp_path / "labels.csv"
    make_pair(state=PairState.REJECTED)
    with pytest.raises(CommandError):
        call_command("export_candidates", str(path), "--labelled", stdout=StringIO())
    request = approved()
    call_command("export_candidates", str(path), "--labelled", "--request", str(request.pk), stdout=StringIO())
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    assert {(row["same"], row["said_by"], row["given"]) for row in rows} == {
        ("1", "family", "14"),
        ("0", "readers", "14"),
    }
    text = path.read_text()
    assert pair.registration.reference not in text and pair.detainee.external_id not in text and "آزاد" not in text
    assert str(pair.registration_id) not in text and rows[0]["languages"] == "ar–ar"
    event = Event.objects.get(code=events.EXPORTED)
    assert event.data["labelled"] and event.data["pairs"] == 2 and event.subject_id == request.pk
    with pytest.raises(CommandError):
        call_command("export_candidates", str(path), "--labelled", "--request", str(request.pk), stdout=StringIO())
