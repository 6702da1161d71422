"""Registrations and everything that belongs to one (floor 5)."""

from .casework import CaseAssignment, CaseClosure, CaseLink, CaseNote, CaseRisk, CaseTask
from .consent import ConsentLine, ConsentQuestion, ConsentText, NamedAuthority
from .drafts import Draft
from .erasures import Erasure, LegalHold
from .findings import Finding
from .happened import Belief, Happened, HeardPlace, Silence, Stay
from .links import RegistrationLink
from .messages import Author, Message, UnsentWords
from .openings import FileOpening
from .papers import IssuedPaper, PaperKind
from .persons import LastKnown, NameIndex, PersonName, PersonSought
from .registrations import AnswersSnapshot, Applicant, Registration, taking_part
from .sealed import SealedNote
from .teams import Team, TeamMembership
from .testimonies import OTHER_LANGUAGE, ConsentReview, Testimony
from .trained import TrainedWish

__all__ = [
    "OTHER_LANGUAGE",
    "AnswersSnapshot",
    "Applicant",
    "Author",
    "Belief",
    "CaseAssignment",
    "CaseClosure",
    "CaseLink",
    "CaseNote",
    "CaseRisk",
    "CaseTask",
    "ConsentLine",
    "ConsentQuestion",
    "ConsentReview",
    "ConsentText",
    "Draft",
    "Erasure",
    "FileOpening",
    "Finding",
    "Happened",
    "HeardPlace",
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
    "SealedNote",
    "Silence",
    "Stay",
    "Team",
    "TeamMembership",
    "Testimony",
    "TrainedWish",
    "UnsentWords",
    "taking_part",
]
