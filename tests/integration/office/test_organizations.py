"""An organization is added by one administrator and verified by another."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.organizations import events
from portal.organizations.models import ADDRESSES_OF_OURS, Organization
from portal.organizations.services import verify_organization
from tests.factories.organizations import make_organization
from tests.factories.staff import StaffFactory, sign_in
from tests.integration.whole_site.addresses import addresses

pytestmark = pytest.mark.django_db

NAMES = {
    "slug": "two-rivers",
    "name_en": "Two Rivers",
    "name_ar": "النهران",
    "name_ckb": "دوو ڕووبار",
    "name_ku": "Du Çem",
}


def test_two_administrators_add_and_verify(client, django_capture_on_commit_callbacks):
    first, second = StaffFactory(administrator=True), StaffFactory(administrator=True)
    sign_in(client, first)
    assert (
        "A second administrator now has to verify it."
        in client.post("/office/organizations/new/", NAMES, follow=True).text
    )
    added = Organization.objects.get(slug="two-rivers")
    assert (added.name_ar, added.name_ku, added.created_by, added.verified_at) == ("النهران", "Du Çem", first, None)
    address = f"/office/organizations/{added.pk}/verify/"
    assert address not in client.get("/office/organizations/").text
    assert "You added this organization yourself." in client.post(address, follow=True).text
    client.logout()
    sign_in(client, second)
    assert address in client.get("/office/organizations/").text
    with django_capture_on_commit_callbacks(execute=True):
        assert "The organization is verified." in client.post(address, follow=True).text
    client.post(address)
    added.refresh_from_db()
    assert added.verified_by == second and added.verified_at
    assert Event.objects.filter(code=events.ORGANIZATION_VERIFIED, subject_id=added.pk).count() == 1


_NAMELESS = dict.fromkeys(("name_en", "name_ar", "name_ckb", "name_ku"), "")
_WRONG = [
    {"slug": ""},
    {"slug": "دجلة"},
    {"slug": "x" * 81},
    {"slug": "taken"},
    {"slug": "guides"},
    {"slug": "guides"},
    {"slug": "Help"},
    {"name_en": "x" * 201},
    {"name_en": "a\x00"},
    _NAMELESS,
]


@pytest.mark.parametrize("wrong", _WRONG)
def test_what_cannot_be_added_is_answered_in_words(client, wrong):
    make_organization(slug="taken")
    sign_in(client, StaffFactory(administrator=True))
    answer = client.post("/office/organizations/new/", NAMES | wrong)
    assert answer.status_code == 200 and "What you wrote is kept." in answer.text
    assert Organization.objects.count() == 1


def test_only_a_person_other_than_the_first_verifies():
    organization = make_organization(is_verified=False)
    with pytest.raises(PermissionDenied):
        verify_organization(organization=organization, actor=SYSTEM)
    verify_organization(organization=organization, actor=Actor.staff(StaffFactory(administrator=True).pk))
    organization.refresh_from_db()
    assert organization.verified_at


def test_no_address_of_ours_can_be_taken_by_an_organization():
    """Its page would stand at /<language>/<short name>/, before or behind a page of ours."""
    first = {address.form.partition("/")[0] for address in addresses() if address.is_prefixed}
    assert {part for part in first if part and "%" not in part} <= ADDRESSES_OF_OURS
