"""The four kinds of registration: one flow, the words of each, in four languages."""

import pytest
from django.test import Client

from portal.registry.models import AnswersSnapshot, Applicant, Registration
from portal.registry.told import read_told
from tests.answers import KINDS, LANGUAGES, PERSON, pages, posted

from .conftest import send, walk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_registered_in_each_language_without_script(client, kind, language):
    """R-99: plain forms alone lead from the first question to her page."""
    answers = posted(kind, name={"full": PERSON[language]})
    number = pages(kind)[0]
    page = client.get(f"/{language}/register/{number}/")
    code = ""
    while True:
        assert page.context["step"].kind == (kind if code else "missing")
        answer = client.post(f"/{language}/register/{number}/", answers.pop(number), follow=True)
        if not code:
            code = answer.context["code"]
            answer = client.get(answer.context["next"])
        if not answers:
            break
        page, number = answer, answer.context["step"].number
    assert answer.request["PATH_INFO"] == f"/{language}/register/9/"
    assert answer.context["missing"] == [] and PERSON[language] in answer.text
    done = send(client, language)
    registration = Registration.objects.get()
    assert registration.kind == kind and registration.reference in done.text
    assert client.get(f"/{language}/me/").status_code == 200


def test_the_numbers_of_the_walkers_are_those_of_the_form():
    from portal.family.steps import steps_of

    for kind in KINDS:
        assert tuple(step.number for step in steps_of(kind)) == pages(kind)


# Words that name somebody else; a survivor is the person, and nobody is looked for.
_OF_SOMEBODY = ("the person", "of the person", "You and the person", "missing person", "you are looking for")


def test_a_survivor_reads_no_word_about_somebody_else(client):
    """On no question, nor on the check, the list, the page after sending, and her page."""
    answers = posted("survivor")
    walk(client, "en", posted=answers)
    addresses = [
        *(f"/en/register/{number}/" for number in answers if number != 1),
        "/en/register/list/",
        "/en/register/9/",
    ]
    seen = {address: client.get(address).text for address in addresses}
    seen["/en/register/done/"] = send(client, "en").text
    seen["/en/me/"] = client.get("/en/me/").text
    told = {
        address: word
        for address, text in seen.items()
        for word in _OF_SOMEBODY
        if word in text.partition("<main")[2].partition("</main>")[0]
    }
    assert told == {}


def test_a_survivor_is_not_asked_what_she_is_to_the_person(client):
    walk(client, "en", posted=posted("survivor"))
    assert client.get("/en/register/3/").url == "/en/register/list/"
    assert client.post("/en/register/3/", {"relationship": "sister"}).url == "/en/register/list/"
    assert "kind" not in client.get("/en/register/10/").context["form"].fields
    send(client, "en")
    applicant = Applicant.objects.get()
    assert (applicant.kind, applicant.relationship) == ("survivor", "self")
    assert "relationship" not in AnswersSnapshot.objects.get().answers


def test_a_kind_changed_later_asks_for_what_is_missing_and_keeps_the_rest(client):
    walk(client, "en", posted=posted("survivor"))
    assert client.post("/en/register/1/", {"kind": "deceased"}).url == "/en/register/10/"
    check = client.get("/en/register/9/")
    assert [step.number for step in check.context["missing"]] == [10, 3]
    client.post("/en/register/10/", {"kind": "friend", "name": "Xezal"})
    client.post("/en/register/3/", {"relationship": "neighbour"})
    send(client, "en")
    assert Registration.objects.get().kind == "deceased"


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_knows_that_a_person_is_held_reads_what_helps(client, language):
    walk(client, language, upto=6, posted=posted("detained"))
    page = client.get(f"/{language}/register/7/").text
    assert f'href="/{language}/guides/' in page and len(page.encode()) < 35_000
    client.post(f"/{language}/register/1/", {"kind": "missing"})
    assert (
        f'href="/{language}/guides/'
        not in client.get(f"/{language}/register/7/").text.partition("<main")[2].partition("</main>")[0]
    )


def test_each_question_has_words_for_each_kind(client):
    """The headings that must differ do, and the office reads who it is about and when in the same sense."""
    headings, who = {}, {}
    for kind in KINDS:
        visitor = Client()
        walk(visitor, "en", posted=posted(kind))
        headings[kind] = [str(visitor.get(f"/en/register/{number}/").context["step"].heading) for number in (6, 7)]
        send(visitor, "en")
        person = read_told(Registration.objects.get(kind=kind)).persons[0]
        who[kind] = (str(person.who), str(person.last_known[0].label))
    assert len({heading for pair in headings.values() for heading in pair}) == 8
    assert len({words for pair in who.values() for words in pair}) == 8
