"""Which digits a reader sees: 0-9 or ٠-٩ (floor 0; docs/adr/0008-digits.md).

The choice stands beside the active language. Arabic and Sorani begin with ٠-٩, as people write in Iraq and Syria, and
the reader may change to 0-9; Kurmanji and English have 0-9. Numbers and dates are written here and nowhere else.
Codes, references, telephone and case numbers, file sizes, ISO dates and what people typed are not written through here.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils import formats
from django.utils.translation import get_language

from .languages import arabic_digits, language, latin_digits

# The numbering systems by their names in CLDR.
LATIN, ARABIC = "latn", "arab"
CHOICES = (LATIN, ARABIC)
COOKIE = "digits"

_chosen: ContextVar[str] = ContextVar("chosen_digits", default="")
_LATIN_SEPARATORS = str.maketrans("٫٬", ".,")
# Marks that isolate a value from the direction of the sentence around it.
_ISOLATED, _FROM_LEFT, _END = "\u2068", "\u2066", "\u2069"
# A number by itself in a sentence of ours: not a part of SR-7K4M-9XQ2, +963, UTF-8, 2026-03-14 or an address, and not
# at the beginning of an isolated value.
_BY_ITSELF = re.compile(r"(?<![A-Za-z0-9_.+@#/:\u2066\u2068-])[0-9٠-٩]+(?:[.٫][0-9٠-٩]+)?(?![A-Za-z0-9_@/:-]|\.\w)")

# The beginning of a telephone number: in a sentence from right to left its plus would stand at the wrong end.
_DIALLED = re.compile(r"(?<![\w\u2066-\u2068\u200e])\+[0-9]+")
# A date as machines write it: among Arabic letters its day would stand where the year is expected.
_MACHINE_DATE = re.compile(r"(?<![\w\u2066-\u2068-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w-])")


@contextmanager
def digits_chosen(choice: str) -> Iterator[None]:
    """Let a reader's choice hold for a while; anything that is no choice means the default of the language."""
    token = _chosen.set(choice if choice in CHOICES else "")
    try:
        yield
    finally:
        _chosen.reset(token)


def digits_in_use() -> str:
    """Return `latn` or `arab` for the active language and the reader's choice."""
    if not language(get_language()).arabic_digits:
        return LATIN
    return _chosen.get() or ARABIC


def in_digits(text: str) -> str:
    """Write every digit of a number or date, and its separators, in the digits in use."""
    if digits_in_use() == ARABIC:
        return arabic_digits(text)
    return latin_digits(text).translate(_LATIN_SEPARATORS)


def in_sentence(text: str) -> str:
    """Write the numbers of a sentence of ours; what is no number by itself (a reference, a file type) is left alone.

    A telephone number is isolated, so that it is read from its plus on in both directions; so is a date as 2026-03-14.
    """
    written = _BY_ITSELF.sub(lambda found: in_digits(found.group()), text)
    dialled = _DIALLED.sub(lambda found: f"{_ISOLATED}{found.group()}{_END}", written)
    return _MACHINE_DATE.sub(lambda found: f"{_FROM_LEFT}{found.group()}{_END}", dialled)


class Number(int):
    """A whole number that writes itself in the digits in use; plural forms are still chosen by its value."""

    def __str__(self) -> str:
        """Write the number when it is shown, not when it is made: the language may change in between."""
        return in_digits(int.__repr__(self))


def write_number(value: Any) -> Any:
    """Make a number fit to be shown: a whole number stays one, anything else becomes text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Number(value)
    return in_digits(str(formats.localize(value))) if value is not None else ""


def file_size(size: int) -> str:
    """Write a size in bytes as devices show it, always in 0-9, isolated from the sentence around it."""
    return f"{_ISOLATED}{latin_digits(filesizeformat(size)).translate(_LATIN_SEPARATORS)}{_END}"


def write_date(value: date | datetime, style: str = "DATE_FORMAT") -> str:
    """Write a date in the order, month names and digits of the reader. `style` is a named format."""
    return in_digits(formats.date_format(value, style))
