"""What a draft holds, question by question, and how it becomes a registration (floor 5).

A draft's `answers` is one dict: question → cleaned answers. Keys that begin with `_` are notes of the form only.
A question that was seen and left has an empty answer; one that is not there was not asked yet.

Only six things must be answered (domain guide, "Required to submit"): who applies and for whom, how she is reached,
what she is to the person, the name, when and where, and what she agrees to. A survivor is the person herself or
himself: what she is to the person follows and is not asked.
"""

from typing import Any

from portal.places.data.loading import place_key

from .anchors import WHEN as WHEN_IT_WAS
from .content import NAME_PARTS, NameContent, RegistrationContent
from .enums import (
    REGISTRATION_PURPOSES,
    Answer,
    ApplicantKind,
    ContactWish,
    Knowledge,
    RegistrationKind,
    Relationship,
    Sex,
)
from .happened import BELIEF, HAPPENED, PARTIES, STAYS, happened_of

KIND, APPLICANT, REACH, RELATIONSHIP, NAME = "kind", "applicant", "reach", "relationship", "name"
PARTS, WHEN, WHERE, CONSENT = "parts", "when", "where", "consent"
TRAINED = "trained"
# Noted where files were sent with the draft, so that sending asks for them only then.
FILES = "_files"
# Further names: {"rows": [{"number": …, "kind": …, "full": …, parts}], "last": number}. Never required.
NAMES = "names"

# What happened, who did it, where the person was held, what she believes. Never required.
ABOUT_WHAT_HAPPENED = (HAPPENED, PARTIES, STAYS, BELIEF)
# The answers to a question that leave it open, and say why.
SILENT = frozenset({Knowledge.UNKNOWN.value, Knowledge.UNSAID.value})

# What each required question must hold before anything is sent; the form has checked the rest when it was saved.
_NEEDED: dict[str, tuple[str, ...]] = {
    KIND: ("kind",),
    APPLICANT: ("kind", "name"),
    REACH: ("wish",),
    RELATIONSHIP: ("relationship",),
    NAME: ("full",),
    WHEN: ("knowledge",),
    WHERE: ("knowledge",),
    CONSENT: tuple(REGISTRATION_PURPOSES),
}
# For somebody who speaks for herself.
_NEEDED_OF_SURVIVOR = {**_NEEDED, APPLICANT: ("name",)}
del _NEEDED_OF_SURVIVOR[RELATIONSHIP]


class Incomplete(Exception):
    """Required questions are not answered; `questions` names them in the form's order."""

    def __init__(self, questions: list[str]):
        super().__init__()
        self.questions = questions


def kind_of(answers: dict) -> RegistrationKind:
    """Return which of the four kinds it is; as long as nothing was chosen, a missing person."""
    return RegistrationKind(answers.get(KIND, {}).get("kind") or RegistrationKind.MISSING)


def required_questions(kind: str) -> tuple[str, ...]:
    """Return the questions that must be answered before a registration of this kind is sent."""
    return tuple(_needed(kind))


def missing_questions(answers: dict) -> list[str]:
    """Return the required questions without a full answer, in the form's order."""
    needed = _needed(kind_of(answers))
    return [name for name, keys in needed.items() if not _is_answered(name, keys, answers.get(name, {}))]


def _is_answered(name: str, keys: tuple[str, ...], given: dict) -> bool:
    """Say whether a question holds what it must; the consent questions must have been seen, and may be left open."""
    if name == CONSENT:
        return given.keys() >= set(REGISTRATION_PURPOSES)
    return all(given.get(key) for key in keys)


def as_sent(answers: dict) -> dict:
    """Return the answers without the form's own notes, and without what is not asked of this kind."""
    is_survivor = kind_of(answers) == RegistrationKind.SURVIVOR
    left_out = {RELATIONSHIP, BELIEF} if is_survivor else set()
    return {name: value for name, value in answers.items() if not name.startswith("_") and name not in left_out}


def content_of(answers: dict, *, language: str) -> RegistrationContent:
    """Return the registration a draft's answers make. Raises Incomplete."""
    missing = missing_questions(answers)
    if missing:
        raise Incomplete(missing)
    reach, parts, when, where = answers[REACH], answers.get(PARTS, {}), answers[WHEN], answers[WHERE]
    return RegistrationContent(
        names=_names(answers[NAME]["full"], parts, answers.get(NAMES, {}).get("rows", [])),
        kind=kind_of(answers),
        language=language,
        **_who_applies(answers),
        contact_wish=ContactWish(reach["wish"]),
        sex=parts.get("sex") or parts.get("knowledge") or Sex.NOT_ASKED,
        birth_date=parts.get("birth_date", ""),
        birth_date_as_said=parts.get("birth_date_as_said", ""),
        date_knowledge=Knowledge(when["knowledge"]),
        date=when.get("date") or WHEN_IT_WAS.get(when.get("anchor", ""), ""),
        date_as_said=when.get("date_as_said", ""),
        anchor=when.get("anchor", ""),
        date_in_words=when.get("words", ""),
        place_knowledge=Knowledge(where["knowledge"]),
        place_as_told=where.get("words", ""),
        place_id=place_key(where["place"]) if where.get("place") else None,
        controlled_by=where.get("controlled_by", ""),
        consents={purpose: Answer(said) for purpose in REGISTRATION_PURPOSES if (said := answers[CONSENT][purpose])},
        happened=happened_of(as_sent(answers)),
        silences=_silences(as_sent(answers)),
    )


def _silences(answers: dict) -> tuple[tuple[str, str], ...]:
    """The questions that may be left open and were, each with "I do not know" or "I prefer not to say"."""
    needed = _needed(kind_of(answers))
    said = {name: answer.get("knowledge") for name, answer in answers.items() if name not in needed}
    return tuple((name, knowledge) for name, knowledge in said.items() if knowledge in SILENT)


def _needed(kind: str) -> dict[str, tuple[str, ...]]:
    return _NEEDED_OF_SURVIVOR if kind == RegistrationKind.SURVIVOR else _NEEDED


def _who_applies(answers: dict) -> dict[str, Any]:
    name = answers[APPLICANT]["name"]
    if kind_of(answers) == RegistrationKind.SURVIVOR:
        return {
            "applicant_kind": ApplicantKind.SURVIVOR,
            "applicant_name": name,
            "relationship": Relationship.SELF.value,
        }
    relation = answers[RELATIONSHIP]
    return {
        "applicant_kind": ApplicantKind(answers[APPLICANT]["kind"]),
        "applicant_name": name,
        "relationship": relation["relationship"],
        "relationship_as_written": relation.get("words", ""),
    }


def _names(full: str, parts: dict, rows: list[dict]) -> tuple[NameContent, ...]:
    """The name as on papers first, then every further one, each as its own row."""
    own = {key: parts.get(key, "") for key in NAME_PARTS}
    keys = ("kind", "language", "full", *NAME_PARTS)
    return (NameContent(full=full, **own), *(NameContent(**{key: row.get(key, "") for key in keys}) for row in rows))
