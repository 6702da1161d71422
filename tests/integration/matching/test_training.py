"""A model is refined from judgements with leave only, and from enough of them; what leaves names nobody."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.linkage import Model
from portal.matching import engine, events
from portal.matching.enums import ExportPurpose, ExportState, PairState
from portal.matching.models import CandidatePair
from portal.matching.services import training
from portal.matching.services.linking import link_all, link_changed
from tests.factories.exports import approved
from tests.factories.matching import make_detainee, make_pair, make_registration, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged(monkeypatch) -> None:
    """Some pairs of either kind, enough for the test."""
    monkeypatch.setattr(training, "FEWEST", 3)
    batch = make_source()
    for _ in range(4):
        make_pair(make_registration(), make_detainee(batch=batch), state=PairState.VERIFIED)
        make_pair(
            make_registration(), make_detainee(batch=batch), state=PairState.REJECTED, levels={"given": 0, "birth": 0}
        )


def train(path: Path, *arguments: str) -> dict:
    out = StringIO()
    call_command("train_linkage", str(path), *arguments, stdout=out)
    return json.loads(out.getvalue().splitlines()[-1])


def test_a_model_is_written_and_its_provenance_kept(judged, tmp_path) -> None:
    path = tmp_path / "refined.json"
    told = train(path)
    model = Model.read(path)
    assert told["sha256"] == model.sha256 != engine.model_in_force().sha256
    assert (told["pairs"], told["same"]) == (8, 4) and model.version.startswith(engine.model_in_force().version)
    event = Event.objects.get(code=events.MODEL_TRAINED)
    assert event.data["model"] == model.sha256 and event.data["pairs"] == 8
    assert "آزاد" not in path.read_text() and "SR-" not in path.read_text()


def test_agreement_weighs_more_after_people_confirmed_it(judged, tmp_path) -> None:
    before = engine.model_in_force()
    train(tmp_path / "refined.json")
    after = Model.read(tmp_path / "refined.json")
    agreed = 14  # the level of the given names in the confirmed pairs
    assert after.weights["given"][agreed] > before.weights["given"][agreed]
    assert after.weights["given"][0] <= before.weights["given"][0]


def test_too_few_judgements_train_nothing(tmp_path) -> None:
    make_pair(state=PairState.VERIFIED)
    with pytest.raises(CommandError, match="Not trained"):
        train(tmp_path / "refined.json")
    assert not list(tmp_path.iterdir())


def test_where_leave_is_needed_it_is_asked_for_and_used_up(judged, tmp_path, settings) -> None:
    settings.EXPORT_NEEDS_APPROVAL = True
    path = tmp_path / "refined.json"
    with pytest.raises(CommandError, match="there is none"):
        train(path)
    other = approved(purpose=ExportPurpose.MEASURE)
    with pytest.raises(CommandError, match="something else"):
        train(path, "--request", str(other.pk))
    other.refresh_from_db()
    assert other.state() == ExportState.APPROVED, "a request for something else is not used up"
    request = approved(purpose=ExportPurpose.IMPROVE)
    train(path, "--request", str(request.pk))
    request.refresh_from_db()
    assert request.state() == ExportState.USED


def test_a_file_that_is_there_is_left_and_the_request_too(judged, tmp_path, settings) -> None:
    settings.EXPORT_NEEDS_APPROVAL = True
    path = tmp_path / "refined.json"
    path.write_text("mine")
    request = approved(purpose=ExportPurpose.IMPROVE)
    with pytest.raises(CommandError, match="cannot be written"):
        train(path, "--request", str(request.pk))
    request.refresh_from_db()
    assert path.read_text() == "mine" and request.state() == ExportState.APPROVED


def test_another_model_in_force_compares_everything_again(judged, tmp_path, settings) -> None:
    CandidatePair.objects.all().delete()
    link_changed(actor=SYSTEM)
    path = tmp_path / "refined.json"
    replace(engine.model_in_force(), version="another").write(path)
    settings.LINKAGE_MODEL = str(path)
    engine.model_in_force.cache_clear()
    try:
        link_all(actor=SYSTEM)
        assert set(CandidatePair.objects.live().values_list("model_version", flat=True)) == {"another"}
    finally:
        engine.model_in_force.cache_clear()
