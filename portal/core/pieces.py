"""Long lists a piece at a time: a database takes only so many values in one question (floor 0)."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

AT_ONCE = 500
Item = TypeVar("Item")


def pieces(items: Iterable[Item], size: int = AT_ONCE) -> Iterator[list[Item]]:
    """Cut anything that can be walked into lists of `size`, the last one shorter; nothing makes no list."""
    walk = iter(items)
    while piece := list(islice(walk, size)):
        yield piece
