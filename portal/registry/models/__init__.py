"""Registrations and everything that belongs to one (floor 5)."""

from .consent import ConsentLine, ConsentQuestion, ConsentText, NamedAuthority
from .drafts import Draft
from .erasures import Erasure, LegalHold
from .links import RegistrationLink
from .messages import Author, Message, UnsentWords
from .papers import IssuedPaper, PaperKind
from .persons import LastKnown, NameIndex, PersonName, PersonSought
from .registrations import AnswersSnapshot, Applicant, Registration, taking_part
from .testimonies import OTHER_LANGUAGE, ConsentReview, Testimony

__all__ = [
    "OTHER_LANGUAGE",
    "AnswersSnapshot",
    "Applicant",
    "Author",
    "ConsentLine",
    "ConsentQuestion",
    "ConsentReview",
    "ConsentText",
    "Draft",
    "Erasure",
    "IssuedPaper",
    "LastKnown",
    "LegalHold",
    "Message",
    "NameIndex",
    "NamedAuthority",
    "PaperKind",
    "PersonName",
    "PersonSought",
    "Registration",
    "RegistrationLink",
    "Testimony",
    "UnsentWords",
    "taking_part",
]
