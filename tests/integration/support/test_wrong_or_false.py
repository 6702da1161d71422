"""“I am not missing”, “this is false”, “take it down”, “they asked me for money”: heard without being an oracle."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.enums import Role
from portal.accounts.services.holders import replace_return_code
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.core.languages import LANGUAGES
from portal.core.refusing import Refused
from portal.family.receipts import DISCREET, PLAIN, receipt_html
from portal.matching.models import CandidatePair
from portal.matching.policies import check_may_tell
from portal.matching.services.linking import link_all
from portal.registry.models import Registration
from portal.registry.services.holding import hold, release
from portal.support.models import PRESSING_KINDS, OfficialChannel, Report
from portal.support.official import add_official, remove_official
from tests.factories.matching import make_detainee, make_registration
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db

NEVER = {
    "ar": "نحن لا نطلب المال أبداً",
    "ckb": "ئێمە هەرگیز داوای پارە ناکەین",
    "ku": "Em tu carî pereyan naxwazin",
    "en": "We never ask for money",
}


def report(reference: str, kind: str = "not_missing", language: str = "en"):
    posted = {"words": "It is me. I live.", "reference": reference, "reach": "", "token": str(uuid.uuid4())}
    return Client().post(f"/{language}/tell-us/{kind}/", posted, follow=True)


def her_page(registration: Registration) -> str:
    client = Client()
    client.post("/en/return/", {"code": replace_return_code(holder=registration.holder, actor=SYSTEM)})
    return re.sub(r'value="[^"]{20,}"', "", client.get("/en/me/").content.decode())


@pytest.mark.parametrize("kind", PRESSING_KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_known_and_an_unknown_reference_are_answered_alike(kind, language):
    """Whoever reports learns nothing: neither whether there is such a registration nor whose it is."""
    known = report(make_registration().reference, kind, language)
    unknown = report("SR-2222-2222", kind, language)
    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content and Report.objects.count() == 2


def test_the_one_who_seeks_sees_nothing_of_a_report_or_of_its_being_checked():
    """R-20: a page that changes would tell her that the person lives; it stays the same byte for byte."""
    registration = make_registration()
    before = her_page(registration)
    report(registration.reference)
    hold(registration=registration, actor=SYSTEM)
    assert her_page(registration) == before


def test_a_held_registration_is_neither_compared_nor_told_until_it_goes_on():
    registration = make_registration()
    make_detainee()
    link_all(actor=SYSTEM)
    pair = CandidatePair.objects.get()
    assert CandidatePair.objects.open_to_reading().exists()
    hold(registration=registration, actor=SYSTEM)
    pair.refresh_from_db()
    assert not CandidatePair.objects.open_to_reading().exists() and not Registration.objects.compared().exists()
    with pytest.raises(Refused, match="being checked"):
        check_may_tell(CandidatePair.objects.get())
    assert not hold(registration=registration, actor=SYSTEM), "twice is once"
    release(registration=registration, actor=SYSTEM)
    assert CandidatePair.objects.open_to_reading().exists()
    codes = Event.objects.filter(subject_id=registration.pk).values_list("code", flat=True)
    assert {"registry.registration.held", "registry.registration.released"} <= set(codes)


def test_a_caseworker_holds_what_a_report_names_and_lets_it_go_on():
    registration = make_registration()
    report(registration.reference, "not_true")
    client = sign_in(Client(), StaffFactory(role=Role.CASEWORKER))
    key = Report.objects.get().pk
    for deed, is_held in (("hold", True), ("release", False)):
        client.post(reverse("office:reports-hold", args=[key]), {"deed": deed})
        registration.refresh_from_db()
        assert (registration.held_at is not None) == is_held
    page = client.get(reverse("office:reports-detail", args=[key])).content.decode()
    assert "Keep it still" in page


def test_a_report_is_not_finished_while_its_registration_is_kept_still():
    """Nobody would find it again, and the family would wait in silence."""
    registration = make_registration()
    report(registration.reference, "not_true")
    hold(registration=registration, actor=SYSTEM)
    client = sign_in(Client(), StaffFactory(role=Role.CASEWORKER))
    for is_held, state in ((True, "new"), (False, "done")):
        if not is_held:
            release(registration=registration, actor=SYSTEM)
        client.post(reverse("office:reports-state", args=[Report.objects.get().pk]), {"state": "done"})
        assert Report.objects.get().state == state


@pytest.mark.parametrize(("kind", "reference"), [("money", None), ("not_missing", "SR-2222-2222")])
def test_nothing_is_held_for_another_report_or_an_unknown_reference(kind, reference):
    registration = make_registration()
    report(reference or registration.reference, kind)
    client = sign_in(Client(), StaffFactory(role=Role.CASEWORKER))
    key = Report.objects.get().pk
    assert "Keep it still" not in client.get(reverse("office:reports-detail", args=[key])).content.decode()
    client.post(reverse("office:reports-hold", args=[key]), {"deed": "hold"})
    assert not Registration.objects.held().exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_families_see_which_channels_are_really_ours(client, language):
    administrator = sign_in(Client(), StaffFactory(role=Role.ADMINISTRATOR))
    for kind, value in (("site", "https://portal.example"), ("phone", "+٩٦٤ ٧٠٠ ٠٠٠ ٠٠٠")):
        answer = administrator.post(reverse("office:official"), {"kind": kind, "value": value})
        assert answer.status_code == 302
    for path in ("tell-us/money/", "help/"):
        page = client.get(f"/{language}/{path}").content.decode()
        assert "https://portal.example" in page and "+964 700 000 000" in page
    gone = OfficialChannel.objects.get(kind="site")
    administrator.post(reverse("office:official-remove", args=[gone.pk]))
    assert "portal.example" not in client.get(f"/{language}/tell-us/money/").content.decode()


@pytest.mark.parametrize(
    "posted",
    [
        {"kind": "site", "value": "http://portal.example"},
        {"kind": "site", "value": "portal"},
        {"kind": "email", "value": "post"},
        {"kind": "phone", "value": ""},
        {"kind": "pigeon", "value": "x"},
        {"kind": "phone", "value": "1" * 201},
    ],
)
def test_a_slip_in_the_list_is_said_and_nothing_is_listed(posted):
    client = sign_in(Client(), StaffFactory(role=Role.ADMINISTRATOR))
    answer = client.post(reverse("office:official"), posted)
    assert answer.status_code == 200 and answer.context["form"].errors
    assert not OfficialChannel.objects.exists()


def test_the_list_knows_who_added_and_removed_and_twice_is_once():
    user = StaffFactory(role=Role.ADMINISTRATOR)
    first, again = (add_official(kind="sms", value="Post", user_id=user.pk, actor=SYSTEM) for _time in range(2))
    assert first == again
    for _time in range(2):
        remove_official(channel=first, user_id=user.pk, actor=SYSTEM)
    codes = Event.objects.filter(subject_id=first.pk).values_list("code", flat=True)
    assert sorted(codes) == ["support.official_channel.added", "support.official_channel.removed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_and_paper_of_hers_says_that_we_never_ask_for_money(client, language):
    """The mail and the text message hold one sentence without content (R-46); everything else says it."""
    registration = make_registration()
    client.post(f"/{language}/return/", {"code": replace_return_code(holder=registration.holder, actor=SYSTEM)})
    for path in ("me/", "me/reach/", "tell-us/money/sent/"):
        assert NEVER[language] in client.get(f"/{language}/{path}").content.decode(), path
    for style in (PLAIN, DISCREET):
        assert NEVER[language] in receipt_html(registration, style=style, language=LANGUAGES[language])
