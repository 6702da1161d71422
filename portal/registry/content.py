"""What a registration says, whoever filled it in: one value handed to the services (floor 5)."""

from dataclasses import astuple, dataclass, field
from uuid import UUID

from portal.confidential.blind import fingerprint

from .enums import Answer, ApplicantKind, ContactWish, Knowledge, NameKind, Purpose, RegistrationKind, Sex


@dataclass(frozen=True)
class NameContent:
    """One name: the text as written, and the parts as far as known. Empty text means: not given."""

    full: str = ""
    given: str = ""
    father: str = ""
    grandfather: str = ""
    family: str = ""
    kunya: str = ""
    mother: str = ""
    kind: str = NameKind.OFFICIAL

    def as_written(self) -> str:
        """The full name as written, or the parts in order where only parts were given."""
        return self.full or " ".join(part for part in (self.given, self.father, self.grandfather, self.family) if part)


@dataclass(frozen=True)
class RegistrationContent:
    """Everything but the envelope. Dates are EDTF; `relationship` is a code, `relationship_as_written` verbatim."""

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
    governorate_id: UUID | None = None
    consents: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.names or not self.names[0].as_written():
            raise ValueError("a registration needs a name")
        if set(self.consents) - set(Purpose.values) or set(self.consents.values()) - set(Answer.values):
            raise ValueError("unknown consent")

    def fingerprint(self) -> bytes:
        """Return a keyed fingerprint by which unchanged content is recognised."""
        return fingerprint(repr(astuple(self)))
