"""A caseworker sees why something is to be checked first, and releases it or marks it as spam (R-39, R-50)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.registry import events
from portal.registry.enums import Trust, TrustReason
from portal.registry.models import Registration
from portal.registry.services.submission import submit_draft
from portal.registry.services.trust import Standing, change_trust
from tests.factories.registry import make_draft
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker(client):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    return user


def _doubtful() -> Registration:
    draft = make_draft()
    standing = Standing.doubtful(TrustReason.HURRY)
    return submit_draft(draft=draft, actor=Actor.holder(draft.holder_id), standing=standing)


def _press(client, registration, trust: str) -> Trust:
    answer = client.post(f"/office/files/{registration.pk}/trust/", {"trust": trust})
    assert answer.url == f"/office/files/{registration.pk}/"
    registration.refresh_from_db()
    return Trust(registration.trust)


def test_the_reason_stands_there_and_one_press_releases(client, caseworker):
    """R-50: plain reasons for staff; until then the steps of the file wait."""
    registration = _doubtful()
    assert registration.reference in client.get("/office/files/", {"show": "check"}).text
    page = client.get(f"/office/files/{registration.pk}/").text
    assert str(TrustReason.HURRY.label) in page and 'value="being_read"' not in page
    client.post(f"/office/files/{registration.pk}/state/", {"state": "being_read"})
    registration.refresh_from_db()
    assert registration.state == "received"
    assert _press(client, registration, "released") == Trust.RELEASED
    assert 'value="being_read"' in client.get(f"/office/files/{registration.pk}/").text
    assert _press(client, registration, "spam") == Trust.RELEASED
    assert _press(client, registration, "check_first") == Trust.CHECK_FIRST
    assert str(TrustReason.STAFF.label) in client.get(f"/office/files/{registration.pk}/").text


def test_spam_is_erased_by_another_person_after_its_time(clock, client, caseworker):
    """R-39: who marked it sees that another person erases it; the button is there for others alone, in time."""
    own, others = _doubtful(), _doubtful()
    assert _press(client, own, "spam") == Trust.SPAM
    colleague = StaffFactory(caseworker=True)
    change_trust(registration=others, trust=Trust.SPAM, user=colleague, actor=Actor.staff(colleague.pk))
    erase = f"/office/files/{others.pk}/spam/erase/"
    assert "spam/erase/" not in client.get(f"/office/files/{others.pk}/").text
    client.post(erase)
    clock.tick(timedelta(days=30))
    sign_in(client, caseworker)
    assert "spam/erase/" not in client.get(f"/office/files/{own.pk}/").text
    assert erase in client.get(f"/office/files/{others.pk}/").text
    client.post(f"/office/files/{own.pk}/spam/erase/")
    assert client.post(erase).url == "/office/files/?show=spam"
    assert list(Registration.objects.values_list("pk", flat=True)) == [own.pk]


def test_several_are_marked_at_once_and_what_cannot_be_is_named_and_unchanged_r39(client, caseworker):
    """R-39: each by itself: one that a colleague released meanwhile, one that is not there; every step is audited."""
    first, second, released = _doubtful(), _doubtful(), _doubtful()
    page = client.get("/office/files/", {"show": "check"}).text
    assert all(f'name="key" value="{one.pk}"' in page for one in (first, second, released))
    assert 'name="key"' not in client.get("/office/files/", {"show": "new"}).text
    colleague = StaffFactory(caseworker=True)
    change_trust(registration=released, trust=Trust.RELEASED, user=colleague, actor=Actor.staff(colleague.pk))
    keys = [str(one.pk) for one in (first, second, released)]
    answer = client.post("/office/files/several/check/", {"key": [*keys, keys[0], str(uuid4()), "no key"]}, follow=True)
    assert "2 files are marked as spam." in answer.text and f"each: {released.reference}" in answer.text
    trusts = dict(Registration.objects.values_list("pk", "trust"))
    assert trusts == {first.pk: "spam", second.pk: "spam", released.pk: "released"}
    marks = Event.objects.filter(code=events.TRUST_CHANGED, actor_id=caseworker.pk)
    assert set(marks.values_list("subject_id", flat=True)) == {first.pk, second.pk}
    assert "Please choose at least one." in client.post("/office/files/several/check/", follow=True).text


def test_several_are_erased_at_once_but_none_of_ones_own_r39(clock, client, caseworker):
    """R-39: what she marked herself stays, and is named; who may not read files changes nothing."""
    own, others = _doubtful(), _doubtful()
    _press(client, own, "spam")
    colleague = StaffFactory(caseworker=True)
    change_trust(registration=others, trust=Trust.SPAM, user=colleague, actor=Actor.staff(colleague.pk))
    keys = {"key": [str(own.pk), str(others.pk)]}
    clock.tick(timedelta(days=30))
    reviewer = sign_in(Client(), StaffFactory(reviewer=True))
    assert reviewer.post("/office/files/several/spam/", keys).status_code == 403
    sign_in(client, caseworker)
    answer = client.post("/office/files/several/spam/", keys, follow=True)
    assert "1 file is erased." in answer.text and f"each: {own.reference}" in answer.text
    assert list(Registration.objects.values_list("pk", flat=True)) == [own.pk]
    assert client.post("/office/files/several/new/", keys).status_code == 404
