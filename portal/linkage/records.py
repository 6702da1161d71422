"""What is linked: one person as one side knows her or him. Floor 1."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portal.names import Name, Token, parse

Sex = Literal["female", "male", "unknown"]
DateRange = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Record:
    """One registration or one detainee record, ready to compare.

    ``birth`` and ``event`` are the earliest and latest day possible, both included, or None; the event is the
    disappearance on one side and the capture or custody on the other. ``mother`` is parsed (her own chain); if empty,
    the mother inside ``name`` counts. ``fingerprint`` changes when the record does; linkage only carries it.
    """

    id: Hashable
    name: Name
    aliases: tuple[Name, ...] = ()
    mother: str = ""
    sex: Sex = "unknown"
    birth: DateRange | None = None
    birth_place: str = ""
    nationality: str = ""
    event_place: str = ""
    event: DateRange | None = None
    fingerprint: str = ""

    @property
    def names(self) -> tuple[Name, ...]:
        """The name and the aliases, the name first."""
        return (self.name, *self.aliases)

    @property
    def mother_tokens(self) -> tuple[Token, ...]:
        """The parts of the mother's name, given name first; empty if unknown."""
        return parse(self.mother).tokens if self.mother else self.name.mother_tokens

    @property
    def is_identifying(self) -> bool:
        """Whether anything can be proposed at all: two names, or one beside a kunya or a mother's name.

        Initials, "unknown" and a single name identify nobody; for such a record the answer is "identity insufficient".
        """
        chain = max((sum(not token.initial for token in name.tokens) for name in self.names), default=0)
        others = sum((any(name.kunya_tokens for name in self.names), bool(self.mother_tokens)))
        return chain + others >= 2
