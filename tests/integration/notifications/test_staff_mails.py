"""R-23, R-24: people of the office are written to that something waits, once an hour and without a word of what."""

from __future__ import annotations

import email.policy
import re
from datetime import timedelta
from email import message_from_bytes

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.accounts.enums import AlertKind
from portal.accounts.services.alerts import freeze, raise_alert
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.core.languages import LANGUAGES
from portal.matching.services.exports import request_export
from portal.notifications.models import DeliveryState, StaffAddress, StaffMail
from portal.notifications.services.delivery import MAX_ATTEMPTS, WAITS
from portal.notifications.services.queue import requeue_stale
from portal.notifications.services.staff import tell_staff
from portal.notifications.services.staff_addresses import (
    MOST_CODES,
    MOST_TRIES,
    TooManyCodes,
    prove_address,
    set_address,
)
from portal.notifications.services.staff_delivery import attempt_staff_mail
from portal.notifications.tasks import deliver_staff_mail
from tests.factories.extracts import make_extract
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.staff_mail import make_reachable, make_staff_mail
from tests.factories.teams import make_emergency
from tests.integration.notifications.test_messages_without_content import LISTED

pytestmark = pytest.mark.django_db
ADDRESS = "https://portal.example"


def _told() -> set[tuple[str, str]]:
    return set(StaffMail.objects.values_list("user__username", "kind"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_says_that_something_waits_where_to_sign_in_and_nothing_else(sink, settings, code):
    """R-46 for the office: no name, no number, no word of what this is about; the address stands as text."""
    settings.PUBLIC_URL = ADDRESS
    mail = make_staff_mail(language=code)
    deliver_staff_mail.func(str(mail.pk), "0")
    ((_sender, recipients, raw),) = sink.received
    message = message_from_bytes(raw, policy=email.policy.default)
    body, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    words, link = (line for line in body.splitlines() if line)
    assert recipients == [f"{mail.user.username}@example.org"] and link == f"{ADDRESS}/office/"
    assert message["Subject"].strip() == words and words in html and "href" not in html
    assert message["Content-Language"] == LANGUAGES[code].html
    assert not [word for word in LISTED if word in words.lower()] and not re.search(r"\d", words)
    mail.refresh_from_db()
    assert mail.state == DeliveryState.SENT
    assert Event.objects.get(code="notifications.staff_mail.sent").subject_id == mail.pk


def test_each_language_has_its_own_words(sink):
    for code in LANGUAGES:
        mail = make_staff_mail(language=code)
        attempt_staff_mail(mail_id=mail.pk, attempts=0)
    subjects = {message_from_bytes(raw, policy=email.policy.default)["Subject"].strip() for *_to, raw in sink.received}
    assert len(subjects) == len(LANGUAGES)


def test_an_alert_reaches_those_who_are_told_of_it_but_not_whom_it_is_about():
    about = make_reachable("supervisor")
    told = [make_reachable(role) for role in ("supervisor", "auditor", "administrator")]
    make_reachable("reviewer")
    raise_alert(kind=AlertKind.MANY, about=about, count=51)
    raise_alert(kind=AlertKind.MANY, about=about, count=51)
    assert _told() == {(one.username, "many") for one in told[:2]}
    freeze(user=about, count=101)
    assert _told() == {(one.username, "many") for one in told[:2]} | {(one.username, "frozen") for one in told}


def test_an_emergency_reaches_supervisors_and_the_auditors_of_another_organization():
    worker, supervisor, auditor = (make_reachable(role) for role in ("caseworker", "supervisor", "auditor"))
    make_emergency(make_registration(), by=worker)
    assert _told() == {(supervisor.username, "emergency"), (auditor.username, "emergency")}


def test_a_request_reaches_who_answers_it_and_wants_mails_about_tasks():
    asks, answers = make_reachable("supervisor"), make_reachable("administrator")
    make_reachable("supervisor", wants_tasks=False)
    request_export(purpose="measure", user=asks, actor=Actor.staff(asks.pk))
    assert _told() == {(answers.username, "approval")}
    supervisor = make_reachable("supervisor")
    make_extract(asks)
    assert _told() == {(answers.username, "approval"), (supervisor.username, "approval")}


def test_one_mail_for_a_kind_and_an_hour(clock):
    user = make_reachable("auditor")
    for _event in range(3):
        tell_staff(kind="planted", roles=["auditor"])
    clock.tick(timedelta(hours=1))
    assert tell_staff(kind="planted", roles=["auditor"]) == 1
    assert StaffMail.objects.filter(user=user).count() == 2


def test_nobody_is_written_to_without_an_address_a_role_or_an_account():
    StaffFactory(auditor=True)
    stopped = make_reachable("auditor", is_active=True)
    type(stopped).objects.filter(pk=stopped.pk).update(is_active=False)
    make_reachable("caseworker")
    assert tell_staff(kind="many", roles=["auditor"]) == 0


def test_what_did_not_leave_is_tried_later_and_given_up_at_last(settings):
    mail = make_staff_mail()
    settings.EMAIL_BACKEND = "portal.notifications.backends.OwnMailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.MAIL_SENDER = "127.0.0.1", 1, "smtp"
    waits = [attempt_staff_mail(mail_id=mail.pk, attempts=tried) for tried in range(MAX_ATTEMPTS)]
    assert waits == [*WAITS, None]
    assert attempt_staff_mail(mail_id=mail.pk, attempts=0) is None
    mail.refresh_from_db()
    assert (mail.state, mail.problem) == (DeliveryState.GIVEN_UP, "unreachable")


def test_a_mail_whose_worker_died_is_queued_again():
    mail = make_staff_mail()
    StaffMail.objects.update(next_at=timezone.now() - timedelta(hours=2))
    DBTaskResult.objects.all().delete()
    assert (requeue_stale(), requeue_stale()) == (1, 0)
    mail.refresh_from_db()
    assert mail.next_at > timezone.now() - timedelta(minutes=1)


def test_the_address_is_encrypted_and_who_is_told_of_alerts_keeps_one():
    supervisor, worker = make_reachable("supervisor"), make_reachable("caseworker")
    raw = StaffAddress.objects.extra(select={"raw": "value"}).values_list("raw", flat=True)
    assert not any(b"example.org" in bytes(value) for value in raw)
    with pytest.raises(PermissionDenied):
        set_address(user=supervisor, value="", wants_tasks=False)
    set_address(user=worker, value="", wants_tasks=False)
    assert StaffAddress.objects.get().user == supervisor


def _mailed(sink) -> list[tuple[str, str]]:
    """To whom, and the sentence, of every mail that waits, sent now."""
    for mail in StaffMail.objects.filter(state=DeliveryState.WAITING).order_by("hour"):
        attempt_staff_mail(mail_id=mail.pk, attempts=0)
    sent = [(to, message_from_bytes(raw, policy=email.policy.default)) for _from, (to,), raw in sink.received]
    return [(to, message["Subject"].strip()) for to, message in sent]


def test_only_a_proven_address_is_written_to_and_the_one_before_holds_meanwhile(sink):
    """R-23: a slip in an address sends no alert to a stranger; who is told of alerts is within reach all the time."""
    user = StaffFactory(auditor=True)
    first = set_address(user=user, value="first@example.org", wants_tasks=True)
    assert tell_staff(kind="many", roles=["auditor"]) == 0
    assert _mailed(sink) == [("first@example.org", f"The code for your mail address: {first.code()}")]
    assert not prove_address(user=user, code="") and prove_address(user=user, code=first.code())
    second = set_address(user=user, value="second@example.org", wants_tasks=True)
    assert second.code() != first.code() and tell_staff(kind="many", roles=["auditor"]) == 1
    assert {to for to, _words in _mailed(sink)[1:]} == {"first@example.org", "second@example.org"}
    assert ("second@example.org", "Something in the office needs a look. Please sign in.") not in _mailed(sink)
    assert prove_address(user=user, code=second.code())
    assert tell_staff(kind="planted", roles=["auditor"]) == 1 and _mailed(sink)[-1][0] == "second@example.org"
    assert Event.objects.filter(code="notifications.staff_address.proven", subject_id=user.pk).count() == 2


def test_a_code_is_tried_a_few_times_and_nobody_fills_a_mailbox_with_codes():
    user = StaffFactory(auditor=True)
    waiting = set_address(user=user, value="0@example.org", wants_tasks=True)
    tried = [prove_address(user=user, code="wrong") for _time in range(MOST_TRIES)]
    assert not any(tried) and not prove_address(user=user, code=waiting.code())
    for number in range(1, MOST_CODES):
        waiting = set_address(user=user, value=f"{number}@example.org", wants_tasks=True)
    with pytest.raises(TooManyCodes):
        set_address(user=user, value="more@example.org", wants_tasks=True)
    assert prove_address(user=user, code=waiting.code())
    assert set_address(user=user, value=waiting.value, wants_tasks=False).proven_at


def test_the_page_of_the_own_account_keeps_the_address_and_the_wish(client):
    user = StaffFactory(supervisor=True)
    sign_in(client, user)
    assert "/office/mail/" in client.get("/staff/2fa/").text
    wrong = client.post("/office/mail/", {"value": "not an address"})
    assert wrong.status_code == 422 and "not an address" in wrong.text
    assert client.get("/office/mail/code/").url == "/office/mail/"
    assert client.post("/office/mail/", {"value": "desk@example.org"}).url == "/office/mail/code/"
    assert "not proven yet" in client.get("/office/mail/").text
    wrong = client.post("/office/mail/code/", {"code": "000 000 0"})
    assert wrong.status_code == 422 and "000 000 0" in wrong.text
    code = StaffAddress.objects.get(user=user).code()
    eastern = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert client.post("/office/mail/code/", {"code": f"{eastern[:3]} {eastern[3:]}"}).url == "/office/mail/"
    assert "not proven yet" not in client.get("/office/mail/").text
    kept = StaffAddress.objects.get(user=user)
    assert (kept.value, kept.wants_tasks) == ("desk@example.org", False)
    refused = client.post("/office/mail/", {"value": ""})
    assert refused.status_code == 422 and "an address is needed" in refused.text
    assert "desk@example.org" in client.get("/office/mail/").text
