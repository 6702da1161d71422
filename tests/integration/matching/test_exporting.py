"""Pairs leave the installation only with leave, as text that no spreadsheet runs, and always logged."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.matching import events
from portal.registry.enums import Purpose
from portal.registry.models import Registration
from portal.registry.services.consents import withdraw_consent
from tests.factories.matching import make_detainee, make_pair, make_registration

pytestmark = pytest.mark.django_db


def export(path) -> tuple[list[dict[str, str]], dict]:
    out = StringIO()
    call_command("export_candidates", path, stdout=out)
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file)), json.loads(out.getvalue().splitlines()[-1])


def test_every_live_pair_with_the_columns_of_the_interface(tmp_path) -> None:
    pair = make_pair(weight=-3.5, probability=0.0813)
    ended = make_pair(make_registration("Şîrîn Xelef Elî"))
    withdraw_consent(registration=ended.registration, purpose=Purpose.COMPARE, actor=SYSTEM)
    rows, result = export(tmp_path / "pairs.csv")
    assert result == {"candidates": 1}
    assert rows == [
        {
            "registration_external_id": pair.registration.reference,
            "detainee_external_id": pair.detainee.external_id,
            "match_weight": "-3.5000",
            "match_probability": "0.081300",
            "role": "same_person",
        }
    ]
    assert (tmp_path / "pairs.csv").stat().st_mode & 0o077 == 0
    event = Event.objects.get(code=events.EXPORTED)
    assert event.data["pairs"] == 1 and pair.registration.reference not in str(event.data)


def test_an_external_id_cannot_be_a_formula(tmp_path) -> None:
    registration = make_registration()
    Registration.objects.filter(pk=registration.pk).update(external_id="-1+HYPERLINK()")
    make_pair(registration, make_detainee(external_id="＝cmd"))
    rows, _result = export(tmp_path / "pairs.csv")
    assert rows[0]["registration_external_id"] == "'-1+HYPERLINK()"
    assert rows[0]["detainee_external_id"] == "'＝cmd"


def test_without_an_approved_request_nothing_leaves_and_the_attempt_is_logged(tmp_path, settings) -> None:
    settings.EXPORT_NEEDS_APPROVAL = True
    make_pair()
    with pytest.raises(CommandError, match="second person has approved") as raised:
        export(tmp_path / "pairs.csv")
    assert raised.value.returncode == 2
    assert not (tmp_path / "pairs.csv").exists()
    assert Event.objects.filter(code=events.EXPORT_REFUSED).exists()


def test_a_file_that_cannot_be_written_is_said(tmp_path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        export(tmp_path / "missing" / "pairs.csv")


def test_production_needs_approval() -> None:
    from portal.settings.parts import security

    assert security.EXPORT_NEEDS_APPROVAL is True
