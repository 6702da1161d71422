"""R-103: before the first question and after sending: what happens next, what nobody promises, and who helps."""

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from portal.core.languages import LANGUAGES

from .conftest import send, walk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

BEFORE = (
    "We cannot promise that we will find the person or learn what happened. We will treat what you tell us with care.",
    "If people confirm something, a person will contact you in the way that you choose.",
    "You can stop at any time and come back with your code.",
    "It is free. We never ask for money.",
)
AFTER = (
    "A person reads what you sent. If you agreed, we compare it with lists.",
    "If people confirm something, a person will contact you in the way that you chose.",
    "If anyone asks you for money in our name, it is not us. Tell us.",
)


def missing(page: str, sentences: tuple[str, ...], code: str) -> list[str]:
    """The sentences that do not stand on the page in its language, and the way to help if it does not lead there."""
    with override(code):
        wanted = [gettext(one) for one in (*sentences, "What happens next")]
        wanted.append(gettext("A lawyer, someone to talk to, a doctor, help with papers."))
    main = page.partition("<main")[2].partition("</main>")[0]
    return [one for one in (*wanted, f'href="/{code}/help/"') if one not in main]


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_comes_and_what_is_not_promised_r103(code):
    client = Client()
    assert missing(client.get(f"/{code}/register/").text, BEFORE, code) == []
    walk(client, code)
    assert missing(send(client, code).text, AFTER, code) == []
    assert missing("<main></main>", AFTER, code) != []
