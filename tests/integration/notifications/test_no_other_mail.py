"""Mails that libraries write never leave, even where staff have an address: they would name drafts and people."""

import logging

import pytest
from django.conf import settings as loaded
from django.core.mail import mail_admins, send_mail
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from cms.models import CaseUpdatePage
from portal.notifications.senders import current_sender
from portal.settings.parts import jobs
from tests.factories.cms import make_editor, make_moderator, make_section
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding
from tests.factories.sessions import signed_in
from tests.factories.staff import PASSWORD, StaffFactory, sign_in
from tests.integration.cms.forms import report_form

pytestmark = pytest.mark.django_db


def with_address(user):
    user.email = f"{user.username}@example.org"
    user.save()
    assert UserProfile.get_for_user(user).submitted_notifications
    return user


def test_every_installation_sends_through_our_own_door():
    assert jobs.EMAIL_BACKEND == "portal.notifications.backends.OwnMailBackend"
    assert loaded.ACCOUNT_EMAIL_VERIFICATION == "none" and not loaded.ACCOUNT_EMAIL_NOTIFICATIONS


def test_submitting_and_approving_a_report_mails_nobody(sink, caplog, django_capture_on_commit_callbacks):
    organization, proceeding = make_organization(), make_proceeding()
    editor, moderator = with_address(make_editor(organization)), with_address(make_moderator())
    add = reverse("wagtailadmin_pages:add", args=["cms", "caseupdatepage", make_section(organization).pk])
    blank = CaseUpdatePage(title="What we saw", slug="what-we-saw", proceeding=proceeding)
    with django_capture_on_commit_callbacks(execute=True), caplog.at_level(logging.WARNING):
        signed_in(editor).post(add, {**report_form(blank), "action-submit": "1"})
        page = CaseUpdatePage.objects.get(slug="what-we-saw")
        approve = ["wagtailadmin_pages:workflow_action", page.pk, "approve", page.current_workflow_task_state.pk]
        signed_in(moderator).post(reverse(approve[0], args=approve[1:]), {"comment": ""})
    page.refresh_from_db()
    # Wagtail did write to both of them, and neither mail left.
    assert page.live and sink.received == []
    assert caplog.messages.count("a mail that is not ours was kept back") == 2
    assert "What we saw" not in caplog.text and "@example.org" not in caplog.text


def test_changing_the_password_mails_nobody(sink):
    user = with_address(StaffFactory(caseworker=True))
    client = sign_in(Client(), user)
    new = "another-long-word-for-tests"
    answer = client.post("/staff/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    user.refresh_from_db()
    assert answer.status_code == 302 and user.check_password(new)
    assert sink.received == []


def test_what_anything_else_writes_stays_inside(sink, settings):
    settings.ADMINS = [("A", "admin@example.org")]
    mail_admins("An error", "with the name of a person in it")
    send_mail("A title", "A name", None, ["reader@example.org"])
    assert sink.received == []


def test_ours_arrives_among_others(sink):
    current_sender().send(address="reader@example.org", text="Silav", language="ku", key="1")
    send_mail("A title", "A name", None, ["reader@example.org"])
    assert len(sink.received) == 1
