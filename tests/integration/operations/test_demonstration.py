"""The demonstration world loads once, tells every outcome, and its sign-ins work nowhere else."""

import json
import re
from dataclasses import replace

import pytest
from django.contrib.auth import authenticate
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from cms.models import CaseUpdatePage
from portal.accounts.backends import is_demonstration_name
from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder, RoleGrant, User
from portal.accounts.services.holders import find_holder_by_code
from portal.detainees.models import DetaineeRecord
from portal.matching.enums import PairState
from portal.matching.models import CandidatePair
from portal.operations.demo.answers import answers_of
from portal.operations.demo.families import FAMILIES
from portal.operations.demo.people import STAFF
from portal.operations.demo.proceedings import PROCEEDINGS
from portal.proceedings.models import Fact, Proceeding
from portal.registry.answers import content_of
from portal.registry.enums import Answer, Purpose, RegistrationState, Trust
from portal.registry.models import ConsentLine, Registration

pytestmark = pytest.mark.django_db
LANGUAGES = ("ar", "ckb", "ku", "en")


@pytest.fixture
def world(settings, tmp_path, capsys, django_capture_on_commit_callbacks):
    """What load_demo printed the first time."""
    settings.DEMONSTRATION = True
    settings.DATA_DIR = tmp_path
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_demo")
    return capsys.readouterr().out


def test_refused_outside_a_demonstration(settings):
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError):
        call_command("load_demo")
    assert not User.objects.exists()


def test_loaded_twice_is_loaded_once(world, capsys, django_capture_on_commit_callbacks):
    models = (User, AccessHolder, Registration, DetaineeRecord, CandidatePair, Proceeding, Fact, CaseUpdatePage)
    before = [model.objects.count() for model in models]
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_demo")
    again = capsys.readouterr().out
    assert [model.objects.count() for model in models] == before
    assert again.splitlines()[:-1] == world.splitlines()[:-1]
    counts = json.loads(again.splitlines()[-1])
    assert (counts["families"], counts["updates"], counts["judged"], counts["without_pair"]) == (0, 0, 0, 0)


def test_every_outcome_stands_in_it(world):
    counts = json.loads(world.splitlines()[-1])
    aside = Registration.objects.filter(trust=Trust.CHECK_FIRST)
    assert counts["put_aside"] == aside.count() == 3 and not CandidatePair.objects.filter(registration__in=aside)
    by_family = Registration.objects.trusted().filter(filled_by="self")
    assert counts["families"] == by_family.count() == len(FAMILIES) == 14
    assert counts["helped"] == Registration.objects.filter(filled_by="helper").count() == 1
    assert set(Registration.objects.values_list("kind", flat=True)) == {"missing", "detained", "deceased", "survivor"}
    assert counts["without_pair"] == 0
    states = set(CandidatePair.objects.values_list("state", flat=True))
    assert states >= {
        PairState.CANDIDATE,
        PairState.UNDER_REVIEW,
        PairState.DISPUTED,
        PairState.REJECTED,
        PairState.DISCLOSED,
        PairState.NOT_DISCLOSED,
    }
    told = Registration.objects.filter(state=RegistrationState.PLEASE_CONTACT)
    assert [one.external_id for one in told] == ["demo-family-02"]


def test_who_refused_comparing_is_compared_with_nobody(world):
    lines = ConsentLine.objects.in_force().filter(purpose=Purpose.COMPARE, answer=Answer.NO)
    refused = [line.registration for line in lines.order_by("registration__external_id")]
    assert [one.external_id for one in refused] == ["demo-family-04", "demo-family-13", "demo-family-14"]
    assert not any(one.pairs.exists() for one in refused)


def test_nothing_new_is_nothing(world):
    registration = Registration.objects.get(external_id="demo-family-06")
    assert not registration.pairs.filter(state__in=[PairState.VERIFIED, PairState.DISCLOSED]).exists()


@pytest.mark.pages
def test_one_sign_in_for_every_role(world):
    assert set(RoleGrant.objects.live().values_list("role", flat=True)) == set(Role.values)
    for member in STAFF:
        assert re.search(rf"{member.username} .*{member.password} .*otpauth://totp/", world)
        assert authenticate(None, username=member.username, password=member.password) is not None


def test_sign_ins_are_refused_elsewhere(world, settings):
    settings.DEMONSTRATION = False
    assert authenticate(None, username="demo-reviewer", password="demo-reviewer-2026-olive") is None
    assert authenticate(None, username="Demo-Reviewer", password="demo-reviewer-2026-olive") is None
    errors = run_checks(databases=["default"])
    assert [error.id for error in errors if error.id == "operations.E001"] == ["operations.E001"]


def test_no_complaint_where_nobody_of_it_is(settings):
    settings.DEMONSTRATION = False
    assert not [error for error in run_checks(databases=["default"]) if error.id == "operations.E001"]
    assert all(is_demonstration_name(member.username) for member in STAFF)


@pytest.mark.pages
def test_printed_codes_open_their_pages(world):
    codes = re.findall(r"^  (?:ar|ckb|ku|en) +(\d{16})  ", world, re.MULTILINE)
    assert len(codes) == 2
    assert all(find_holder_by_code(code).registrations.exists() for code in codes)


@pytest.mark.pages
def test_every_fact_has_its_source_and_date_in_four_languages(world):
    assert Proceeding.objects.count() == len(PROCEEDINGS) == 4
    for fact in Fact.objects.all():
        assert fact.source_date
        for code in LANGUAGES:
            assert getattr(fact, f"text_{code}")
            assert getattr(fact, f"source_name_{code}")
    for proceeding in Proceeding.objects.all():
        for name in ("title", "summary", "finality_note"):
            assert all(getattr(proceeding, f"{name}_{code}") for code in LANGUAGES)


FORBIDDEN = (
    *("terrorist", "regime", "match", "martyr", "ISIS member"),
    *("إرهابي", "النظام", "مجرم", "شهيد", "المرحوم"),
    *("تیرۆریست", "تاوانبار", "ڕژێم", "شەهید"),
    *("terorîst", "sûcdar", "rejîm", "şehîd"),
)


@pytest.mark.pages
def test_words_that_judge_or_take_sides_stand_nowhere_in_public(world):
    texts = [
        getattr(one, f"{name}_{code}")
        for one in Proceeding.objects.all()
        for name in ("title", "summary", "finality_note")
        for code in LANGUAGES
    ]
    texts += [getattr(fact, f"text_{code}") for fact in Fact.objects.all() for code in LANGUAGES]
    texts += [str(page.body) + page.title for page in CaseUpdatePage.objects.all()]
    assert not [(word, text) for text in texts for word in FORBIDDEN if word.lower() in text.lower()]


def test_addresses_and_numbers_belong_to_nobody():
    reached = [family for family in FAMILIES if family.channel]
    assert reached
    for family in reached:
        assert family.channel[1].endswith("@example.org") or family.channel[1].startswith("+963 900 000 0")


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_what_a_family_reads_of_itself_is_what_was_registered(family):
    """The answers on her page make the registration that is compared, but for what no question asks."""
    content = content_of(answers_of(family.content), language=family.content.language)
    unasked = {"birth_place": "", "nationality": ""}
    names = (replace(family.content.names[0], full=family.content.names[0].as_written()), *family.content.names[1:])
    expected = replace(family.content, **unasked, names=names)
    if family.content.kind == "survivor":
        expected = replace(expected, applicant_kind="survivor", relationship="self")
    assert content == expected
