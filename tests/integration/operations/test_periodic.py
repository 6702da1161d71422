"""What is due from time to time is done; a part that fails is named and stops no other."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.accounts.services.holders import create_holder
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.confidential.keyring import create_data_key
from portal.confidential.models import WrappedKey
from portal.matching.models import LinkRun
from portal.operations import periodic
from portal.operations.worker import Worker
from portal.registry.models import Draft
from portal.registry.services.drafts import start_draft

pytestmark = pytest.mark.django_db


def _printed(capsys) -> dict:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_everything_due_is_done(capsys, settings):
    holder, _code = create_holder(language="ar", actor=SYSTEM)
    draft = start_draft(holder=holder, language="ar", actor=SYSTEM)
    Draft.objects.update(updated_at=timezone.now() - timedelta(days=settings.DRAFT_DAYS, minutes=1))
    unused = create_data_key(purpose="registration")
    WrappedKey.objects.filter(pk=unused).update(created_at=timezone.now() - timedelta(hours=25))

    call_command("run_periodic")

    counts = _printed(capsys)
    assert counts["drafts"] == 1
    assert counts["keys"] >= 1
    assert not Draft.objects.filter(pk=draft.pk).exists()
    assert not WrappedKey.objects.filter(pk=unused).exists()
    assert not Event.objects.filter(seal__isnull=True).exists()
    Worker().run_waiting()
    assert LinkRun.objects.filter(finished_at__isnull=False).exists()


def test_nothing_due_is_nothing_done(capsys):
    holder, _code = create_holder(language="ar", actor=SYSTEM)
    start_draft(holder=holder, language="ar", actor=SYSTEM)
    call_command("run_periodic")
    assert _printed(capsys)["drafts"] == 0
    assert Draft.objects.count() == 1


def test_a_part_that_fails_is_named_and_stops_no_other(capsys, monkeypatch):
    def broken() -> int:
        raise RuntimeError("canary words")

    monkeypatch.setattr(periodic, "sweep_unused_keys", broken)
    with pytest.raises(SystemExit) as ended:
        call_command("run_periodic")
    assert ended.value.code == 1
    printed = capsys.readouterr()
    counts = json.loads(printed.out.splitlines()[-1])
    assert counts["keys"] == "failed"
    assert counts["sessions"] == 1
