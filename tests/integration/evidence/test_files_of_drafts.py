"""Photos and papers before sending: bound to the draft, deleted with it, its registration's evidence when sent."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.confidential.cipher import CannotOpen
from portal.evidence import events
from portal.evidence.enums import EvidenceState
from portal.evidence.models import Evidence
from portal.evidence.services.checking import check_waiting
from portal.evidence.services.receiving import begin
from portal.registry.models import Registration
from portal.registry.services.drafts import discard_draft, open_draft
from portal.registry.services.submission import submit_draft
from tests.factories.accounts import make_holder
from tests.factories.helping import helper_client, make_helped, make_helper, make_testimony
from tests.factories.registry import make_draft
from tests.files_that_lie import mp3, noted_jpeg

pytestmark = pytest.mark.django_db
LANGUAGES = ("ar", "ckb", "ku", "en")
LONG = mp3(frames=3000)


def _filling(language: str = "en"):
    """A browser in which somebody has answered everything and sent nothing, and her draft."""
    holder, code = make_holder(language)
    draft = make_draft(holder, language)
    client = Client()
    assert client.post(f"/{language}/return/", {"code": code}).status_code == 302
    return client, draft


def _file(content: bytes | None = None, **fields) -> dict:
    file = SimpleUploadedFile("photo.jpg", noted_jpeg() if content is None else content)
    return {"kind": "person", "words": "أخي في الدكان", **fields, "file": file}


@pytest.mark.parametrize("language", LANGUAGES)
def test_added_without_script_and_evidence_once_it_is_sent_r70(language):
    """R-70: quarantined until it is sent, then scanned; nothing of it is sealed anew. Pages within 35 KB."""
    client, draft = _filling(language)
    path = f"/{language}/register/files/"
    assert f'href="{path}"' in client.get(f"/{language}/register/list/").text
    assert client.post(path, _file()).url == path
    page = client.get(path)
    assert "أخي في الدكان" in page.text and len(page.content) <= 35_000
    before = Evidence.objects.get()
    sealed = before.original.path.read_bytes()
    check_waiting(actor=SYSTEM)
    assert Evidence.objects.get().state == EvidenceState.WAITING
    for shown in ("list/", "9/"):
        shown_page = client.get(f"/{language}/register/{shown}")
        assert f'href="{path}"' in shown_page.text and len(shown_page.content) <= 35_000
    draft.refresh_from_db()
    registration = submit_draft(draft=draft, actor=Actor.holder(draft.holder_id))
    check_waiting(actor=SYSTEM)
    after = Evidence.objects.get()
    assert (after.registration, after.draft, after.state) == (registration, None, EvidenceState.READY)
    assert (after.pk, after.key_id, after.original.path.read_bytes()) == (before.pk, before.key_id, sealed)
    assert events.SENT in Event.objects.filter(subject_id=after.pk).values_list("code", flat=True)
    assert "photo.jpg" in client.get(f"/{language}/me/{registration.reference}/files/").text


def test_in_parts_past_a_break_and_past_the_moment_of_sending_r99():
    """R-99: the script's way; a file still on its way goes on with the registration."""
    client, draft = _filling()
    told = {"kind": "person", "words": "", "name": "a.mp3", "size": len(LONG), "resume": "1"}
    begun = client.post("/en/register/files/begin/", told).json()
    first = LONG[: begun["part"]]
    assert _part(client, begun["url"], first, 0).json() == {"at": len(first)}
    again = client.post("/en/register/files/begin/", told).json()
    assert (again["url"], again["at"]) == (begun["url"], len(first))
    draft.refresh_from_db()
    registration = submit_draft(draft=draft, actor=Actor.holder(draft.holder_id))
    evidence = Evidence.objects.get()
    assert (evidence.registration, evidence.state) == (registration, EvidenceState.RECEIVING)
    resumed = client.post(f"/en/me/{registration.reference}/files/begin/", told).json()
    assert resumed["at"] == len(first)


def test_the_last_part_leads_back_to_the_list():
    client, _draft = _filling()
    told = {"kind": "person", "words": "", "name": "a.jpg", "size": len(noted_jpeg())}
    begun = client.post("/en/register/files/begin/", told).json()
    assert _part(client, begun["url"], noted_jpeg(), 0).json()["done"] == "/en/register/files/"


def test_a_draft_that_goes_takes_its_files_along_unreadable_at_once_r34():
    client, draft = _filling()
    client.post("/en/register/files/", _file())
    evidence = Evidence.objects.get()
    assert discard_draft(draft=draft, actor=SYSTEM) and not Evidence.objects.exists()
    with pytest.raises(CannotOpen):
        evidence.original.read()


def test_taken_back_before_sending():
    client, draft = _filling()
    client.post("/en/register/files/", _file())
    path = f"/en/register/files/{Evidence.objects.get().pk}/remove/"
    assert client.get(path).status_code == 200
    assert client.post(path).url == "/en/register/files/"
    draft.refresh_from_db()
    submit_draft(draft=draft, actor=Actor.holder(draft.holder_id))
    assert Evidence.objects.get().state == EvidenceState.TAKEN_BACK


def test_there_is_room_for_as_many_as_after_sending_r76(settings):
    """R-76: the same quota; the words stay beside the field."""
    settings.EVIDENCE_MAX_FILES = 1
    client, _draft = _filling()
    client.post("/en/register/files/", _file())
    answer = client.post("/en/register/files/", _file())
    assert answer.status_code == 422 and "room for 1 files" in answer.text and "أخي في الدكان" in answer.text


def test_another_family_reaches_nothing_of_it_r25():
    client, _draft = _filling()
    client.post("/en/register/files/", _file())
    path = f"/en/register/files/{Evidence.objects.get().pk}/remove/"
    other, _theirs = _filling()
    assert other.post(path).status_code == 404 and "photo.jpg" not in other.get("/en/register/files/").text
    assert Client().post(path).url == "/en/return/"


def test_a_page_that_closed_keeps_the_words_for_after_the_code(settings):
    client, _draft = _filling()
    settings.HOLDER_IDLE_SECONDS = -1
    assert client.post("/en/register/files/", _file()).url == "/en/return/"
    settings.HOLDER_IDLE_SECONDS = 600
    page = client.get("/en/register/files/")
    assert "أخي في الدكان" in page.text and "choose the file again" in page.text
    assert client.post("/en/register/files/", _file()).status_code == 302
    assert "choose the file again" not in client.get("/en/register/files/").text


def test_a_helper_adds_files_for_the_person_as_herself():
    helper = make_helper()
    testimony, client = make_testimony(helper), helper_client(helper)
    client.post(f"/helping/{testimony.pk}/open/")
    assert client.post("/ku/register/files/", _file(helping=str(testimony.pk))).url == "/ku/register/files/"
    assert Evidence.objects.get().draft == testimony.draft
    assert Event.objects.filter(code=events.RECEIVED).get().actor_id == helper.pk


def _begun(client: Client, testimony) -> dict:
    told = {"kind": "person", "words": "", "name": "a.mp3", "size": len(LONG), "resume": "1"}
    return client.post("/ku/register/files/begin/", {**told, "helping": str(testimony.pk)}).json()


def _rest(client: Client, begun: dict, at: int = 0) -> dict:
    """Send every part from `at`; return the last answer."""
    for start in range(at, len(LONG), begun["part"]):
        answer = _part(client, begun["url"], LONG[start : start + begun["part"]], start)
        assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def test_a_helper_with_two_persons_in_two_windows_loses_no_file_on_its_way_r99():
    """R-99: the older window's parts go to its own person while another is open, and it ends at that person's list."""
    helper = make_helper()
    client = helper_client(helper)
    first, second = make_testimony(helper), make_testimony(helper, person_name="Berfîn")
    client.post(f"/helping/{first.pk}/open/")
    begun = _begun(client, first)
    assert _part(client, begun["url"], LONG[: begun["part"]], 0).json() == {"at": begun["part"]}
    client.post(f"/helping/{second.pk}/open/")
    assert _part(client, begun["url"], LONG[begun["part"] : 2 * begun["part"]], begun["part"]).status_code == 200
    assert "Berfîn" in client.get("/ku/register/files/").text
    done = _rest(client, begun, at=2 * begun["part"])["done"]
    assert Evidence.objects.get().draft == first.draft and Evidence.objects.get().state == EvidenceState.WAITING
    page = client.get(done).text
    assert "خزال" in page and "a.mp3" in page and "Berfîn" not in page


def test_an_older_window_that_removes_a_file_is_led_to_the_files_of_its_own_person_r99():
    """R-99: nothing is removed by it, and nothing of a person whom somebody else helps is opened by it."""
    helper = make_helper()
    client = helper_client(helper)
    first, second = make_testimony(helper), make_testimony(helper, person_name="Berfîn")
    client.post(f"/helping/{first.pk}/open/")
    client.post("/ku/register/files/", _file(helping=str(first.pk)))
    path = f"/ku/register/files/{Evidence.objects.get().pk}/remove/"
    client.post(f"/helping/{second.pk}/open/")
    page = client.get(path, follow=True)
    assert page.redirect_chain == [("/ku/register/files/", 302)]
    assert page.text.count("خزال") >= 2 and f'href="{path}"' in page.text and "Berfîn" not in page.text
    assert "خزال" in client.get(path).text and Evidence.objects.live().count() == 1
    make_helped(first)
    client.post(f"/helping/{second.pk}/open/")
    assert client.get(path).url == "/helping/"
    other = make_helper(helper.memberships.get().organization)
    client = helper_client(other)
    client.post(f"/helping/{make_testimony(other).pk}/open/")
    assert client.get(path).status_code == 404


def test_what_is_wrong_is_said_on_the_page_of_the_person_whose_file_it_is():
    helper = make_helper()
    client = helper_client(helper)
    first, second = make_testimony(helper), make_testimony(helper, person_name="Berfîn")
    told = {"kind": "person", "words": "", "name": "a.jpg", "size": 4, "helping": str(first.pk)}
    begun = client.post("/ku/register/files/begin/", told).json()
    client.post(f"/helping/{second.pk}/open/")
    page = _part(client, begun["url"], b"nope", 0)
    assert page.status_code == 422 and "خزال" in page.text and f'value="{first.pk}"' in page.text


def test_a_file_on_its_way_arrives_though_the_person_has_sent_from_another_window_r99():
    """R-99: a helper's and a family's; a helper is shown nothing of it, and adds nothing that she had not begun."""
    helper = make_helper()
    client, testimony = helper_client(helper), make_testimony(helper)
    begun = _begun(client, testimony)
    registration = make_helped(testimony)
    assert _rest(client, begun)["done"] == "/helping/"
    sent = Evidence.objects.get()
    assert (sent.registration, sent.state) == (registration, EvidenceState.WAITING)
    hers = begin(owner=registration, name="b.txt", size=2, kind="person", words="", actor=SYSTEM)
    assert _part(client, f"/ku/register/files/{hers.pk}/part/", b"ab", 0).status_code == 404
    family, draft = _filling()
    told = {"kind": "person", "words": "", "name": "a.mp3", "size": len(LONG)}
    begun = family.post("/en/register/files/begin/", told).json()
    registration = submit_draft(draft=draft, actor=Actor.holder(draft.holder_id))
    assert _rest(family, begun)["done"] == f"/en/me/{registration.reference}/files/"
    assert Evidence.objects.get(registration=registration).state == EvidenceState.WAITING


def test_parts_of_another_helper_or_of_nobody_are_not_taken_r25():
    helper = make_helper()
    begun = _begun(helper_client(helper), make_testimony(helper))
    other = make_helper(helper.memberships.get().organization)
    client = helper_client(other)
    client.post(f"/helping/{make_testimony(other).pk}/open/")
    assert _part(client, begun["url"], LONG[: begun["part"]], 0).status_code == 404
    assert _part(Client(), begun["url"], LONG[: begun["part"]], 0).url == "/ku/return/"
    assert Evidence.objects.get().original.received() == 0


def test_a_script_that_comes_too_late_is_led_away_and_never_given_a_page():
    told = {"kind": "person", "words": "أخي", "name": "a.jpg", "size": 9}
    assert Client().post("/en/register/files/begin/", told).url == "/en/return/"


def test_sending_without_files_asks_for_none():
    """The speed of sending: not one question or write more."""
    holder, _code = make_holder("en")
    draft = make_draft(holder, "en")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        submit_draft(draft=draft, actor=Actor.holder(holder.pk))
    assert not [query for query in queries if "evidence_evidence" in query["sql"]]
    assert Registration.objects.exists() and open_draft(holder) is None


def _part(client: Client, url: str, content: bytes, at: int):
    return client.post(url, content, content_type="application/octet-stream", headers={"Upload-At": str(at)})
