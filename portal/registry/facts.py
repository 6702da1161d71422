"""Lines of what was told, as staff read them (floor 5)."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.calendars import read_kept

from .enums import Knowledge

Words = str | Promise
SILENT: dict[str, Words] = {
    Knowledge.UNKNOWN: _("The family does not know"),
    Knowledge.UNSAID: _("The family prefers not to say"),
    Knowledge.NOT_ASKED: _("Not asked yet"),
}
# She was on the page and went on without a word; apart from what nobody asked her.
SKIPPED = _("Asked, and left out by the family")


def without_answer(is_asked: bool) -> Words:
    """Say why nothing was told of a question."""
    return SKIPPED if is_asked else SILENT[Knowledge.NOT_ASKED]


@dataclass(frozen=True)
class Fact:
    """A line: label and value. `style` is text (in its own direction), name, date (EDTF) or quiet (nothing told)."""

    label: Words
    value: Words
    style: str = "text"


def as_said(kept: str | None) -> str:
    """Return a date of another calendar as it was said; nothing where it was said in the usual one."""
    said = read_kept(kept)
    return said.display() if said else ""


def label_of(choices: type[TextChoices], value: str) -> Words:
    """Return the words of a code; what is no code stays as it is."""
    return choices(value).label if value in choices.values else value
