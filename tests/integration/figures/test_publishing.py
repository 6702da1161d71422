"""R-11: figures become public by two people, as they were counted; nothing can be asked of them but the page."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from portal.accounts.enums import Role
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.core.refusing import Refused
from portal.figures import services
from portal.figures.models import PublicFigures
from tests.factories.figures import make_office_figures, make_public_figures
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def asker():
    return StaffFactory(role=Role.SUPERVISOR)


@pytest.fixture
def other():
    return StaffFactory(role=Role.SUPERVISOR)


def act(name: str, figures: PublicFigures, user) -> None:
    getattr(services, name)(figures=figures, user=user, actor=Actor.staff(user.pk))


def test_one_asks_and_another_lets_them_become_public(asker, other) -> None:
    figures = make_public_figures()
    act("ask_to_publish", figures, asker)
    assert PublicFigures.objects.shown() is None
    with pytest.raises(Refused):
        act("approve", figures, asker)
    act("approve", figures, other)
    assert PublicFigures.objects.shown() == figures
    with pytest.raises(Refused):
        act("refuse", figures, other)
    act("withdraw", figures, asker)
    assert PublicFigures.objects.shown() is None and PublicFigures.objects.get().approved_by == other
    codes = Event.objects.filter(code__startswith="figures.publishing").order_by("pk").values_list("code", flat=True)
    assert [code.rsplit(".", 1)[1] for code in codes] == ["requested", "approved", "withdrawn"]


def test_only_supervisors_act_and_only_on_the_newest(asker) -> None:
    old, _new = make_public_figures(), make_public_figures(date(2026, 4, 1))
    with pytest.raises(Refused):
        act("ask_to_publish", old, asker)
    with pytest.raises(PermissionDenied):
        act("ask_to_publish", old, StaffFactory(role=Role.DATA_STEWARD))
    assert PublicFigures.objects.filter(asked_at__isnull=False).count() == 0


def test_withdrawn_figures_do_not_bring_back_older_ones(asker, other) -> None:
    for month in (date(2026, 3, 1), date(2026, 4, 1)):
        figures = make_public_figures(month)
        act("ask_to_publish", figures, asker)
        act("approve", figures, other)
    act("withdraw", figures, other)
    assert PublicFigures.objects.shown() is None


def test_the_public_page_shows_what_was_approved_whatever_is_asked_of_it_r_11(asker, other) -> None:
    client = Client()
    assert "No figures are public now" in client.get("/en/figures/").content.decode()
    figures = make_public_figures()
    act("ask_to_publish", figures, asker)
    assert "Raqqa" not in client.get("/en/figures/").content.decode()
    act("approve", figures, other)
    page = client.get("/en/figures/").content.decode()
    assert "at least 120" in page and "Raqqa" in page and "fewer than 10" in page and "<svg" in page
    # Al-Hasakah with nine, and every place with nobody, in one sentence.
    few = page.split("Fewer than 10, or nobody")[1]
    assert "Al-Hasakah" in few and "Homs" in few
    for query in ("?place=SY-HA", "?year=2014&status=waiting", "?month=2026-02"):
        assert client.get(f"/en/figures/{query}").context["tables"] == client.get("/en/figures/").context["tables"]
    for code in ("ar", "ckb", "ku"):
        assert client.get(f"/{code}/figures/").status_code == 200


def test_a_supervisor_asks_in_the_office_and_cannot_answer_it(asker) -> None:
    figures = make_public_figures()
    client = sign_in(Client(), asker)
    page = client.get("/office/figures/public/").content.decode()
    assert "Ask to publish" in page
    client.post(f"/office/figures/public/{figures.pk}/ask/")
    page = client.get("/office/figures/public/").content.decode()
    assert "Waits for a second person" in page and "/approve/" not in page
    answer = client.post(f"/office/figures/public/{figures.pk}/approve/", follow=True)
    assert "Another person must answer it" in answer.content.decode()
    assert Event.objects.filter(code="figures.publishing.act_refused", data__act="approve").count() == 1
    figures.refresh_from_db()
    assert figures.approved_at is None
    assert client.post(f"/office/figures/public/{figures.pk}/erase/").status_code == 404


def test_the_office_reads_a_month_and_takes_it_as_a_table(asker, django_assert_max_num_queries) -> None:
    figures = make_office_figures()
    client = sign_in(Client(), asker)
    client.get("/office/figures/")
    with django_assert_max_num_queries(15):
        page = client.get("/office/figures/").content.decode()
    assert "At least 220 registrations" in page and "0.81" in page and "How far possible matches came" in page
    table = client.get(f"/office/figures/{figures.pk}/csv/")
    assert "figures-2026-03.csv" in table["Content-Disposition"]
    lines = table.content.decode("utf-8-sig").splitlines()
    assert '"Where the person was last heard of","Raqqa","120"' in lines
    assert '"Where the person was last heard of","Al-Hasakah","fewer than 10"' in lines
    assert client.get(f"/office/figures/{figures.pk}/xlsx/").content[:2] == b"PK"
    assert client.get(f"/office/figures/{figures.pk}/pdf/").status_code == 404
    codes = Event.objects.filter(code__startswith="figures.month").values_list("code", flat=True)
    assert sorted(codes) == ["figures.month.taken"] * 2 + ["figures.month.viewed"] * 2
