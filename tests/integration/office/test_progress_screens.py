"""How far comparison is and whose name is not enough, in plain words on pages that need no script."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.matching import events
from portal.matching.enums import RunScope
from portal.matching.models import LinkRun
from portal.matching.services.linking import link_changed
from portal.registry.enums import Purpose
from portal.registry.services.consents import withdraw_consent
from tests.factories.matching import make_detainee, make_registration, make_staff
from tests.factories.sessions import signed_in

pytestmark = pytest.mark.django_db


def page(role: str, name: str, **kwargs) -> str:
    return signed_in(make_staff(role)).get(reverse(f"office:{name}", kwargs=kwargs)).content.decode()


def test_a_run_under_way_is_shown_with_its_numbers() -> None:
    LinkRun.objects.create(scope=RunScope.EVERYTHING, started_at=timezone.now(), done=1234, total=5000)
    shown = page(Role.REVIEWER, "pairs")
    assert "Comparing: 1,234 of 5,000 records" in shown or "Comparing: 1234 of 5000 records" in shown
    assert '<progress class="meter" max="5000" value="1234"' in shown
    assert "It waits" not in shown


def test_a_run_that_nobody_drives_says_that_it_goes_on_by_itself() -> None:
    long_ago = timezone.now() - 2 * LinkRun.STILL_AFTER
    LinkRun.objects.create(scope=RunScope.DUPLICATES, started_at=long_ago, moved_at=long_ago, done=1, total=2)
    shown = page(Role.SUPERVISOR, "pairs")
    assert "Looking for duplicates" in shown and "It waits and goes on by itself. Nothing is lost." in shown


def test_the_last_comparison_is_shown() -> None:
    link_changed(actor=SYSTEM)
    assert "Last comparison:" in page(Role.REVIEWER, "pairs")


@pytest.mark.parametrize("language", ["ar", "ckb", "ku"])
def test_progress_is_said_in_the_readers_language(language) -> None:
    LinkRun.objects.create(scope=RunScope.EVERYTHING, started_at=timezone.now(), done=3, total=5)
    reader = make_staff(Role.REVIEWER)
    reader.language = language
    reader.save()
    page = signed_in(reader).get(reverse("office:pairs"))
    assert page.status_code == 200 and "Comparing:" not in page.content.decode()
    assert '<progress class="meter" max="5" value="3"' in page.content.decode()


def test_a_name_that_is_not_enough_is_listed_and_said_on_the_file() -> None:
    make_detainee("محمد علي حسن", mother="")
    poor, rich = make_registration("محمد", mother=""), make_registration()
    link_changed(actor=SYSTEM)
    listed = page(Role.CASEWORKER, "pairs-insufficient")
    assert poor.reference in listed and rich.reference not in listed and "محمد" not in listed
    assert reverse("office:files-detail", kwargs={"key": poor.pk}) in listed
    assert reverse("office:files-detail", kwargs={"key": poor.pk}) not in page(Role.REVIEWER, "pairs-insufficient")
    assert "One registration whose name is not enough to compare" in page(Role.REVIEWER, "pairs")
    assert "This name is not enough to compare." in page(Role.CASEWORKER, "files-detail", key=poor.pk)
    assert "not enough to compare" not in page(Role.CASEWORKER, "files-detail", key=rich.pk)
    assert not Event.objects.filter(code=events.PAIR_VIEWED).exists()


def test_without_consent_nothing_is_said_of_the_name() -> None:
    poor = make_registration("محمد", mother="")
    link_changed(actor=SYSTEM)
    withdraw_consent(registration=poor, purpose=Purpose.COMPARE, actor=SYSTEM)
    assert poor.reference not in page(Role.SUPERVISOR, "pairs-insufficient")
    assert "not enough to compare" not in page(Role.CASEWORKER, "files-detail", key=poor.pk)
