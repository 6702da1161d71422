"""What people typed keeps its digits, whichever kind its reader chose; how digits of the other kind are found."""

from __future__ import annotations

import pytest

from portal.core.digits import COOKIE, LATIN
from tests.answers import REACH, posted
from tests.integration.family.conftest import walk

from .digits import wrong_digits

pytestmark = [pytest.mark.django_db, pytest.mark.pages, pytest.mark.long]

WRONG = {LATIN: "٠-٩", "": "0-9"}


@pytest.mark.parametrize("choice", ["", LATIN])
def test_what_she_typed_keeps_its_digits(client, choice):
    """A telephone number, hours and a year, in the digits of her hand, on the page where she checks them."""
    client.cookies[COOKIE] = choice
    answers = posted(reach={**posted()[REACH], "hours": "من 6 إلى ٧"}, name={"full": "آزاد 2 ٣"})
    walk(client, "ar", posted=answers)
    html = client.get("/ar/register/9/").content.decode()
    assert "+963 900 000 012" in html or "+963900000012" in html
    assert "من 6 إلى ٧" in html and "آزاد 2 ٣" in html
    assert list(wrong_digits(html, WRONG[choice])) == []


def test_the_search_itself_works():
    page = '<html dir="rtl"><p title="3">a 1<br>2 <bdi>4</bdi> SR-2222-2222</p><b class="ref">5</b><p dir="ltr">6</p>7'
    assert list(wrong_digits(page, "0-9")) == ["3", "a 1", "2", "7"]
    assert list(wrong_digits("<p>٣ 3 <kbd>٤</kbd></p>", "٠-٩")) == ["٣ 3"]
