"""The list of places where the person was held, as its page shows it (floor 7)."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from portal.registry.happened import in_order_of_time

from .doubts import ENDS_FIRST, ends_before_it_began
from .happened_rows import details_in_words, place_in_words

# More places than anybody was seen to be moved to; a number has two digits at most.
MOST, LAST = 20, 99


def list_of_stays(told: dict, url_of: Callable[[int], str]) -> dict:
    """Return what the page shows: the rows with their addresses, where another is added, and what does not fit."""
    rows, number = told.get("rows", []), int(told.get("last", 0)) + 1
    return {
        "stays": [
            {
                "label": details_in_words(row) or _("Place"),
                "value": place_in_words(row),
                "style": "text",
                "url": url_of(row["number"]),
                "number": row["number"],
            }
            for row in in_order_of_time(rows)
        ],
        "add_url": url_of(number) if may_add(told) else "",
        "most": MOST,
        "doubt": ENDS_FIRST if any(ends_before_it_began(row) for row in rows) else "",
    }


def may_add(told: dict) -> bool:
    """Say whether there is room for another place."""
    return len(told.get("rows", [])) < MOST and int(told.get("last", 0)) < LAST
