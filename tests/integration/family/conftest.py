"""A visitor with a browser, and answers as the forms send them."""

import pytest
from django.core.cache import cache
from django.test import Client

POSTED: dict[int, dict[str, str]] = {
    1: {"kind": "relative", "name": "خزال"},
    2: {"wish": "call", "phone": "+963 900 000 012", "hours": "بعد السادسة", "safe_word": "رمان"},
    3: {"kind": "missing", "relationship": "sister"},
    4: {"full": "آزاد محمد سليمان الجبوري"},
    5: {"given": "آزاد", "father": "محمد", "mother": "كلستان", "birth_year": "١٩٩١", "sex": "male"},
    6: {"how": "date", "day": "١٤", "month": "7", "year": "٢٠١٤"},
    7: {"how": "known", "words": "طريق الشدادي"},
    8: {"contact": "yes", "compare": "yes", "trials": "ask"},
}
LANGUAGES = ("ar", "ckb", "ku", "en")


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def walk(client: Client, language: str = "ar", upto: int = 8, posted: dict | None = None) -> str:
    """Answer the questions up to one; return the 16 digits of the return code shown after the first."""
    posted = posted or POSTED
    first = client.post(f"/{language}/register/1/", posted[1])
    assert first.status_code == 200
    code = first.context["code"].replace(" ", "")
    for number in range(2, upto + 1):
        answer = client.post(f"/{language}/register/{number}/", posted[number])
        assert answer.status_code == 302, (number, answer.context and answer.context["form"].errors)
    return code


def send(client: Client, language: str = "ar"):
    """Send the registration; return the page that follows."""
    return client.post(f"/{language}/register/9/", follow=True)
