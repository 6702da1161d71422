"""A visit that shows nothing of what the site is: no name, mark or menu, a title and a sign without meaning (floor 0).

A choice for one visit of the browser, in a cookie that says "1". Pages of people only: staff see the office as it is.
"""

from django.http import HttpRequest

from .languages import LANGUAGES

COOKIE = "plain"
ON, OFF = "1", "0"
CHOICES = (ON, OFF)


def is_discreet(request: HttpRequest) -> bool:
    """Say whether this page is to be shown without a sign of what it belongs to."""
    return request.COOKIES.get(COOKIE) == ON and request.path_info.split("/")[1:2][0] in LANGUAGES
