"""Staff screens: names keep their own direction, a refusal is no success, states and weights are said for staff."""

from __future__ import annotations

import re

import pytest

from portal.audit.actors import SYSTEM
from portal.matching.drawing import signed
from portal.registry.enums import RegistrationState
from portal.registry.services.registrations import change_state
from tests.factories.matching import make_pair
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.support import ReportFactory

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.pages]

ARABIC, LONG = "هدى الراوي", "A" * 60


def test_names_of_colleagues_are_isolated_with_their_script(client):
    StaffFactory(first_name=ARABIC)
    StaffFactory(first_name=LONG)
    page = sign_in(client, StaffFactory(administrator=True)).get("/office/people/").content.decode()
    assert f'<bdi lang="ar" dir="rtl" translate="no">{ARABIC}</bdi>' in page
    assert re.search(f'<bdi lang="[^"]+" dir="ltr" translate="no">{LONG}</bdi>', page)


def test_the_own_name_leads_to_the_own_account(client):
    page = sign_in(client, StaffFactory(caseworker=True, first_name=ARABIC)).get("/office/").content.decode()
    assert page.count(f'<a href="/staff/2fa/"><bdi lang="ar" dir="rtl" translate="no">{ARABIC}</bdi></a>') == 2


def test_a_refused_step_is_not_shown_as_done(client):
    registration = make_registration()
    sign_in(client, StaffFactory(caseworker=True))
    answer = client.post(f"/office/files/{registration.pk}/state/", {"state": "closed_at_your_wish"}, follow=True)
    page = answer.content.decode()
    assert "Only the family can wish this." in page
    assert "note--stop" in page and "note--done" not in page


def test_the_day_says_states_to_staff_not_to_families(client):
    registration = make_registration()
    change_state(registration=registration, state=RegistrationState.PLEASE_CONTACT, actor=SYSTEM)
    page = sign_in(client, StaffFactory(caseworker=True)).get("/office/").content.decode()
    assert "We asked the family to speak with us" in page
    assert "We would like to speak with you" not in page


def test_finished_reports_keep_their_list_on_every_page(client):
    ReportFactory()
    page = sign_in(client, StaffFactory(caseworker=True)).get("/office/reports/", {"done": "1"})
    assert page.context["kept_query"] == "done=1&"


def test_only_the_neighbours_of_a_pair_carry_the_keys(client):
    heavy, middle, light = (make_pair(weight=weight) for weight in (30.0, 20.0, 10.0))
    sign_in(client, StaffFactory(reviewer=True))

    def keys_of(pair) -> list[str]:
        page = client.get(f"/office/pairs/{pair.pk}/").content.decode()
        return re.findall(r'/office/pairs/([0-9a-f-]{36})/" data-key="([jk])"', page)

    assert keys_of(middle) == [(str(heavy.pk), "k"), (str(light.pk), "j")]
    assert keys_of(heavy) == [(str(middle.pk), "j")]
    assert keys_of(light) == [(str(middle.pk), "k")]


@pytest.mark.parametrize(
    ("weight", "written"), [(14.24, "+14.2"), (-1.15, "−1.1"), (-0.04, "+0.0"), (0.0, "+0.0"), (-7.0, "−7.0")]
)
def test_weights_are_written_with_a_true_minus(weight, written):
    assert signed(weight) == written
