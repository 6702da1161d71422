"""Writing a proceeding by its slug: what is there afterwards is exactly what was given."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.core.readings import read_field, reading_order
from portal.proceedings import events
from portal.proceedings.enums import OPEN_STAGES, Stage
from portal.proceedings.models import Court, Fact, Proceeding, PublishedUpdate
from portal.proceedings.services import FactText, note_published_update, publish_proceeding, set_court
from tests.factories.organizations import make_organization
from tests.factories.proceedings import CONTENT, make_proceeding

pytestmark = pytest.mark.django_db


def test_twice_the_same_makes_one():
    for _time in range(2):
        make_proceeding(slug="one")
    assert Court.objects.count() == Proceeding.objects.count() == 1
    assert Fact.objects.count() == len(CONTENT.facts)
    assert Event.objects.filter(code=events.PROCEEDING_SAVED).count() == 2


def test_facts_become_exactly_those_given():
    proceeding = make_proceeding(slug="one")
    kept = proceeding.facts.get(order=1).pk
    make_proceeding(slug="one", facts=(FactText("2025", {"ku": "Biryar"}, {"ku": "dadgeh"}),))
    fact = proceeding.facts.get()
    assert (fact.pk, fact.occurred, fact.text_ku, fact.text_en) == (kept, "2025", "Biryar", "")


def test_all_languages_are_written():
    texts = {"ar": "أ", "ckb": "ب", "ku": "c", "en": "d"}
    proceeding = Proceeding.objects.get(pk=make_proceeding(title=texts).pk)
    assert {code: getattr(proceeding, f"title_{code}") for code in texts} == texts


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "nonsense"},
        {"stage": "nonsense"},
        {"title": {"de": "Prozess"}},
        {"facts": (FactText("soon", {"en": "x"}, {"en": "y"}),)},
        {"facts": (FactText("9" * 30, {"en": "x"}, {"en": "y"}),)},
    ],
)
def test_what_makes_no_sense_writes_nothing(changes):
    court = set_court(slug="c", name={"en": "Court"}, actor=SYSTEM)
    with pytest.raises(ValueError):
        publish_proceeding(court=court, content=replace(CONTENT, **changes), actor=SYSTEM)
    assert not Proceeding.objects.exists() and not Fact.objects.exists()


def test_two_facts_never_share_a_place():
    proceeding = make_proceeding()
    with pytest.raises(IntegrityError), transaction.atomic():
        Fact.objects.create(proceeding=proceeding, order=1, text="x", source_name="y")


def test_one_published_update_per_language():
    proceeding, organization = make_proceeding(), make_organization()
    fields = {
        "translation_key": proceeding.pk,
        "proceeding": proceeding,
        "organization": organization,
        "url_path": "/en/x/",
        "published_at": proceeding.created_at,
        "actor": SYSTEM,
    }
    for title in ("First", "Second"):
        note_published_update(language="en", title=title, **fields)
    assert PublishedUpdate.objects.get().title == "Second"
    with pytest.raises(ValueError, match="language"):
        note_published_update(language="de", title="x", **fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        PublishedUpdate.objects.create(
            language="en", title="x", **{name: value for name, value in fields.items() if name != "actor"}
        )


def test_what_is_over_is_not_open():
    assert make_proceeding(stage=Stage.TRIAL).is_open
    assert not make_proceeding(stage=Stage.FINAL).is_open
    assert set(Proceeding.objects.open().values_list("stage", flat=True)) <= OPEN_STAGES


@pytest.mark.parametrize(
    ("code", "text", "used"), [("ku", "عربي", "ar"), ("ar", "عربي", "ar"), ("en", "English", "en")]
)
def test_a_reading_is_the_nearest_language(code, text, used):
    proceeding = make_proceeding(title={"ar": "عربي", "en": "English"}, last_checked_on=date(2026, 1, 1))
    reading = read_field(proceeding, "title", code)
    assert (reading.text, reading.language.code, reading.is_fallback) == (text, used, used != code)
    assert reading_order(code)[0] == code
    assert read_field(make_proceeding(summary={}), "summary", code).text == ""
