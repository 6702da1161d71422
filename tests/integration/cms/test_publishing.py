"""An editor writes, a moderator approves, the report appears, and whoever follows is told once."""

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale

from cms.models import CaseUpdatePage
from portal.audit.models import Event
from portal.following.tasks import fan_out
from portal.notifications.models import InboxEntry
from portal.proceedings import events
from portal.proceedings.models import PublishedUpdate
from portal.proceedings.signals import update_published
from tests.factories.cms import make_editor, make_moderator, make_section, make_update
from tests.factories.followers import make_follower
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding
from tests.factories.sessions import signed_in
from tests.integration.cms.forms import report_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    """The signals that were sent, as pairs of proceeding and translation key."""
    calls = []

    def listen(sender, *, proceeding_id, translation_key, **kwargs):
        calls.append((proceeding_id, translation_key))

    update_published.connect(listen)
    yield calls
    update_published.disconnect(listen)


@pytest.fixture
def proceeding():
    return make_proceeding()


@pytest.fixture
def organization():
    return make_organization(slug="two-rivers", names={"en": "Two Rivers"})


def test_the_whole_way_through_the_editor(organization, proceeding, heard, client, django_capture_on_commit_callbacks):
    editor, moderator = signed_in(make_editor(organization)), signed_in(make_moderator())
    section = make_section(organization)
    blank = CaseUpdatePage(title="What we saw", slug="what-we-saw", proceeding=proceeding)
    add = reverse("wagtailadmin_pages:add", args=["cms", "caseupdatepage", section.pk])
    with django_capture_on_commit_callbacks(execute=True):
        response = editor.post(add, {**report_form(blank), "action-submit": "1"})
    assert response.status_code == 302, response.context["form"].errors
    page = CaseUpdatePage.objects.get(slug="what-we-saw")
    assert not page.live and page.current_workflow_state.status == "in_progress"
    address = f"/en/proceedings/{proceeding.slug}/"
    assert "What we saw" not in client.get(address).content.decode()

    task = page.current_workflow_task_state
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    assert editor.post(approve, {"comment": ""}).status_code in {302, 403}
    page.refresh_from_db()
    assert not page.live and heard == []

    with django_capture_on_commit_callbacks(execute=True):
        moderator.post(approve, {"comment": ""})
    page.refresh_from_db()
    assert page.live and heard == [(proceeding.pk, page.translation_key)]
    text = client.get(address).content.decode()
    assert "What we saw" in text and "Two Rivers" in text and "Our lawyers were there." in text


def test_followers_are_told_once_for_all_languages(organization, proceeding, django_capture_on_commit_callbacks):
    holder = make_follower(proceeding, "ar")
    with django_capture_on_commit_callbacks(execute=True):
        english = make_update(organization, proceeding)
        arabic = english.copy_for_translation(Locale.objects.get(language_code="ar"))
        arabic.title = "ما رأيناه"
        arabic.save_revision().publish()
    queued = DBTaskResult.objects.filter(task_path="portal.following.tasks.fan_out")
    assert queued.count() == 2
    for task in queued:
        assert task.args_kwargs["args"] == [str(proceeding.pk), str(english.translation_key)]
        fan_out.func(*task.args_kwargs["args"])
    assert InboxEntry.objects.get(holder=holder).subject == str(english.translation_key)


def test_publishing_writes_the_table_below_and_unpublishing_clears_it(organization, proceeding):
    page = make_update(organization, proceeding, title="What we saw")
    note = PublishedUpdate.objects.get()
    assert (note.translation_key, note.language, note.title) == (page.translation_key, "en", "What we saw")
    assert (note.organization, note.proceeding, note.url_path) == (organization, proceeding, page.url)
    assert Event.objects.filter(code=events.UPDATE_PUBLISHED).count() == 1
    page.unpublish()
    assert not PublishedUpdate.objects.exists()
    assert Event.objects.filter(code=events.UPDATE_WITHDRAWN).count() == 1


def test_deleting_a_report_clears_the_table(organization, proceeding):
    make_update(organization, proceeding).delete()
    assert not PublishedUpdate.objects.exists()


def test_a_saved_draft_tells_nobody(organization, proceeding, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = make_update(organization, proceeding, is_live=False)
        page.save_revision()
    assert heard == [] and not PublishedUpdate.objects.exists()


def test_each_publishing_is_told_once(organization, proceeding, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = make_update(organization, proceeding)
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert heard == [(proceeding.pk, page.translation_key)] * 2
    assert PublishedUpdate.objects.count() == 1


def test_an_address_that_changes_is_noted(organization, proceeding):
    page = make_update(organization, proceeding)
    page.slug = "another"
    page.save_revision().publish()
    assert PublishedUpdate.objects.get().url_path == "/en/two-rivers/another/"


def test_a_translation_is_made_in_the_own_section(organization, proceeding):
    page = make_update(organization, proceeding)
    editor = signed_in(make_editor(organization))
    arabic = Locale.objects.get(language_code="ar")
    response = editor.post(
        reverse("simple_translation:submit_page_translation", args=[page.pk]), {"locales": [arabic.pk]}
    )
    assert response.status_code == 302
    translated = CaseUpdatePage.objects.get(locale=arabic)
    assert translated.translation_key == page.translation_key and not translated.live
    assert translated.get_parent().specific.organization == organization


def test_a_translation_of_others_is_refused(organization, proceeding):
    theirs = make_update(make_organization(), proceeding)
    editor = signed_in(make_editor(organization))
    address = reverse("simple_translation:submit_page_translation", args=[theirs.pk])
    assert editor.post(address, {"locales": [Locale.objects.get(language_code="ar").pk]}).status_code in {302, 403}
    assert CaseUpdatePage.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "a\u202eb"),
        ("title", "a\x07b"),
        ("title", "a\x00b"),
        ("body-0-value", "a\u2066b"),
        ("body-0-value", "a\x00b"),
        ("proceeding", "9" * 30),
        ("reported_on", "99999-99-99"),
    ],
)
def test_bad_input_is_refused_with_words_and_nothing_is_lost(organization, proceeding, field, value):
    page = make_update(organization, proceeding, is_live=False)
    editor = signed_in(make_editor(organization))
    before = page.latest_revision_id
    form = {**report_form(page, title="Kept words"), field: value}
    response = editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    page.refresh_from_db()
    assert response.status_code == 200
    assert page.latest_revision_id == before
    if field != "title":
        assert "Kept words" in response.content.decode()


def test_a_form_that_lacks_what_it_announces_is_answered(organization, proceeding):
    page = make_update(organization, proceeding, is_live=False)
    editor = signed_in(make_editor(organization))
    form = {**report_form(page), "body-count": "9"}
    assert editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form).status_code == 400


@pytest.mark.parametrize("field", ["body-count", "body-0-order"])
@pytest.mark.parametrize("value", ["", "many", "1.5", "²", "9" * 5000, "\u202e1"])
def test_a_counter_that_is_no_number_is_answered(organization, proceeding, field, value):
    page = make_update(organization, proceeding, is_live=False)
    editor = signed_in(make_editor(organization))
    form = {**report_form(page), field: value}
    for name in ("edit", "preview_on_edit"):
        assert editor.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]), form).status_code == 400


def test_a_preview_is_shown_inside_the_editor(organization, proceeding):
    page = make_update(organization, proceeding, is_live=False)
    editor = signed_in(make_editor(organization))
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert editor.post(address, report_form(page, title="As it will look")).json()["is_valid"]
    shown = editor.get(address)
    assert shown.status_code == 200 and "As it will look" in shown.content.decode()
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]


def test_the_editor_speaks_the_user_s_language(organization):
    user = make_editor(organization)
    user.language = "ar"
    user.save()
    client = signed_in(user, Client())
    text = client.get("/cms/").content.decode()
    assert 'lang="ar"' in text and 'dir="rtl"' in text
    assert "سند" in text


def test_moderators_keep_the_public_facts(proceeding):
    moderator = signed_in(make_moderator())
    for model, pk in [
        ("court", proceeding.court_id),
        ("proceeding", proceeding.pk),
        ("fact", proceeding.facts.first().pk),
    ]:
        for view, args in [("list", []), ("add", []), ("edit", [pk])]:
            response = moderator.get(reverse(f"wagtailsnippets_proceedings_{model}:{view}", args=args))
            assert response.status_code == 200, (model, view)
            if view != "list":
                text = response.content.decode()
                assert all(f'lang="{code}"' in text for code in ("ar", "ckb", "ku-Latn", "en")), (model, view)
