"""The answers of a draft in words, for the page on which she checks them (floor 7)."""

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
    Knowledge,
    Party,
    RegistrationKind,
    Relationship,
    Sex,
    TrainedAnswer,
)

from .answer_rows import Row, Section, heading_of, known_or_not, row_of
from .forms.people import KINDS
from .forms.person import PartsForm, kind_label
from .happened_rows import happened_rows


def sections(answers: dict, *, has_safe_word: bool) -> list[Section]:
    """Return all answers of a draft in the order of the form; empty optional parts are left out."""
    is_survivor = kind_of(answers) == RegistrationKind.SURVIVOR
    person = _name(answers) if is_survivor else [*_relation(answers), *_name(answers)]
    return [
        Section(_("You"), _about_her(answers, has_safe_word, is_survivor)),
        Section(_("Your name") if is_survivor else _("The person"), person),
        Section(_("When and where"), [_when(answers), *_where(answers)]),
        Section(_("What happened"), happened_rows(answers)),
        Section(_("What is hard to write"), [_trained(answers)]),
        Section(_("What you agree to"), _agreement(answers.get(CONSENT, {}))),
    ]


_IF_NOBODY_ANSWERS = {
    "yes": gettext_lazy("A message may be left."),
    "no": gettext_lazy("Leave no message."),
}


def _about_her(answers: dict, has_safe_word: bool, is_survivor: bool) -> list[Row]:
    applicant, reach = answers.get(APPLICANT, {}), answers.get(REACH, {})
    wish = reach.get("wish")
    rows = [
        row_of(_("What you know"), _kind(answers), KIND),
        row_of(_("The name we call you by"), applicant.get("name"), APPLICANT, "name"),
    ]
    if not is_survivor:
        who = ApplicantKind(applicant["kind"]).label if applicant.get("kind") else None
        rows.append(row_of(_("You are"), who, APPLICANT))
    rows.append(row_of(_("How we reach you"), ContactWish(wish).label if wish else None, REACH))
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
    rows = [row_of(_("You are to the person"), label, RELATIONSHIP)]
    if relation.get("words"):
        rows.append(Row(_("In your own words"), relation["words"], RELATIONSHIP))
    return rows


def _name(answers: dict) -> list[Row]:
    parts, words = answers.get(PARTS, {}), PartsForm(kind=kind_of(answers)).fields
    rows = [row_of(_("Full name"), answers.get(NAME, {}).get("full"), NAME, "name")]
    if not parts or parts.get("knowledge"):
        rows.append(known_or_not(answers, PARTS, None))
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
    return known_or_not(answers, WHEN, " · ".join(told))


def _where(answers: dict) -> list[Row]:
    where = answers.get(WHERE, {})
    place = Place.full_name(where["place"]) if where.get("place") else ""
    told = [part for part in (place, where.get("words")) if part]
    rows = [known_or_not(answers, WHERE, " · ".join(told))]
    if party := where.get("controlled_by"):
        rows.append(Row(_("Who controlled the area then"), Party(party).label, WHERE))
    return rows


def _trained(answers: dict) -> Row:
    said = answers.get(TRAINED, {}).get("answer")
    label = TrainedAnswer(said).label if said else None
    return row_of(heading_of(answers, TRAINED), label, TRAINED, "quiet" if said == TrainedAnswer.UNSAID else "text")


def _agreement(consent: dict) -> list[Row]:
    return [
        Row(purpose.label, Answer(consent[purpose]).label, CONSENT, consent[purpose])
        if consent.get(purpose)
        else row_of(purpose.label, None, CONSENT)
        for purpose in REGISTRATION_PURPOSES
    ]
