"""The answers of a draft in words, for the page on which she checks them (floor 7)."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.dates import read_date_or_none
from portal.places.models import Place
from portal.registry.answers import APPLICANT, CONSENT, NAME, PARTS, REACH, RELATIONSHIP, WHEN, WHERE
from portal.registry.enums import (
    Answer,
    ApplicantKind,
    ContactWish,
    Knowledge,
    Purpose,
    RegistrationKind,
    Relationship,
    Sex,
)

from .forms.people import RELATIONSHIP_KINDS
from .forms.person import PartsForm
from .steps import step_of

NOT_ANSWERED = gettext_lazy("Not answered")


@dataclass(frozen=True)
class Row:
    """One answer. `style` is text, name, reference, quiet (not said, not known, empty) or an answer yes, no, ask."""

    label: str | Promise
    value: str | Promise
    question: str
    style: str = "text"

    @property
    def url(self) -> str:
        """The page on which it is changed."""
        return step_of(self.question).url


@dataclass(frozen=True)
class Section:
    """A heading with its answers."""

    title: str
    rows: list[Row]


def sections(answers: dict, *, has_safe_word: bool) -> list[Section]:
    """Return all answers of a draft in the order of the form; empty optional parts are left out."""
    return [
        Section(_("You"), _about_her(answers, has_safe_word)),
        Section(_("The person"), _about_the_person(answers)),
        Section(_("When and where"), [_when(answers.get(WHEN, {})), _where(answers.get(WHERE, {}))]),
        Section(_("What you agree to"), _agreement(answers.get(CONSENT, {}))),
    ]


def _row(label: str | Promise, value: str | Promise | None, question: str, style: str = "text") -> Row:
    return Row(label, value or NOT_ANSWERED, question, style if value else "quiet")


_IF_NOBODY_ANSWERS = {
    "yes": gettext_lazy("A message may be left."),
    "no": gettext_lazy("Leave no message."),
}


def _about_her(answers: dict, has_safe_word: bool) -> list[Row]:
    applicant, reach = answers.get(APPLICANT, {}), answers.get(REACH, {})
    wish = reach.get("wish")
    rows = [
        _row(_("Your name"), applicant.get("name"), APPLICANT, "name"),
        _row(_("You are"), ApplicantKind(applicant["kind"]).label if applicant.get("kind") else None, APPLICANT),
        _row(_("How we reach you"), ContactWish(wish).label if wish else None, REACH),
    ]
    if reach.get("value"):
        rows.append(Row(_("Where we reach you"), reach["value"], REACH, "reference"))
    if when := reach.get("hours") or reach.get("note"):
        rows.append(Row(_("When we call you"), when, REACH))
    if message := _IF_NOBODY_ANSWERS.get(reach.get("may_leave_message", "")):
        rows.append(Row(_("If nobody answers"), message, REACH, "words"))
    if has_safe_word:
        rows.append(Row(_("Safe word"), _("You have chosen it. We do not show it here."), REACH))
    return rows


def _about_the_person(answers: dict) -> list[Row]:
    relation, parts = answers.get(RELATIONSHIP, {}), answers.get(PARTS, {})
    kinds = dict(RELATIONSHIP_KINDS)
    relationship = relation.get("relationship")
    rows = [
        _row(_("What you know"), kinds.get(relation.get("kind")) or _kind(relation), RELATIONSHIP),
        _row(_("You are to the person"), Relationship(relationship).label if relationship else None, RELATIONSHIP),
        _row(_("Full name"), answers.get(NAME, {}).get("full"), NAME, "name"),
    ]
    if relation.get("words"):
        rows.insert(2, Row(_("In your own words"), relation["words"], RELATIONSHIP))
    for key in ("given", "father", "grandfather", "family", "mother", "kunya", "other", "forced"):
        if parts.get(key):
            rows.append(Row(PartsForm.base_fields[key].label or "", parts[key], PARTS, "name"))
    if parts.get("birth_year"):
        rows.append(Row(_("Year of birth"), parts["birth_year"], PARTS))
    if parts.get("sex"):
        rows.append(Row(_("The person is"), Sex(parts["sex"]).label, PARTS))
    return rows


def _kind(relation: dict) -> str | Promise | None:
    return RegistrationKind(relation["kind"]).label if relation.get("kind") else None


def _when(when: dict) -> Row:
    date = read_date_or_none(when.get("date", ""))
    value = date.display() if date else when.get("words")
    return _known_or_not(_("Last news"), when, value, WHEN)


def _where(where: dict) -> Row:
    place = Place.objects.filter(pk=UUID(where["governorate"])).first() if where.get("governorate") else None
    told = [str(part) for part in (place, where.get("words")) if part]
    return _known_or_not(_("Place"), where, " · ".join(told), WHERE)


def _known_or_not(label: str, answer: dict, value: str | None, question: str) -> Row:
    knowledge = answer.get("knowledge")
    if knowledge in (Knowledge.UNKNOWN, Knowledge.UNSAID):
        return Row(label, Knowledge(knowledge).label, question, "quiet")
    return _row(label, value, question)


def _agreement(consent: dict) -> list[Row]:
    return [
        Row(purpose.label, Answer(consent[purpose]).label, CONSENT, consent[purpose])
        if consent.get(purpose)
        else _row(purpose.label, None, CONSENT)
        for purpose in Purpose
    ]
