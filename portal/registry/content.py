"""What a registration says, whoever filled it in: one value handed to the services (floor 5)."""

from dataclasses import dataclass, field, fields
from typing import Any
from uuid import UUID

from portal.confidential.blind import fingerprint
from portal.names import Name, parse

from .enums import Answer, ApplicantKind, ContactWish, Knowledge, NameKind, Purpose, RegistrationKind, Sex
from .happened import HappenedContent

# What is never compared and makes no fingerprint.
_ASIDE = {"aside": True}


def _later() -> Any:
    """A text asked for since fingerprints exist; where it is empty, the fingerprint is what it was before."""
    return field(default="", metadata={"later": True})


@dataclass(frozen=True)
class NameContent:
    """One name: the text as written, and the parts as far as known. Empty text means: not given.

    `language` is that of a name row (`kmr`, not `ku`), where somebody said which; else it is guessed from the letters.
    """

    full: str = ""
    given: str = ""
    father: str = ""
    grandfather: str = ""
    family: str = ""
    kunya: str = ""
    mother: str = ""
    kind: str = NameKind.OFFICIAL
    mother_father: str = _later()
    mother_family: str = _later()
    nisba: str = _later()
    tribe: str = _later()
    language: str = _later()

    def as_written(self) -> str:
        """The full name as written, or the parts in order where only parts were given."""
        return self.full or " ".join(part for part in (self.given, self.father, self.grandfather, self.family) if part)

    def parsed(self) -> Name:
        """The name as it is compared: a family known only by origin or tribe counts, the mother comes with her line."""
        return parse(
            self.full,
            given=self.given or None,
            father=self.father or None,
            grandfather=self.grandfather or None,
            family=self.family or self.nisba or self.tribe or None,
            kunya=self.kunya or None,
            mother=" ".join(part for part in (self.mother, self.mother_father, self.mother_family) if part) or None,
        )


# The parts of a name, in the order in which they are asked.
NAME_PARTS = (
    "given",
    "father",
    "grandfather",
    "family",
    "nisba",
    "tribe",
    "kunya",
    "mother",
    "mother_father",
    "mother_family",
)


@dataclass(frozen=True)
class RegistrationContent:
    """Everything but the envelope. Dates are EDTF; `relationship` is a code, `relationship_as_written` verbatim.

    `silences` are pairs: a question that may be left open, and whether she does not know or prefers not to say.
    """

    names: tuple[NameContent, ...]
    kind: str = RegistrationKind.MISSING
    language: str = "ar"
    applicant_kind: str = ApplicantKind.RELATIVE
    applicant_name: str = ""
    relationship: str = "other"
    relationship_as_written: str = ""
    contact_wish: str = ContactWish.CODE
    sex: str = Sex.UNKNOWN
    birth_date: str = ""
    birth_place: str = ""
    nationality: str = ""
    date_knowledge: str = Knowledge.NOT_ASKED
    date: str = ""
    date_in_words: str = ""
    place_knowledge: str = Knowledge.NOT_ASKED
    place_as_told: str = ""
    place_id: UUID | None = None
    consents: dict[str, str] = field(default_factory=dict)
    birth_date_as_said: str = _later()
    date_as_said: str = _later()
    anchor: str = _later()
    controlled_by: str = _later()
    happened: HappenedContent = field(default=HappenedContent(), metadata=_ASIDE)
    silences: tuple[tuple[str, str], ...] = field(default=(), metadata=_ASIDE)

    def __post_init__(self) -> None:
        if not self.names or not self.names[0].as_written():
            raise ValueError("a registration needs a name")
        if set(self.consents) - set(Purpose.values) or set(self.consents.values()) - set(Answer.values):
            raise ValueError("unknown consent")

    def fingerprint(self) -> bytes:
        """Return a keyed fingerprint by which unchanged content is recognised."""
        return fingerprint(repr(_told(self)))


def _told(content: RegistrationContent) -> tuple[Any, ...]:
    """What is fingerprinted: all values in their order, then the later ones, by name, that hold something."""
    _names, *rest = _values(content)
    return (tuple(_values(name) for name in content.names), *rest)


def _values(said: NameContent | RegistrationContent) -> tuple[Any, ...]:
    first = [getattr(said, each.name) for each in fields(said) if not each.metadata]
    later = [(each.name, getattr(said, each.name)) for each in fields(said) if each.metadata.get("later")]
    return (*first, *(pair for pair in later if pair[1]))
