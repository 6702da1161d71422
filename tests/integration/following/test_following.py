"""She follows, is told once about each update, and stops."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.following import events, services
from portal.following.models import Follow
from portal.notifications.models import Delivery, InboxEntry
from portal.notifications.services.inbox import entries_of, mark_read, unread_count
from portal.proceedings.services import note_published_update, withdraw_published_update
from tests.factories.followers import make_follower, make_holder
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding

pytestmark = pytest.mark.django_db


def note(proceeding, key, language, title):
    return note_published_update(
        translation_key=key,
        language=language,
        proceeding=proceeding,
        organization=make_organization(),
        title=title,
        url_path=f"/{language}/x/",
        published_at=proceeding.created_at,
        actor=SYSTEM,
    )


def test_following_twice_is_following_once():
    proceeding, holder = make_proceeding(), make_holder()
    actor = Actor.holder(holder.pk)
    first = services.follow(holder=holder, proceeding=proceeding, actor=actor)
    assert services.follow(holder=holder, proceeding=proceeding, actor=actor) == first
    assert services.is_following(holder=holder, proceeding=proceeding)
    event = Event.objects.get(code=events.FOLLOW_STARTED)
    assert (event.actor_id, event.subject_id) == (holder.pk, proceeding.pk)


def test_two_live_follows_are_impossible():
    holder = make_follower(proceeding := make_proceeding())
    with pytest.raises(IntegrityError), transaction.atomic():
        Follow.objects.create(holder=holder, proceeding=proceeding)


def test_a_hidden_proceeding_is_not_followed():
    proceeding = make_proceeding()
    proceeding.is_public = False
    with pytest.raises(ValueError, match="public"):
        services.follow(holder=make_holder(), proceeding=proceeding, actor=SYSTEM)


def test_stopping_ends_it_at_once_and_following_again_is_possible():
    holder = make_follower(proceeding := make_proceeding())
    actor = Actor.holder(holder.pk)
    assert services.stop_following(holder=holder, proceeding=proceeding, actor=actor)
    assert not services.stop_following(holder=holder, proceeding=proceeding, actor=actor)
    assert services.tell_followers(proceeding_id=proceeding.pk, translation_key=uuid.uuid4()) == 0
    services.follow(holder=holder, proceeding=proceeding, actor=actor)
    assert list(Follow.objects.live().of(holder).with_proceedings()) == [Follow.objects.live().get()]
    assert Event.objects.filter(code=events.FOLLOW_STOPPED).count() == 1


def test_every_follower_is_told_once(monkeypatch):
    monkeypatch.setattr(services, "_BATCH", 2)
    proceeding, other, key = make_proceeding(), make_proceeding(), uuid.uuid4()
    followers = [make_follower(proceeding) for _number in range(5)]
    outsider = make_follower(other)
    for expected in (5, 0):
        assert services.tell_followers(proceeding_id=proceeding.pk, translation_key=key) == expected
    assert {entry.holder_id for entry in InboxEntry.objects.filter(subject=str(key))} == {f.pk for f in followers}
    assert not entries_of(holder=outsider).exists()
    assert Delivery.objects.count() == 5


def test_who_has_no_channel_still_has_the_entry():
    holder = make_follower(proceeding := make_proceeding(), has_email=False)
    services.tell_followers(proceeding_id=proceeding.pk, translation_key=uuid.uuid4())
    assert unread_count(holder=holder) == 1
    assert not Delivery.objects.exists()
    other = make_holder()
    assert mark_read(holder=other, entries=entries_of(holder=holder), actor=Actor.holder(other.pk)) == 0
    assert mark_read(holder=holder, entries=entries_of(holder=holder), actor=Actor.holder(holder.pk)) == 1
    assert unread_count(holder=holder) == 0


@pytest.mark.parametrize(
    ("reader", "title", "used", "is_fallback"),
    [("ar", "بالعربية", "ar", False), ("ckb", "بالعربية", "ar", True), ("en", "In English", "en", False)],
)
def test_an_entry_is_described_in_her_language_or_the_nearest(reader, title, used, is_fallback):
    holder = make_follower(proceeding := make_proceeding())
    key = uuid.uuid4()
    note(proceeding, key, "en", "In English")
    note(proceeding, key, "ar", "بالعربية")
    services.tell_followers(proceeding_id=proceeding.pk, translation_key=key)
    described = services.describe_entries(entries_of(holder=holder), reader)[0]
    assert (described.title, described.language.code, described.is_fallback) == (title, used, is_fallback)
    assert described.url == f"/{used}/x/" and described.proceeding == proceeding and not described.is_withdrawn


def test_a_withdrawn_update_is_said_to_be_gone():
    holder = make_follower(proceeding := make_proceeding())
    key = uuid.uuid4()
    note(proceeding, key, "en", "In English")
    services.tell_followers(proceeding_id=proceeding.pk, translation_key=key)
    withdraw_published_update(translation_key=key, language="en", actor=SYSTEM)
    described = services.describe_entries(entries_of(holder=holder), "en")[0]
    assert described.is_withdrawn and described.title == "" and described.url == ""


def test_describing_asks_twice_whatever_the_number(django_assert_num_queries):
    holder = make_follower(proceeding := make_proceeding())
    for _number in range(4):
        key = uuid.uuid4()
        note(proceeding, key, "en", "In English")
        services.tell_followers(proceeding_id=proceeding.pk, translation_key=key)
    InboxEntry.objects.create(holder=holder, kind="another.kind", subject="x")
    InboxEntry.objects.create(holder=holder, kind=services.UPDATE_KIND, subject="not a key")
    with django_assert_num_queries(2):
        assert len(services.describe_entries(entries_of(holder=holder), "ku")) == 4


def test_the_task_table_holds_only_keys(django_capture_on_commit_callbacks):
    proceeding = make_proceeding()
    make_follower(proceeding)
    with django_capture_on_commit_callbacks(execute=True):
        services.tell_followers(proceeding_id=proceeding.pk, translation_key=uuid.uuid4())
    messages = DBTaskResult.objects.filter(task_path="portal.notifications.tasks.deliver_message")
    assert messages.get().args_kwargs["args"] == [str(Delivery.objects.get().pk), "0"]
