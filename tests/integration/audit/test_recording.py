"""Recording: registered codes only, in the caller's transaction."""

import uuid

import pytest
from django.db import transaction

from portal.accounts import events as account_events
from portal.audit.actors import SYSTEM, VISITOR, Actor, ActorKind
from portal.audit.events import UnknownEvent, codes, label, register
from portal.audit.models import Event
from portal.audit.services import record

pytestmark = pytest.mark.django_db


def test_an_unregistered_code_is_refused():
    with pytest.raises(UnknownEvent):
        record("nothing.of.this", actor=SYSTEM)
    assert not Event.objects.exists()


def test_what_is_rolled_back_was_never_recorded():
    with pytest.raises(RuntimeError), transaction.atomic():
        record(account_events.CODE_ISSUED, actor=VISITOR)
        raise RuntimeError
    assert not Event.objects.exists()


def test_actor_kind_and_key_are_kept():
    key = uuid.uuid4()
    event = record(account_events.CODE_ISSUED, actor=Actor.holder(key), purpose="test", data={"count": 1})
    event.refresh_from_db()
    assert (event.actor_kind, event.actor_id, event.data) == (ActorKind.HOLDER, key, {"count": 1})


def test_one_code_has_one_meaning():
    register("tests.thing.done", "Done")
    assert register("tests.thing.done", "Done") == "tests.thing.done"
    with pytest.raises(ValueError, match="twice"):
        register("tests.thing.done", "Something else")
    assert label("tests.thing.done") == "Done"


def test_codes_are_dotted_with_the_app_first():
    assert codes()
    for code in codes():
        assert len(code.split(".")) == 3, code
        assert label(code)
