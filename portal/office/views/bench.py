"""The place of what somebody reads within its queue: what comes before it, and what after (floor 7)."""

from collections.abc import Sequence
from typing import Any


def neighbours(waiting: Sequence[Any], one: Any, page: str) -> dict[str, Any]:
    """The neighbours of one in the part of its queue that stands beside it, and the name of the page that shows one."""
    places = [place for place, other in enumerate(waiting) if other.pk == one.pk]
    after = waiting[places[0] + 1 :] if places else waiting[1:] or waiting
    return {
        "page": page,
        "one": one,
        "waiting": waiting,
        "following": next(iter(after), None),
        "preceding": waiting[0] if waiting and places != [0] else None,
    }
