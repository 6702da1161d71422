"""The answers of a draft in words, for the page on which she checks them (floor 7)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.calendars import date_in_words
from portal.places.models import Place
from portal.registry.answers import (
    APPLICANT,
    CONSENT,
    KIND,
    NAME,
    NAMES,
    PARTS,
    REACH,
    RELATIONSHIP,
    TRAINED,
    WHEN,
    WHERE,
    kind_of,
)
from portal.registry.content import NAME_PARTS
from portal.registry.enums import (
    REGISTRATION_PURPOSES,
    Anchor,
    Answer,
    ApplicantKind,
    ContactWish,
    ControlledBy,
    Knowledge,
    RegistrationKind,
    Relationship,
    Sex,
    TrainedAnswer,
)

from .forms.people import KINDS
from .forms.person import PartsForm, kind_label
from .steps import step_of, url_of

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
        """The page on which it is changed; its address is the same for every kind that is asked it."""
        return url_of(self.question)


@dataclass(frozen=True)
class Section:
    """A heading with its answers."""

    title: str
    rows: list[Row]


def sections(answers: dict, *, has_safe_word: bool) -> list[Section]:
    """Return all answers of a draft in the order of the form; empty optional parts are left out."""
    is_survivor = kind_of(answers) == RegistrationKind.SURVIVOR
    person = _name(answers) if is_survivor else [*_relation(answers), *_name(answers)]
    return [
        Section(_("You"), _about_her(answers, has_safe_word, is_survivor)),
        Section(_("Your name") if is_survivor else _("The person"), person),
        Section(_("When and where"), [_when(answers), *_where(answers)]),
        Section(_("What is hard to write"), [_trained(answers)]),
        Section(_("What you agree to"), _agreement(answers.get(CONSENT, {}))),
    ]


def _row(label: str | Promise, value: str | Promise | None, question: str, style: str = "text") -> Row:
    return Row(label, value or NOT_ANSWERED, question, style if value else "quiet")


_IF_NOBODY_ANSWERS = {
    "yes": gettext_lazy("A message may be left."),
    "no": gettext_lazy("Leave no message."),
}


def _about_her(answers: dict, has_safe_word: bool, is_survivor: bool) -> list[Row]:
    applicant, reach = answers.get(APPLICANT, {}), answers.get(REACH, {})
    wish = reach.get("wish")
    rows = [
        _row(_("What you know"), _kind(answers), KIND),
        _row(_("The name we call you by"), applicant.get("name"), APPLICANT, "name"),
    ]
    if not is_survivor:
        who = ApplicantKind(applicant["kind"]).label if applicant.get("kind") else None
        rows.append(_row(_("You are"), who, APPLICANT))
    rows.append(_row(_("How we reach you"), ContactWish(wish).label if wish else None, REACH))
    if reach.get("value"):
        rows.append(Row(_("Where we reach you"), reach["value"], REACH, "reference"))
    if when := reach.get("hours") or reach.get("note"):
        rows.append(Row(_("When we call you"), when, REACH))
    if message := _IF_NOBODY_ANSWERS.get(reach.get("may_leave_message", "")):
        rows.append(Row(_("If nobody answers"), message, REACH, "words"))
    if has_safe_word:
        rows.append(Row(_("Safe word"), _("You have chosen it. We do not show it here."), REACH))
    return rows


def _kind(answers: dict) -> str | Promise | None:
    return dict(KINDS)[kind_of(answers)] if answers.get(KIND) else None


def _relation(answers: dict) -> list[Row]:
    relation = answers.get(RELATIONSHIP, {})
    relationship = relation.get("relationship")
    label = Relationship(relationship).label if relationship else None
    rows = [_row(_("You are to the person"), label, RELATIONSHIP)]
    if relation.get("words"):
        rows.append(Row(_("In your own words"), relation["words"], RELATIONSHIP))
    return rows


def _name(answers: dict) -> list[Row]:
    parts, words = answers.get(PARTS, {}), PartsForm(kind=kind_of(answers)).fields
    rows = [_row(_("Full name"), answers.get(NAME, {}).get("full"), NAME, "name")]
    for key in NAME_PARTS:
        if parts.get(key):
            rows.append(Row(words[key].label or "", parts[key], PARTS, "name"))
    for name in answers.get(NAMES, {}).get("rows", []):
        rows.append(Row(kind_label(name["kind"]), name["full"], NAMES, "name"))
    if parts.get("birth_date"):
        born = date_in_words(parts["birth_date"], parts.get("birth_date_as_said", ""))
        rows.append(Row(_("Date of birth"), born, PARTS))
    if sex := parts.get("sex"):
        is_silent = sex in Knowledge.values
        told = Knowledge(sex).label if is_silent else Sex(sex).label
        rows.append(Row(words["sex"].label or "", told, PARTS, "quiet" if is_silent else "text"))
    return rows


def _when(answers: dict) -> Row:
    when = answers.get(WHEN, {})
    date = date_in_words(when.get("date", ""), when.get("date_as_said", ""))
    anchor = str(Anchor(when["anchor"]).label) if when.get("anchor") else ""
    told = [part for part in (date, anchor, when.get("words")) if part]
    return _known_or_not(_heading(answers, WHEN), when, " · ".join(told), WHEN)


def _where(answers: dict) -> list[Row]:
    where = answers.get(WHERE, {})
    place = Place.full_name(where["place"]) if where.get("place") else ""
    told = [part for part in (place, where.get("words")) if part]
    rows = [_known_or_not(_heading(answers, WHERE), where, " · ".join(told), WHERE)]
    if party := where.get("controlled_by"):
        rows.append(Row(_("Who controlled the area then"), ControlledBy(party).label, WHERE))
    return rows


def _trained(answers: dict) -> Row:
    said = answers.get(TRAINED, {}).get("answer")
    label = TrainedAnswer(said).label if said else None
    return _row(_heading(answers, TRAINED), label, TRAINED, "quiet" if said == TrainedAnswer.UNSAID else "text")


def _heading(answers: dict, question: str) -> str | Promise:
    """The question as she was asked it."""
    step = step_of(question, kind_of(answers))
    return step.heading if step else ""


def _known_or_not(label: str | Promise, answer: dict, value: str | None, question: str) -> Row:
    knowledge = answer.get("knowledge")
    if knowledge in (Knowledge.UNKNOWN, Knowledge.UNSAID):
        return Row(label, Knowledge(knowledge).label, question, "quiet")
    return _row(label, value, question)


def _agreement(consent: dict) -> list[Row]:
    return [
        Row(purpose.label, Answer(consent[purpose]).label, CONSENT, consent[purpose])
        if consent.get(purpose)
        else _row(purpose.label, None, CONSENT)
        for purpose in REGISTRATION_PURPOSES
    ]
