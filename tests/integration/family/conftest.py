"""A visitor with a browser, and answers as the forms send them."""

from django.test import Client

from tests.answers import KIND, LANGUAGES, posted

POSTED = posted()
__all__ = ["LANGUAGES", "POSTED", "send", "walk"]


def walk(client: Client, language: str = "ar", upto: int = 8, posted: dict | None = None) -> str:
    """Answer the questions in order, up to one; return the 16 digits of the return code shown after the first."""
    posted = posted or POSTED
    first = client.post(f"/{language}/register/{KIND}/", posted[KIND])
    assert first.status_code == 200
    code = first.context["code"].replace(" ", "")
    order = list(posted)
    for number in order[1 : order.index(upto) + 1]:
        answer = client.post(f"/{language}/register/{number}/", posted[number])
        assert answer.status_code == 302, (number, answer.context and answer.context["form"].errors)
    return code


def send(client: Client, language: str = "ar"):
    """Send the registration; return the page that follows."""
    return client.post(f"/{language}/register/9/", follow=True)
