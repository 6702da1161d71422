"""Certificate, summary and download: read back in four languages; what /verify/ says and does not say (R-38, R-77)."""

import json
import re
import shutil
from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from django.apps import apps
from django.test import Client
from django.utils.translation import gettext, override

from portal.accounts.services.pins import set_pins
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core.languages import LANGUAGES
from portal.core.pdf import paper_pdf
from portal.core.personal import NOTHING_PERSONAL
from portal.family.exporting import EXPORTED, LEFT_OUT, SHIELDED, UNTOLD, everything_json, everything_pdf
from portal.family.papers import paper_of
from portal.notifications.services.channels import set_channel
from portal.registry.models import IssuedPaper, PaperKind
from portal.registry.services.amendments import amend
from portal.registry.services.issuing import PER_DAY, TooManyPapers, issue_paper, issued_on
from portal.registry.services.messages import write_as_family
from tests.factories.papers import letters_of, structure, text_of
from tests.factories.registry import make_registration
from tests.factories.visits import enter

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
needs_reader = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils reads the PDF back")
# A name as people of each language have it, with letters that break bad shaping: ZWNJ, lam-alef, ڵ, ێ, ۆ, î, ê, ç.
NAMES = {
    "ar": "عبد الله إسلام الجبوري",
    "ckb": "هێرۆ عەبدوڵڵا گوڵ‌ئەندام",
    "ku": "Şêrîn Çiçek Xelîl",
    "en": "Azad O'Neill-Haddad",
}
CODE = "2345-6789-BCDF-GHJK-MNPQ"
NO_MONEY = ("It is free. We never ask for money.", "If anyone asks you for money in our name, it is not us. Tell us.")


def paper(code: str, kind: str, name: str | None = None) -> bytes:
    registration = make_registration(language=code, name={"full": name or NAMES[code]}, parts={})
    html = paper_of(
        registration,
        kind=kind,
        code=CODE,
        issued_on=date(2026, 3, 14),
        language=LANGUAGES[code],
        address="https://x.org",
    )
    return paper_pdf(html)


@needs_reader
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", PaperKind.values)
def test_the_text_can_be_copied_right_in_every_language(code, kind, tmp_path):
    data = paper(code, kind)
    with override(code):
        title = gettext({"summary": "Summary of your registration", "certificate": "Certificate of registration"}[kind])
        said = [gettext(sentence) for sentence in NO_MONEY]
    read = letters_of(data)
    assert bare(NAMES[code]) in bare(read) and bare(title) in bare(read)
    assert words(" ".join(said)) <= words(read)
    text = text_of(data, tmp_path)
    assert words(letters_alone(f"{NAMES[code]} {title}")) <= words(letters_alone(text))
    assert CODE in text and "2026-03-14" in text and f"https://x.org/{code}/verify/" in text


def letters_alone(text: str) -> str:
    """Without the signs of direction that the reader adds, and the vowel marks, which it puts where they are drawn."""
    return re.sub(r"[\u064b-\u0652\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def bare(text: str) -> str:
    """Letters, digits and signs alone: where a line breaks is not what is asked."""
    return re.sub(r"[\s\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def words(text: str) -> set[str]:
    """Every word by itself, with its vowel marks, without the signs around it."""
    return {re.sub(r"[^\w\u064b-\u0652]", "", word.replace("\u200c", "")) for word in re.split(r"[\s.:,،]+", text)} - {
        ""
    }


@pytest.mark.parametrize(("code", "name"), [("ar", "Azad Mihemed"), ("ckb", "Jean-Luc 3"), ("en", "آزاد محمد سليمان")])
def test_a_name_of_the_other_direction_stands_in_its_own_order(code, name):
    assert bare(name) in bare(letters_of(paper(code, PaperKind.CERTIFICATE, name)))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", PaperKind.values)
def test_a_screen_reader_finds_language_title_and_order(code, kind):
    with pikepdf.open(BytesIO(paper(code, kind))) as opened:
        assert opened.Root.Lang == LANGUAGES[code].html and opened.Root.MarkInfo.Marked
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert b"pdfuaid" in opened.Root.Metadata.read_bytes()
        kinds = structure(opened.Root.StructTreeRoot)
        assert kinds.count("/H1") == 1 and "/Figure" not in kinds
        assert set(opened.docinfo.keys()) == {"/Title", "/Producer"}


def code_on(data: bytes, folder) -> str:
    (found,) = re.findall(r"(?:[2-9A-Z]{4}-){4}[2-9A-Z]{4}", text_of(data, folder))
    return found


@needs_reader
def test_a_paper_from_her_page_is_confirmed_with_its_day_and_nothing_else(clock, tmp_path):
    client, registration = enter()
    answer = client.post(f"/en/me/{registration.reference}/papers/", {"kind": "certificate"})
    assert answer["Content-Type"] == "application/pdf" and answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"] == f'attachment; filename="{registration.reference}.pdf"'
    code = code_on(answer.content, tmp_path)
    clock.move_to("2026-05-01T08:00:00+00:00")
    for language, words in (
        ("en", "This document was issued by us on 14 March 2026."),
        ("ar", "أصدرنا هذه الوثيقة"),
        ("ckb", "ئێمە ئەم بەڵگەنامەیەمان"),
        ("ku", "Me ev belge"),
    ):
        page = Client().post(f"/{language}/verify/", {"code": code}).text
        page = page.partition("<main")[2].partition("</main>")[0]
        assert words in page
        for told in (registration.reference, "آزاد", "خزال", "certificate", "missing"):
            assert told not in page
    assert Event.objects.filter(code="registry.paper.issued", subject_id=registration.pk).count() == 1


def normal(text: str) -> str:
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "TOKEN", text)
    return re.sub(r'name="code" value="[^"]*"', "CODE", text)


def test_every_other_code_gets_one_and_the_same_answer():
    registration = make_registration()
    _paper, code = issue_paper(registration=registration, kind="summary", language="en", actor=SYSTEM)
    registration.papers.all().delete()
    asked = [code, CODE, registration.reference, "0000-0000-0000-0000-0000", "x", "٢٣٤٥", code + "2"]
    pages = {normal(Client().post("/en/verify/", {"code": one}).text) for one in asked}
    assert len(pages) == 1 and "We cannot confirm this code." in pages.pop()


def test_codes_are_long_random_and_kept_as_a_digest_alone():
    registration = make_registration()
    codes = [
        issue_paper(registration=registration, kind="summary", language="en", actor=SYSTEM)[1] for _ in range(PER_DAY)
    ]
    assert len(set(codes)) == PER_DAY and all(len(code.replace("-", "")) == 20 for code in codes)
    assert not any(code.encode() in bytes(paper.digest) for code in codes for paper in IssuedPaper.objects.all())
    assert issued_on(codes[0].lower().replace("-", " ")) and issued_on(codes[0][:-1]) is None
    with pytest.raises(TooManyPapers):
        issue_paper(registration=registration, kind="summary", language="en", actor=SYSTEM)


def test_guessing_is_slowed_and_what_was_typed_stays():
    client = Client()
    answers = [client.post("/en/verify/", {"code": f"{CODE[:-1]}{n}"}).status_code for n in range(2, 9)]
    answers += [client.post("/en/verify/", {"code": CODE}).status_code for _ in range(5)]
    assert answers[:10] == [200] * 10 and answers[10:] == [429, 429]
    assert CODE in client.post("/en/verify/", {"code": CODE}).text
    assert client.post("/en/return/", {"code": "1234567812345678"}).status_code == 200


@pytest.mark.parametrize("code", ["", "\x00", "‮abc", "x" * 101])
def test_what_cannot_be_a_code_is_said_beside_the_field(code):
    answer = Client().post("/en/verify/", {"code": code})
    assert answer.status_code == 200 and answer.context["form"].errors


def full():
    """A registration with something of everything."""
    registration = make_registration(by_call=True)
    actor = Actor.holder(registration.holder_id)
    amend(registration=registration, question="where", answers={"knowledge": "known", "words": "تل حميس"}, actor=actor)
    write_as_family(registration=registration, words="Hevala min", actor=actor)
    set_channel(holder=registration.holder, kind="email", value="x@example.org", note="", actor=actor)
    return registration


def test_r38_the_download_holds_every_field_of_hers_and_nobody_elses():
    other = make_registration(name={"full": "Somebody Else"}, parts={})
    registration = full()
    registration.holder.safe_word = "rummân"
    registration.holder.save()
    content = json.loads(everything_json(registration, registration.holder))
    for model, rows in EXPORTED.items():
        written = content[model._meta.label_lower]
        assert len(written) == rows(registration, registration.holder).count()
        for row in written:
            untold = {name for label, name in UNTOLD if label == model._meta.label}
            assert set(model.personal_data.fields) - untold <= set(row)
    whole = json.dumps(content, ensure_ascii=False)
    for words in ("طريق الشدادي", "تل حميس", "Hevala min", "x@example.org", "+963 900 000 011", "كلستان", "خزال"):
        assert words in whole
    assert "Somebody Else" not in whole and other.reference not in whole and "rummân" not in whole
    assert "matching" not in whole and "pair" not in whole


def test_r38_every_model_of_hers_is_in_the_download_or_left_out_with_a_reason():
    personal = {
        model
        for label in ("accounts", "registry", "notifications", "following", "evidence", "referrals", "support")
        for model in apps.get_app_config(label).get_models()
        if getattr(model, "personal_data", NOTHING_PERSONAL) is not NOTHING_PERSONAL
    }
    assert {model._meta.label for model in personal - set(EXPORTED)} == set(LEFT_OUT)
    assert all(name in apps.get_model(label).personal_data.fields for label, name in (*SHIELDED, *UNTOLD))


def test_r47_the_download_does_not_tell_that_a_second_pin_protects_her():
    """Who forces her to fetch it reads the same with one PIN and with two, and no digest of either."""
    registration = full()
    holder, actor = registration.holder, Actor.holder(registration.holder.pk)

    def told() -> list[dict]:
        holder.refresh_from_db()
        return json.loads(everything_json(registration, holder))["accounts.accessholder"]

    set_pins(holder=holder, pin="482913", duress_pin="", actor=actor)
    with_one = told()
    set_pins(holder=holder, pin="482913", duress_pin="771204", actor=actor)
    assert told() == with_one
    assert with_one[0]["pin_digest"] is True and not {"duress_digest", "frozen_at"} & set(with_one[0])


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_download_can_be_read_in_her_language(code):
    registration = full()
    text = bare(letters_of(everything_pdf(registration, registration.holder, language=LANGUAGES[code])))
    for words in ("طريق الشدادي", "تل حميس", "Hevala min", "x@example.org"):
        assert bare(words) in text
    with override(code):
        assert bare(gettext("All that we keep of you")) in text and bare(gettext("Everything you told us")) in text


def test_she_downloads_both_and_each_is_logged():
    client, registration = enter()
    address = f"/en/me/{registration.reference}/download/"
    assert "Your safe word and your code are not in it." in client.get(address).text
    assert client.post(address, {"form": "pdf"}).content.startswith(b"%PDF")
    assert json.loads(client.post(address, {"form": "json"}).content)["reference"] == registration.reference
    assert client.post(address, {"form": "xml"})["Content-Type"].startswith("text/html")
    assert Event.objects.filter(code="registry.registration.downloaded").count() == 2
    _other, theirs = enter()
    for path in ("papers", "download", "erase", "erase/sure", "opened"):
        assert client.get(f"/en/me/{theirs.reference}/{path}/").status_code == 404


def test_r105_she_sees_what_was_done_with_her_code(clock):
    client, registration = enter()
    clock.tick(timedelta(minutes=3))
    client.post(f"/en/me/{registration.reference}/download/", {"form": "json"})
    page = client.get(f"/en/me/{registration.reference}/opened/").text
    assert "14 March 2026, 11:00" in page and "14 March 2026, 11:03" in page
    assert "Your page was opened" in page and "Everything was downloaded" in page
