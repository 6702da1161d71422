"""Who has a file, tasks, notes, links, risk and closing, as a caseworker meets them on the pages."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.core.dates import today
from portal.family.exporting import everything_json
from portal.family.page import compose
from portal.referrals.letters import letter
from portal.referrals.models import Transmission
from portal.registry import events
from portal.registry.enums import RegistrationState, Risk, Visibility
from portal.registry.models import CaseLink, CaseNote, CaseTask
from portal.registry.services.assigning import assignment_of
from portal.registry.services.closing import grade_risk, reopen_file
from portal.registry.services.messages import NotReachable, write_as_staff
from tests.factories.casework import make_case_link, make_closed, make_note, make_owned, make_task
from tests.factories.recipients import agreed_about, make_given, make_recipient
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def caseworker(client):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    return user


def post(client, registration, what: str, data: dict | None = None) -> str:
    return client.post(f"/office/files/{registration.pk}/{what}/", data or {}, follow=True).content.decode()


def file_page(client, registration):
    return client.get(f"/office/files/{registration.pk}/")


def test_a_file_has_parts_few_queries_and_a_small_page(client, caseworker, django_assert_max_num_queries):
    registration = make_registration(by_call=True)
    make_owned(registration, by=caseworker)
    for place in range(3):
        make_task(registration, by=caseworker, words="سؤال الأخ", due_on=today() + timedelta(days=place))
        make_note(registration, "كلام مع الأخ " * 20)
        make_case_link(registration)
    file_page(client, registration)
    with django_assert_max_num_queries(46):
        page = file_page(client, registration)
    words = page.content.decode()
    assert len(page.content) <= 35_000
    for part in ("now", "told", "agreed", "files", "letters", "established", "notes", "linked", "ending", "log"):
        assert f'href="#{part}"' in words and f'id="{part}"' in words


def test_a_file_is_taken_and_handed_over_with_a_note_and_the_rows_stay(client, caseworker):
    registration, other = make_registration(), StaffFactory(caseworker=True)
    task = make_task(registration, by=caseworker)
    post(client, registration, "take")
    seen = assignment_of(registration)
    assert seen.owner == caseworker
    post(client, registration, "owner", {"seen": seen.pk, "to": other.pk, "note": "She waits for a call"})
    present, before = registration.assignments.all()
    assert (present.owner, present.note, before.ended_by) == (other, "She waits for a call", caseworker)
    task.refresh_from_db()
    assert task.for_whom == other
    newest = Event.objects.filter(code=events.FILE_ASSIGNED).latest("pk")
    assert newest.data == {"to": str(other.pk), "tasks": 1}
    # whoever comes second is told, and nothing is changed
    page = post(client, registration, "take")
    assert "Somebody else has this file now." in page and assignment_of(registration) == present
    page = post(client, registration, "owner", {"seen": seen.pk, "to": caseworker.pk})
    assert "Only who has this file" in page and assignment_of(registration) == present


def test_a_supervisor_hands_over_all_files_of_who_leaves(client):
    leaving, other = StaffFactory(caseworker=True), StaffFactory(caseworker=True)
    files = [make_owned(by=leaving).registration for _one in range(2)]
    elsewhere = [make_task(by=leaving), make_task(by=leaving)]
    sign_in(client, StaffFactory(supervisor=True))
    refused = client.post("/office/hand-over/", {"of": leaving.pk, "to": leaving.pk})
    assert refused.status_code == 422 and "Please choose somebody else." in refused.content.decode()
    page = client.post("/office/hand-over/", {"of": leaving.pk, "to": other.pk}, follow=True).content.decode()
    assert "2 files were handed over." in page
    assert {assignment_of(file).owner for file in files} == {other}
    # tasks on files that were never theirs: each file's log says that they were handed on
    assert not CaseTask.objects.filter(for_whom=leaving).exists()
    logged = Event.objects.filter(code=events.TASKS_HANDED)
    assert {event.subject_id for event in logged} == {task.registration_id for task in elsewhere}
    assert {event.data["tasks"] for event in logged} == {1} and logged.count() == 2


def test_a_task_is_set_once_and_done_by_one(client, caseworker):
    registration = make_registration()
    asked = {"key": uuid4(), "kind": "call", "due_on": today().isoformat(), "for_whom": caseworker.pk, "words": "x"}
    for _twice in range(2):
        post(client, registration, "task", asked)
    task = CaseTask.objects.get()
    day = client.get("/office/").content.decode()
    assert "Call the family. Say the word first." in day and registration.reference in day and "today" in day
    for words in ("Saved", "Somebody else has dealt with this already."):
        assert words in client.post(f"/office/tasks/{task.pk}/done/", follow=True).content.decode()
    task.refresh_from_db()
    assert task.done_by == caseworker


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"due_on": "9999-12-31"}, "This date cannot be: please check the year."),
        ({"due_on": today() - timedelta(days=3)}, "This day is over."),
        ({"due_on": today() + timedelta(days=800)}, "Please choose a day within two years."),
        ({"due_on": "14.3."}, "Please write a whole date"),
        ({"kind": "other", "words": ""}, "Please say what is to be done."),
        ({"for_whom": "nobody"}, "Please fill this in."),
    ],
)
def test_a_wrong_task_is_explained_and_nothing_typed_is_lost(client, caseworker, wrong, words):
    registration = make_registration()
    asked = {"key": uuid4(), "kind": "call", "due_on": "", "for_whom": caseworker.pk, "words": "typed before"} | wrong
    answer = client.post(f"/office/files/{registration.pk}/task/", asked)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page and not CaseTask.objects.exists()
    assert asked["words"] in page


def test_a_note_is_internal_until_somebody_confirms_that_others_read_it(client, caseworker):
    registration = make_registration()
    sent = {"key": uuid4(), "words": "Bring the family book", "visibility": "family"}
    page = post(client, registration, "note", sent)
    assert "More people will read this" in page and "Bring the family book" in page and not CaseNote.objects.exists()
    post(client, registration, "note", sent | {"confirmed": "1"})
    note = CaseNote.objects.get()
    narrower = {"key": uuid4(), "words": note.words, "visibility": "internal"}
    post(client, registration, f"note/{note.pk}", narrower)
    assert not registration.case_notes.for_family().exists()
    assert [one.words for one in CaseNote.objects.all()] == [note.words] * 2
    page = post(client, registration, f"note/{note.pk}", sent | {"key": uuid4(), "confirmed": "1"})
    assert "Somebody else has corrected this note." in page and CaseNote.objects.count() == 2


def test_each_note_is_read_by_those_it_is_for(client):
    registration = make_registration()
    for visibility in Visibility.values:
        make_note(registration, f"note-for-{visibility}", visibility=visibility)
    hers = everything_json(registration, registration.holder).decode()
    assert "note-for-family" in hers and "note-for-partner" not in hers and "note-for-internal" not in hers
    partners = {note.words for note in registration.case_notes.for_partners()}
    assert partners == {"note-for-partner", "note-for-family"}


def test_organizations_read_notes_only_where_the_family_agrees_to_that():
    registration = make_registration()
    for visibility in ("internal", "partner"):
        make_note(registration, f"note-for-{visibility}", visibility=visibility)
    user = StaffFactory(supervisor=True)
    for agreed, is_read in ((("person", "notes"), True), (("person",), False)):
        court = make_recipient()
        agreed_about(registration, court, *agreed)
        asked = Transmission(registration=registration, recipient=court, data_classes=["person", "notes"])
        given = letter(asked, user=user).decode()
        assert ("note-for-partner" in given) is is_read and "note-for-internal" not in given


def test_a_family_carries_with_it_the_notes_that_were_given_to_others():
    registration = make_registration()
    early = make_note(registration, "note-that-was-given", visibility="partner")
    make_given(registration, classes=("person", "notes"))
    make_note(registration, "note-of-later", visibility="partner")
    hers = everything_json(registration, registration.holder).decode()
    assert "note-that-was-given" in hers and "note-of-later" not in hers
    # a newer note does not undo that the older one was given
    make_note(registration, "note-instead", visibility="internal", corrects=early)
    hers = everything_json(registration, registration.holder).decode()
    assert "note-that-was-given" in hers and "note-instead" not in hers
    # where notes were not among what was given, none is told of
    other = make_note(words="note-not-given", visibility="partner").registration
    make_given(other, classes=("person",))
    assert "note-not-given" not in everything_json(other, other.holder).decode()


def test_linked_files_are_told_to_no_family(client, caseworker):
    """R-20: neither page nor download of either side says that there is another family."""
    registration, other = make_registration(), make_registration()
    before, seen = everything_json(registration, registration.holder).decode(), compose(other.holder, other)
    linked = {"reference": other.reference.lower(), "kind": "same_incident"}
    post(client, registration, "link", linked)
    post(client, other, "link", {"reference": registration.reference, "kind": "same_incident"})
    link = CaseLink.objects.get()
    assert other.reference in file_page(client, registration).content.decode()
    after = everything_json(registration, registration.holder).decode()
    assert other.reference not in after and str(other.pk) not in after
    assert after.count("registrationlink") == before.count("registrationlink") and "caselink" not in after
    assert compose(other.holder, other) == seen
    post(client, registration, f"link/{link.pk}/end")
    link.refresh_from_db()
    assert link.ended_by == caseworker


@pytest.mark.parametrize(
    ("reference", "words"),
    [("SR-2222-2222", "not a reference number of ours"), ("", "Please fill this in."), ("itself", "this very file")],
)
def test_a_file_that_cannot_be_linked_is_explained(client, caseworker, reference, words):
    registration = make_registration()
    said = registration.reference if reference == "itself" else reference
    page = post(client, registration, "link", {"reference": said, "kind": "duplicate"})
    assert (words in page or "No file with this reference is open to you." in page) and not CaseLink.objects.exists()


def test_danger_comes_first_and_is_marked_in_words(client, caseworker):
    first, second = make_registration(), make_registration()
    post(client, second, "risk", {"grade": "high", "basis": "Her uncle threatens her"})
    page = client.get("/office/files/", {"show": "new"}).content.decode()
    assert page.index(second.reference) < page.index(first.reference) and "Risk: High" in page
    grade_risk(registration=second, grade=Risk.LOW, basis="He has left", user=caseworker)
    assert "Risk: High" not in client.get("/office/files/", {"show": "new"}).content.decode()
    assert second.risks.count() == 2


def test_a_file_is_closed_with_a_reason_and_opened_again(client, caseworker):
    registration = make_registration()
    wrong = post(client, registration, "close", {"reason": "not_within_our_task", "basis": "typed before"})
    assert "Please fill this in." in wrong and "typed before" in wrong
    said = {"reason": "not_within_our_task", "basis": "A matter of property", "elsewhere": "The court in Duhok helps."}
    post(client, registration, "close", said)
    registration.refresh_from_db()
    assert registration.state == RegistrationState.NOT_OURS and not registration.takes_part
    assert registration.persons.exists() and registration.consents.exists()
    hers = everything_json(registration, registration.holder).decode()
    assert "The court in Duhok helps." in hers and "A matter of property" not in hers
    page = compose(registration.holder, registration)
    assert page.closed_with == "The court in Duhok helps." and not page.is_open
    # the button of another state does not go round the reason
    post(client, registration, "state", {"state": "registered"})
    registration.refresh_from_db()
    assert registration.state == RegistrationState.NOT_OURS
    post(client, registration, "reopen")
    registration.refresh_from_db()
    assert registration.state == RegistrationState.REGISTERED
    assert registration.closures.get().reopened_by == caseworker


@pytest.mark.parametrize("state", ["closed_moved_to_other_body", "not_within_our_task"])
def test_no_file_is_closed_without_a_reason(client, caseworker, state):
    registration = make_registration()
    page = post(client, registration, "state", {"state": state})
    registration.refresh_from_db()
    assert "Somebody else has moved this file on." in page and registration.state == RegistrationState.RECEIVED


def test_what_is_late_says_so_on_the_first_page_and_nothing_of_a_task_but_its_kind(client, caseworker):
    task = make_task(by=caseworker, words="آزاد محمد")
    CaseTask.objects.filter(pk=task.pk).update(due_on=today() - timedelta(days=2))
    others = make_task()
    page = client.get("/office/")
    words = page.content.decode()
    assert [row.task.pk for row in page.context["due"]] == [task.pk]
    assert "2 days late" in words and "آزاد" not in words and others.registration.reference in words
    assert [row.task.pk for row in client.get("/office/tasks/?show=late").context["rows"]] == [task.pk]


def test_tasks_of_a_closed_file_rest_and_nobody_is_written_to_who_did_not_write(client, caseworker):
    task = make_task(by=caseworker)
    CaseTask.objects.filter(pk=task.pk).update(due_on=today() - timedelta(days=2))
    registration = make_closed(task.registration).registration
    assert client.get("/office/").context["due"] == [] == client.get("/office/tasks/?show=all").context["rows"]
    assert "2 days late" not in file_page(client, registration).content.decode()
    with pytest.raises(NotReachable):
        write_as_staff(registration=registration, words="Hello", actor=Actor.staff(caseworker.pk))
    reopen_file(registration=registration, user=caseworker)
    assert [row.task.pk for row in client.get("/office/").context["due"]] == [task.pk]


def test_the_first_page_asks_once_for_each_block(client, django_assert_max_num_queries):
    supervisor = StaffFactory(supervisor=True)
    sign_in(client, supervisor)
    for _one in range(3):
        make_owned(by=supervisor)
        make_task(by=supervisor)
    client.get("/office/")
    with django_assert_max_num_queries(24):
        page = client.get("/office/")
    assert len(page.context["due"]) == 3


def test_the_log_of_a_file_names_the_deed_and_not_its_words(client, caseworker):
    registration = make_closed().registration
    make_note(registration, "a-secret-sentence", by=caseworker)
    logged = Event.objects.filter(subject_id=registration.pk, code=events.NOTE_WRITTEN).get()
    assert logged.data == {"visibility": "internal"} and logged.actor_id == caseworker.pk
    page = file_page(client, registration).content.decode()
    assert "A note was written on a file" in page and "a-secret-sentence" in page
