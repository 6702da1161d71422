"""Registrations and everything that belongs to one (floor 5)."""

from .consent import ConsentLine, ConsentText
from .drafts import Draft
from .persons import LastKnown, NameIndex, PersonName, PersonSought
from .registrations import AnswersSnapshot, Applicant, Registration

__all__ = [
    "AnswersSnapshot",
    "Applicant",
    "ConsentLine",
    "ConsentText",
    "Draft",
    "LastKnown",
    "NameIndex",
    "PersonName",
    "PersonSought",
    "Registration",
]
