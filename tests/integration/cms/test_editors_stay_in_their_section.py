"""An editor of one organization touches nothing else: no page, picture, setting, person or public fact of others."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Site

from cms.models import CaseUpdatePage, HomePage
from tests.factories.cms import make_editor, make_section, make_update
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding
from tests.factories.sessions import signed_in
from tests.integration.cms.forms import report_form

pytestmark = pytest.mark.django_db

SECRET = "A draft of the other organization"


@pytest.fixture
def ours(db):
    return make_organization(slug="ours")


@pytest.fixture
def theirs(db):
    return make_organization(slug="theirs")


@pytest.fixture
def editor(ours) -> Client:
    return signed_in(make_editor(ours))


@pytest.fixture
def their_page(theirs) -> CaseUpdatePage:
    """A published report of the other organization with a second, unpublished revision."""
    page = make_update(theirs, make_proceeding())
    page.title = SECRET
    page.save_revision()
    return page


@pytest.fixture
def our_page(ours) -> CaseUpdatePage:
    return make_update(ours, make_proceeding(), is_live=False)


def refused(response) -> bool:
    """Refused outright, or led back to the editor's first screen with nothing done."""
    if response.status_code in {403, 404}:
        return True
    return response.status_code == 302 and response.url.split("?")[0] in {"/cms/", "/staff/login/"}


PAGE_VIEWS = [
    "edit",
    "copy",
    "move",
    "delete",
    "unpublish",
    "history",
    "usage",
    "lock",
    "unlock",
    "workflow_history",
    "set_privacy",
    "convert_alias",
    "set_page_position",
    "view_draft",
    "preview_on_edit",
]


@pytest.mark.parametrize("method", ["get", "post"])
def test_pages_of_others_are_refused(editor, their_page, method):
    for view in PAGE_VIEWS:
        response = getattr(editor, method)(reverse(f"wagtailadmin_pages:{view}", args=[their_page.pk]))
        assert refused(response) or response.status_code == 405, (view, method, response.status_code)
        assert SECRET not in response.content.decode(), view


def test_the_home_pages_are_refused(editor):
    homes = HomePage.objects.all()
    assert homes
    for home in homes:
        for view in ("edit", "history", "delete", "copy"):
            assert refused(editor.get(reverse(f"wagtailadmin_pages:{view}", args=[home.pk]))), view


def test_the_explorer_refuses_their_section(editor, their_page, theirs):
    section = make_section(theirs)
    for page in (section, their_page):
        assert refused(editor.get(reverse("wagtailadmin_explore", args=[page.pk])))
        assert refused(editor.get(reverse("wagtailadmin_explore_results", args=[page.pk])))


def test_the_explorer_shows_only_the_own_section(editor, ours, their_page):
    make_section(ours)
    home = HomePage.objects.get(locale__language_code="en")
    text = editor.get(reverse("wagtailadmin_explore", args=[home.pk])).content.decode()
    assert "Two Rivers (ours)" in text
    assert "theirs" not in text


def test_revisions_of_others_are_refused(editor, their_page):
    newest, oldest = their_page.revisions.order_by("-pk").first(), their_page.revisions.order_by("pk").first()
    for name, args in [
        ("revisions_revert", [their_page.pk, newest.pk]),
        ("revisions_view", [their_page.pk, newest.pk]),
        ("revisions_compare", [their_page.pk, oldest.pk, newest.pk]),
        ("revisions_unschedule", [their_page.pk, newest.pk]),
    ]:
        response = editor.get(reverse(f"wagtailadmin_pages:{name}", args=args))
        assert refused(response), name
        assert SECRET not in response.content.decode()


def test_nothing_is_added_or_moved_into_their_section(editor, theirs, our_page):
    section = make_section(theirs)
    assert refused(editor.get(reverse("wagtailadmin_pages:add", args=["cms", "caseupdatepage", section.pk])))
    move = reverse("wagtailadmin_pages:move_confirm", args=[our_page.pk, section.pk])
    assert refused(editor.post(move))
    our_page.refresh_from_db()
    assert not our_page.is_descendant_of(section)


def test_search_and_chooser_hide_their_drafts(editor, theirs, their_page):
    draft = make_update(theirs, make_proceeding(), title="Zebra report", is_live=False)
    section = make_section(theirs)
    addresses = [
        reverse("wagtailadmin_pages:search") + "?q=Zebra",
        reverse("wagtailadmin_explore_root") + "?q=Zebra",
        reverse("wagtailadmin_choose_page_search") + "?q=Zebra",
        reverse("wagtailadmin_choose_page_child", args=[section.pk]),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_reports:locked_pages"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:workflow"),
        reverse("wagtailadmin_reports:workflow_tasks"),
        reverse("wagtailadmin_pages:type_use", args=["cms", "caseupdatepage"]),
        reverse("wagtailadmin_home"),
    ]
    for address in addresses:
        response = editor.get(address)
        text = response.content.decode()
        assert response.status_code in {200, 302, 403, 404}, address
        # The search box repeats the word; the title of the page must not appear.
        assert draft.title not in text, address
        assert SECRET not in text, address


def test_pictures_of_others_are_refused(editor, theirs):
    make_section(theirs)
    theirs_only = Collection.objects.get(name="Organization theirs editors")
    picture = get_image_model().objects.create(title="Zebra", file=get_test_image_file(), collection=theirs_only)
    for name in ("edit", "delete", "url_generator"):
        assert refused(editor.get(reverse(f"wagtailimages:{name}", args=[picture.pk]))), name
    assert "Zebra" not in editor.get(reverse("wagtailimages:index")).content.decode()
    assert "Zebra" not in editor.get(reverse("wagtailimages_chooser:choose")).content.decode()


NOT_FOR_EDITORS = [
    "wagtailsites:index",
    "wagtailusers_users:index",
    "wagtailusers_groups:index",
    "wagtailadmin_collections:index",
    "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:task_index",
    "wagtailredirects:index",
    "wagtailsnippets_proceedings_proceeding:list",
    "wagtailsnippets_proceedings_proceeding:add",
    "wagtailsnippets_proceedings_court:add",
    "wagtailsnippets_proceedings_fact:list",
    "wagtailsnippets:index",
]


def test_settings_people_and_facts_are_refused(editor):
    for name in NOT_FOR_EDITORS:
        response = editor.get(reverse(name))
        assert refused(response), (name, response.status_code)


def test_an_editor_writes_but_does_not_publish(editor, our_page):
    address = reverse("wagtailadmin_pages:edit", args=[our_page.pk])
    assert editor.get(address).status_code == 200
    form = report_form(our_page, title="A changed title")
    response = editor.post(address, {**form, "action-publish": "1"})
    our_page.refresh_from_db()
    assert response.status_code in {200, 302}
    assert not our_page.live
    assert our_page.get_latest_revision_as_object().title == "A changed title"


def test_an_editor_cannot_delete_what_is_published(ours, editor):
    page = make_update(ours, make_proceeding())
    assert refused(editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk])))
    assert refused(editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk])))
    assert CaseUpdatePage.objects.live().filter(pk=page.pk).exists()


def test_the_menu_holds_only_what_is_needed(editor):
    text = editor.get(reverse("wagtailadmin_home")).content.decode()
    for word in ("wagtailusers", "/cms/sites/", "/cms/redirects/", "/cms/forms/", "/cms/documents/", "wagtail.org"):
        assert word not in text, word
    assert Site.objects.count() == 1


ODD_WORDS = ['"', "'", '" OR 1', "*", "(", "a" * 2000, "\u202e", "NEAR(", "ـ", "😀", "%", "9" * 30]


@pytest.mark.parametrize("name", ["wagtailadmin_pages:search", "wagtailadmin_explore_root", "wagtailimages:index"])
def test_odd_searches_are_answered(editor, our_page, name):
    for words in ODD_WORDS:
        assert editor.get(reverse(name), {"q": words}).status_code in {200, 302}, words
