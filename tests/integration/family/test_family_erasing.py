"""R-34: erased is erased, for everybody and in old backups; what a court orders to keep is said plainly (R-35)."""

import json
import uuid
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder, ReturnCode
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.audit.sealing import seal_pending
from portal.confidential.cipher import CannotOpen
from portal.confidential.keyring import data_key
from portal.confidential.models import ConfidentialModel, WrappedKey
from portal.matching.enums import SideKind
from portal.matching.models import CandidatePair, DuplicatePair
from portal.matching.services.linking import link_all
from portal.matching.serving import serving
from portal.notifications.models import InboxEntry
from portal.notifications.services.channels import set_channel
from portal.notifications.services.inbox import add_entry
from portal.registry.models import Draft, Erasure, LegalHold, NameIndex, Registration
from portal.registry.services import erasure as service
from portal.registry.services.drafts import start_draft
from portal.registry.services.holds import lift_hold, place_hold
from portal.registry.services.issuing import issue_paper, issued_on
from portal.registry.services.messages import write_as_family, write_as_staff
from tests.factories import matching as make
from tests.factories.accounts import UserFactory
from tests.factories.registry import make_registration
from tests.factories.visits import enter, signed_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture(autouse=True)
def ledger(settings, tmp_path) -> Path:
    settings.ERASURE_LEDGER = str(tmp_path / "kept" / "erasures.jsonl")
    return Path(settings.ERASURE_LEDGER)


def sealed_rows() -> list[tuple[type, uuid.UUID]]:
    """Every confidential row of the whole database; she is the only one in it."""
    return [
        (model, row)
        for model in apps.get_models()
        if issubclass(model, ConfidentialModel)
        for row in model._base_manager.values_list("pk", flat=True)
    ]


def test_r34_two_steps_with_a_warning_and_then_everything_is_gone(ledger):
    client, registration = enter(by_call=True)
    holder = registration.holder
    actor = Actor.holder(holder.pk)
    set_channel(holder=holder, kind="email", value="x@example.org", note="", actor=actor)
    add_entry(holder=holder, kind="some.kind", subject="1", actor=SYSTEM)
    write_as_family(registration=registration, words="Words", actor=actor)
    _paper, code = issue_paper(registration=registration, kind="certificate", language="en", actor=actor)
    keys = set(WrappedKey.objects.values_list("pk", flat=True))
    page = client.get(f"/en/me/{registration.reference}/erase/").text
    assert "Nobody can bring it back" in page and "Download all that we keep of you" in page
    last = f"/en/me/{registration.reference}/erase/sure/"
    assert "checked" not in client.get(last).text
    assert client.post(last, {}).context["form"].errors and Registration.objects.exists()
    gone = client.post(last, {"is_sure": "on"})
    assert "It is erased" in gone.text and gone["Clear-Site-Data"]
    assert sealed_rows() == [] and not NameIndex.objects.exists() and not ReturnCode.objects.exists()
    assert not AccessHolder.objects.exists() and not Draft.objects.exists()
    assert issued_on(code) is None
    for key in keys:
        with pytest.raises(CannotOpen):
            data_key(key)
    assert set(WrappedKey.objects.filter(destroyed_at__isnull=False, wrapped=b"").values_list("pk", flat=True)) == keys
    entry = json.loads(ledger.read_text())
    assert entry["registration"] == str(registration.pk) and set(entry["keys"]) == {str(key) for key in keys}
    assert ledger.stat().st_mode & 0o077 == 0
    assert client.get("/en/me/").url == "/en/return/"


def test_r34_the_code_is_answered_as_any_unknown_one():
    registration = make_registration()
    from portal.accounts.services.holders import replace_return_code

    code = replace_return_code(holder=registration.holder, actor=SYSTEM)
    service.erase(registration=registration, actor=SYSTEM)
    answer = Client().post("/en/return/", {"code": code})
    other = Client().post("/en/return/", {"code": "1234567812345678"})
    assert answer.status_code == other.status_code == 200
    assert answer.context["form"].errors == other.context["form"].errors


def test_r34_pairs_judgements_duplicates_and_the_workers_memory(django_capture_on_commit_callbacks):
    staff = make.make_staff(Role.REVIEWER)
    hers, other = make.make_registration(), make.make_registration()
    make.make_detainee()
    link_all(actor=SYSTEM)
    while CandidatePair.objects.count() < 2 or not DuplicatePair.objects.exists():
        from portal.matching.services.linking import work

        assert work(actor=SYSTEM, seconds=2.0) or DuplicatePair.objects.exists()
    pair = CandidatePair.objects.get(registration=hers)
    from portal.matching.services.judging import judge

    judge(pair=pair, verdict="same", role="same_person", reason="r", user=staff, actor=Actor.staff(staff.pk))
    duplicate = DuplicatePair.objects.get(kind=SideKind.REGISTRATION)
    assert serving().seen(SideKind.REGISTRATION, [hers.pk])
    service.erase(registration=hers, actor=SYSTEM)
    assert not CandidatePair.objects.filter(pk=pair.pk).exists() and CandidatePair.objects.count() == 1
    assert not DuplicatePair.objects.exists()
    for key in (hers.key_id, pair.key_id, duplicate.key_id):
        with pytest.raises(CannotOpen):
            data_key(key)
    assert data_key(other.key_id)
    serving().refresh()
    assert not serving().seen(SideKind.REGISTRATION, [hers.pk])


def test_another_registration_or_an_open_draft_keeps_her_page():
    client, registration = enter()
    second = make_registration(registration.holder)
    supervisor = Actor.staff(UserFactory(roles=[Role.SUPERVISOR]).pk)
    for one in (registration, second):
        write_as_staff(registration=one, words="Words", actor=supervisor)
    answer = client.post(f"/en/me/{registration.reference}/erase/sure/", {"is_sure": "on"}, follow=True)
    assert "Your code stays" in answer.text and second.reference in answer.text
    assert InboxEntry.objects.get().subject == str(second.messages.get().pk)
    start_draft(holder=registration.holder, language="en", actor=SYSTEM)
    service.erase(registration=second, actor=SYSTEM)
    assert AccessHolder.objects.count() == 1 and data_key(AccessHolder.objects.get().key_id)
    assert Draft.objects.filter(submitted_at__isnull=True).count() == 1


def test_r34_what_a_court_orders_to_keep_is_said_plainly_and_kept():
    client, registration = enter()
    user = UserFactory(roles=[Role.SUPERVISOR])
    place_hold(registration=registration, reason="Court of Assize, 12/2026", actor=Actor.staff(user.pk))
    place_hold(registration=registration, reason="again", actor=Actor.staff(user.pk))
    page = client.get(f"/en/me/{registration.reference}/erase/").text
    assert "A court has ordered us to keep this registration" in page and "Assize" not in page
    answer = client.post(f"/en/me/{registration.reference}/erase/sure/", {"is_sure": "on"})
    assert answer.url == f"/en/me/{registration.reference}/erase/"
    with pytest.raises(service.Held):
        service.erase(registration=registration, actor=SYSTEM)
    assert Registration.objects.count() == 1 and LegalHold.objects.count() == 1
    assert lift_hold(registration=registration, actor=Actor.staff(user.pk))
    assert not lift_hold(registration=registration, actor=Actor.staff(user.pk))
    service.erase(registration=registration, actor=SYSTEM)
    assert not Registration.objects.exists()


def test_only_a_supervisor_notes_an_order_with_its_reason():
    _client, registration = enter()
    address = reverse("office:files-hold", kwargs={"key": registration.pk})
    assert signed_in(Role.CASEWORKER).post(address, {"reason": "x"}).status_code == 403
    supervisor = signed_in(Role.SUPERVISOR)
    supervisor.post(address, {"reason": "  "})
    assert not LegalHold.objects.exists()
    supervisor.post(address, {"reason": "Court of Assize, 12/2026"})
    file = reverse("office:files-detail", kwargs={"key": registration.pk})
    assert "Court of Assize, 12/2026" in supervisor.get(file).text
    supervisor.post(address, {"lift": "1"})
    assert not LegalHold.objects.filter(lifted_at__isnull=True).exists()


def test_an_erasure_that_was_broken_off_is_finished_later(monkeypatch, ledger):
    registration = make_registration()
    monkeypatch.setattr(service, "destroy_data_key", _fail)
    with pytest.raises(OSError, match="cut"):
        service.erase(registration=registration, actor=SYSTEM)
    assert not Registration.objects.exists() and data_key(registration.key_id)
    monkeypatch.undo()
    assert service.finish_all() == 1 and service.finish_all() == 0
    with pytest.raises(CannotOpen):
        data_key(registration.key_id)


def _fail(_key) -> None:
    raise OSError("cut")


def test_the_log_keeps_that_it_was_erased_and_stays_whole():
    registration = make_registration()
    seal_pending(is_whole=True)
    service.erase(registration=registration, actor=Actor.holder(registration.holder_id))
    assert Event.objects.filter(code="registry.registration.erased", subject_id=registration.pk).count() == 1
    assert Erasure.objects.get().finished_at is not None
    assert seal_pending(is_whole=True) >= 1


@pytest.mark.parametrize("content", ["no json", '{"a": 1}', "[1]"])
def test_a_ledger_that_cannot_be_read_stops_before_anything_is_done(content, tmp_path):
    registration = make_registration()
    service.erase(registration=registration, actor=SYSTEM)
    (tmp_path / "x.jsonl").write_text(content)
    with pytest.raises(CommandError):
        call_command("reapply_erasures", str(tmp_path / "x.jsonl"))
