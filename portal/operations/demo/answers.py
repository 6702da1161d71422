"""The answers that a demonstration family would have given in the form, so that its page can show them (floor 8)."""

from portal.registry import answers as asked
from portal.registry.content import NAME_PARTS, NameContent, RegistrationContent
from portal.registry.enums import REGISTRATION_PURPOSES, Knowledge, RegistrationKind

_ROW = ("kind", "language", "full", *NAME_PARTS)


def answers_of(content: RegistrationContent, *, reached_at: str = "") -> dict[str, dict]:
    """Return answers that make this registration; what no question asks (birth place, nationality) is not in them."""
    first, *others = content.names
    answers: dict[str, dict] = {
        asked.KIND: {"kind": content.kind},
        asked.APPLICANT: {"kind": content.applicant_kind, "name": content.applicant_name},
        asked.RELATIONSHIP: {"relationship": content.relationship, "words": content.relationship_as_written},
        asked.REACH: {"wish": content.contact_wish, "value": reached_at},
        asked.NAME: {"full": first.as_written()},
        asked.PARTS: {**_parts(first), "sex": content.sex, "birth_date": content.birth_date},
        asked.NAMES: {"rows": [_row(name, number) for number, name in enumerate(others, start=1)]},
        asked.WHEN: _known(content.date_knowledge, date=content.date, words=content.date_in_words),
        asked.WHERE: _known(content.place_knowledge, words=content.place_as_told),
        asked.TRAINED: {},
        asked.CONSENT: {purpose: content.consents.get(purpose, "") for purpose in REGISTRATION_PURPOSES},
    }
    if content.kind == RegistrationKind.SURVIVOR:
        del answers[asked.RELATIONSHIP], answers[asked.APPLICANT]["kind"]
    return answers


def _parts(name: NameContent) -> dict[str, str]:
    return {key: getattr(name, key) for key in NAME_PARTS if getattr(name, key)}


def _row(name: NameContent, number: int) -> dict:
    return {"number": number, **{key: getattr(name, key) for key in _ROW}}


def _known(knowledge: str, **said: str) -> dict[str, str]:
    return {"knowledge": knowledge, **(said if knowledge == Knowledge.KNOWN else {})}
