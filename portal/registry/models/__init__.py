"""Registrations and everything that belongs to one (floor 5)."""

from .consent import ConsentLine
from .drafts import Draft
from .links import RegistrationLink
from .persons import LastKnown, NameIndex, PersonName, PersonSought
from .registrations import AnswersSnapshot, Applicant, Registration

__all__ = [
    "AnswersSnapshot",
    "Applicant",
    "ConsentLine",
    "Draft",
    "LastKnown",
    "NameIndex",
    "PersonName",
    "PersonSought",
    "Registration",
    "RegistrationLink",
]
