"""What a draft holds, question by question, and how it becomes a registration (floor 5).

A draft's `answers` is one dict: question → cleaned answers. Keys that begin with `_` are notes of the form only.
Six questions must be answered; the rest is optional (domain guide, "Required to submit").
"""

from portal.places.data.loading import place_key

from .anchors import WHEN as WHEN_IT_WAS
from .content import NameContent, RegistrationContent
from .enums import Answer, ApplicantKind, ContactWish, Knowledge, NameKind, Purpose, RegistrationKind, Sex

APPLICANT, REACH, RELATIONSHIP, NAME = "applicant", "reach", "relationship", "name"
PARTS, WHEN, WHERE, CONSENT = "parts", "when", "where", "consent"
QUESTIONS = (APPLICANT, REACH, RELATIONSHIP, NAME, PARTS, WHEN, WHERE, CONSENT)
REQUIRED = (APPLICANT, REACH, RELATIONSHIP, NAME, WHEN, WHERE, CONSENT)

# What each question must hold before anything is sent; the form has checked the rest when it was saved.
_NEEDED = {
    APPLICANT: ("kind", "name"),
    REACH: ("wish",),
    RELATIONSHIP: ("kind", "relationship"),
    NAME: ("full",),
    WHEN: ("knowledge",),
    WHERE: ("knowledge",),
    CONSENT: tuple(Purpose.values),
}


class Incomplete(Exception):
    """Required questions are not answered; `questions` names them in the form's order."""

    def __init__(self, questions: list[str]):
        super().__init__()
        self.questions = questions


def missing_questions(answers: dict) -> list[str]:
    """Return the required questions without a full answer, in the form's order."""
    return [name for name in REQUIRED if not all(answers.get(name, {}).get(key) for key in _NEEDED[name])]


def first_open_question(answers: dict) -> str | None:
    """Return the first question never saved (optional ones too), or None."""
    return next((name for name in QUESTIONS if name not in answers), None)


def content_of(answers: dict, *, language: str) -> RegistrationContent:
    """Return the registration a draft's answers make. Raises Incomplete."""
    missing = missing_questions(answers)
    if missing:
        raise Incomplete(missing)
    applicant, reach, relation = answers[APPLICANT], answers[REACH], answers[RELATIONSHIP]
    parts, when, where = answers.get(PARTS, {}), answers[WHEN], answers[WHERE]
    return RegistrationContent(
        names=_names(answers[NAME]["full"], parts),
        kind=RegistrationKind(relation["kind"]),
        language=language,
        applicant_kind=ApplicantKind(applicant["kind"]),
        applicant_name=applicant["name"],
        relationship=relation["relationship"],
        relationship_as_written=relation.get("words", ""),
        contact_wish=ContactWish(reach["wish"]),
        sex=parts.get("sex") or Sex.UNKNOWN,
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
        consents={purpose: Answer(answers[CONSENT][purpose]) for purpose in Purpose.values},
    )


def _names(full: str, parts: dict) -> tuple[NameContent, ...]:
    """The name as on papers first, then other spellings and a forced name, each as its own row."""
    keys = ("given", "father", "grandfather", "family", "kunya", "mother")
    names = [NameContent(full=full, **{key: parts.get(key, "") for key in keys})]
    if parts.get("other"):
        names.append(NameContent(full=parts["other"], kind=NameKind.ALIAS))
    if parts.get("forced"):
        names.append(NameContent(full=parts["forced"], kind=NameKind.FORCED))
    return tuple(names)
