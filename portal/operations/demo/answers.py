"""The answers that a demonstration family would have given in the form, so that its page can show them (floor 8)."""

from portal.registry import answers as asked
from portal.registry.content import NAME_PARTS, NameContent, RegistrationContent
from portal.registry.enums import REGISTRATION_PURPOSES, Knowledge, RegistrationKind
from portal.registry.happened import STAY_WORDS, HappenedContent, StayContent

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
    answers |= _happened(content.happened) | {name: {"knowledge": said} for name, said in content.silences}
    if content.kind == RegistrationKind.SURVIVOR:
        del answers[asked.RELATIONSHIP], answers[asked.APPLICANT]["kind"]
    return answers


def _parts(name: NameContent) -> dict[str, str]:
    return {key: getattr(name, key) for key in NAME_PARTS if getattr(name, key)}


def _row(name: NameContent, number: int) -> dict:
    return {"number": number, **{key: getattr(name, key) for key in _ROW}}


def _happened(told: HappenedContent) -> dict[str, dict]:
    """What was told of what happened; a question about which nothing was told was not asked. Places are as heard."""
    stays = [{"number": number, **_stay(stay)} for number, stay in enumerate(told.stays, start=1)]
    answers: dict[str, dict] = {
        asked.HAPPENED: {"harms": [*told.harms]},
        asked.PARTIES: {"parties": [*told.parties], "words": told.parties_in_words},
        asked.STAYS: {"rows": stays, "last": len(stays)} if stays else {},
        asked.BELIEF: {"belief": told.belief, "basis": [*told.basis]},
    }
    return {question: given for question, given in answers.items() if any(given.values())}


def _stay(stay: StayContent) -> dict[str, str]:
    told = {"words": stay.place_as_heard, **{name: getattr(stay, name) for name in STAY_WORDS}}
    return {name: said for name, said in told.items() if said}


def _known(knowledge: str, **said: str) -> dict[str, str]:
    return {"knowledge": knowledge, **(said if knowledge == Knowledge.KNOWN else {})}
