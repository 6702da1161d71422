"""Registrations and everything that belongs to one (floor 5)."""

from .consent import ConsentLine, ConsentQuestion, ConsentText, NamedAuthority
from .drafts import Draft
from .links import RegistrationLink
from .persons import LastKnown, NameIndex, PersonName, PersonSought
from .registrations import AnswersSnapshot, Applicant, Registration

__all__ = [
    "AnswersSnapshot",
    "Applicant",
    "ConsentLine",
    "ConsentQuestion",
    "ConsentText",
    "Draft",
    "LastKnown",
    "NameIndex",
    "NamedAuthority",
    "PersonName",
    "PersonSought",
    "Registration",
    "RegistrationLink",
]
