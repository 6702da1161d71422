"""Values that no two rows may share: one counter behind every factory, so that none gives what another one gave."""

from itertools import count

_numbers = count(1)


def number() -> int:
    """A number that was not given before in this process."""
    return next(_numbers)


def unique(stem: str) -> str:
    """A name, a slug or the like."""
    return f"{stem}-{number()}"


def letters() -> str:
    """The same as letters, for pages that write the digits of the reader's own kind."""
    return "".join(chr(ord("A") + int(digit)) for digit in str(number()))
