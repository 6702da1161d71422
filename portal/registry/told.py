"""What a registration tells, as plain data for the page on which a caseworker reads it (floor 5).

Everything is opened here, after `access_registration` has checked and logged the reading.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from portal.confidential.keyring import open_data_keys
from portal.names import transliterate
from portal.organizations.models import Recipient
from portal.places.countries import country_name

from . import answers
from .consent import EXPIRED, WITHDRAWN, agreements_of, is_barred
from .consent_texts import words_by_hash
from .enums import (
    PURPOSES_ON_HER_PAGE,
    Anchor,
    Answer,
    DataClass,
    FilledBy,
    GivenBy,
    Knowledge,
    NameKind,
    Party,
    Purpose,
    RegistrationKind,
    Relationship,
    Sex,
)
from .facts import SILENT, Fact, Words, as_said, label_of, without_answer
from .models import AnswersSnapshot, Applicant, ConsentLine, LastKnown, PersonName, PersonSought, Registration
from .told_happened import QUESTIONS, ToldHappened, told_happened

_WHO: dict[str, Words] = {
    RegistrationKind.MISSING: _("The missing person"),
    RegistrationKind.DETAINED: _("The person believed or known to be held"),
    RegistrationKind.DECEASED: _("The person who was killed or died"),
    RegistrationKind.SURVIVOR: _("The survivor, who applies herself or himself"),
}
# The labels of "when" and "where", as the question was asked.
_WHEN: dict[str, Words] = {
    RegistrationKind.MISSING: _("Last news"),
    RegistrationKind.DETAINED: _("Taken, or last news"),
    RegistrationKind.DECEASED: _("Death, or last news"),
    RegistrationKind.SURVIVOR: _("When it happened"),
}
_WHERE: dict[str, Words] = {
    RegistrationKind.MISSING: _("Place of the last news"),
    RegistrationKind.DETAINED: _("Where taken or held"),
    RegistrationKind.DECEASED: _("Place of the death or the last news"),
    RegistrationKind.SURVIVOR: _("Where it happened"),
}
_ANSWERS: dict[str, Words] = {
    Answer.YES: Answer.YES.label,
    Answer.NO: Answer.NO.label,
    WITHDRAWN: _("Withdrawn"),
    EXPIRED: _("Its time is over"),
}
_PARTS: dict[str, Words] = {
    "given": _("Given name"),
    "father": _("Father's name"),
    "grandfather": _("Grandfather's name"),
    "family": _("Family name"),
    "nisba": _("Name after a place or family"),
    "tribe": _("Tribe"),
    "mother": _("Mother's name"),
    "mother_father": _("Her father's name"),
    "mother_family": _("Her family name"),
    "kunya": _("Name with Abu or Umm"),
}

_QUESTIONS: dict[str, Words] = {
    answers.APPLICANT: _("Who asks"),
    answers.REACH: _("How the family wants to be reached"),
    answers.RELATIONSHIP: _("Is to the person"),
    answers.NAME: _("Name"),
    answers.PARTS: _("Parts of the name"),
    answers.WHEN: _("Last news"),
    answers.WHERE: _("Place of the last news"),
    **QUESTIONS,
}
_WHAT_WAS_TOLD = _("What was told")


@dataclass(frozen=True)
class ToldName:
    """A name as written, our Latin reading (empty where it is written so), what kind of name, and its parts."""

    text: str
    latin: str
    kind: Words
    parts: tuple[Fact, ...]


@dataclass(frozen=True)
class ToldPerson:
    """The person it is about: who in words, names, facts, when and where, and what happened.

    What is not known and what is not said stand apart.
    """

    who: Words
    names: tuple[ToldName, ...]
    facts: tuple[Fact, ...]
    last_known: tuple[Fact, ...]
    happened: ToldHappened


@dataclass(frozen=True)
class ToldConsent:
    """One question with its newest answer; `line` is None where it was never asked. `words` are those it was put in."""

    question: Words
    line: ConsentLine | None = None
    answer: Words = ""
    given_by: Words = ""
    words: str = ""
    language: str = ""


@dataclass(frozen=True)
class ToldEarlier:
    """What was told before an amendment: until when, who changed which question, and how it stood."""

    until: datetime
    by: Words
    question: Words
    applicant: tuple[Fact, ...]
    person: ToldPerson


@dataclass(frozen=True)
class Told:
    """All of it."""

    applicant: tuple[Fact, ...]
    persons: tuple[ToldPerson, ...]
    earlier: tuple[ToldEarlier, ...]
    consents: tuple[ToldConsent, ...]


def read_told(registration: Registration) -> Told:
    """Open a registration that `access_registration` returned."""
    open_data_keys([registration.key_id])
    persons = registration.persons.prefetch_related("names")
    applicant = registration.applicant
    sent = list(registration.snapshots.all())
    newest = sent[-1] if sent else None
    return Told(
        applicant=(
            *(_applicant(applicant) if applicant else ()),
            Fact(_("Filled in by"), FilledBy(registration.filled_by).label),
        ),
        persons=tuple(_person(registration, person, newest) for person in persons),
        earlier=tuple(_earlier(registration, sent)),
        consents=_consents(registration),
    )


@dataclass(frozen=True)
class ToldAgreement:
    """What a family answered about one recipient, class by class, and whether it is barred (see consent)."""

    recipient: Recipient
    answers: tuple[Fact, ...]
    is_barred: bool

    @property
    def has_yes(self) -> bool:
        """Whether the family agreed to give something."""
        return any(fact.style == Answer.YES for fact in self.answers)


def told_agreements(registration: Registration) -> list[ToldAgreement]:
    """Return the newest answers about each recipient, as staff read them."""
    return [
        ToldAgreement(
            one.recipient,
            tuple(
                Fact(DataClass(code).label, _ANSWERS[answer], "withdrawn" if answer == EXPIRED else answer)
                for code, answer in one.answers.items()
            ),
            is_barred(registration, one.recipient),
        )
        for one in agreements_of(registration)
    ]


def _earlier(registration: Registration, rows: list[AnswersSnapshot]) -> list[ToldEarlier]:
    """Each amendment put one person and one applicant out of force, in the order of the rows of answers.

    Whether a trained person may ask is for trained people alone: that it was answered anew is not told here.
    """
    amendments = [(before, row) for before, row in zip([None, *rows], rows, strict=False) if row.question]
    persons = PersonSought.every.filter(registration=registration, superseded_at__isnull=False)
    applicants = Applicant.every.filter(registration=registration, superseded_at__isnull=False)
    changes = zip(amendments, persons.order_by("superseded_at"), applicants.order_by("superseded_at"), strict=True)
    told = [
        ToldEarlier(
            until=row.created_at,
            by=FilledBy(row.given_by).label,
            question=_QUESTIONS.get(row.question, _WHAT_WAS_TOLD),
            applicant=tuple(_applicant(applicant)),
            person=_person(registration, person, before),
        )
        for (before, row), person, applicant in changes
        if row.question != answers.TRAINED
    ]
    return told[::-1]


def latin(text: str) -> str:
    """Return our reading in Latin letters; empty where the text is already written so."""
    reading = transliterate(text, "Latn")
    return "" if reading == text else reading


def _applicant(applicant: Applicant) -> list[Fact]:
    facts = [
        Fact(_("Name"), applicant.name, "name"),
        Fact(_("Our reading"), latin(applicant.name)),
        Fact(_("Who applies"), applicant.get_kind_display()),
        Fact(_("Is to the person"), Relationship(applicant.relationship).label),
        Fact(_("In the family’s own words"), applicant.relationship_as_written),
    ]
    return [fact for fact in facts if fact.value]


def _person(registration: Registration, person: PersonSought, sent: AnswersSnapshot | None) -> ToldPerson:
    """One person as told; `sent` are the answers that held then, None where it came without a form."""
    asked = frozenset(sent.answers if sent else ())
    rows = sorted(person.names.all(), key=lambda row: (not row.is_primary, str(row.pk)))
    facts = [
        _sex(registration, person.sex, asked),
        Fact(_("Born"), person.birth_date, "date"),
        Fact(_("The date as it was said"), as_said(person.birth_date_as_said)),
        Fact(_("Place of birth"), person.birth_place),
        Fact(_("Nationality"), country_name(person.nationality)),
        *_silences(person),
    ]
    last = LastKnown.objects.filter(person=person).select_related("place__parent__parent").first()
    return ToldPerson(
        who=_WHO[registration.kind],
        names=tuple(_name(row) for row in rows),
        facts=tuple(fact for fact in facts if fact.value),
        last_known=tuple(_last_known(registration.kind, last)) if last else (),
        happened=told_happened(registration, person, asked),
    )


def _silences(person: PersonSought) -> list[Fact]:
    """Questions left open on purpose that have no line of their own among what happened."""
    left = person.silences.exclude(question__in=QUESTIONS).values_list("question", "knowledge")
    return [Fact(_QUESTIONS.get(question, question), SILENT[knowledge], "quiet") for question, knowledge in left]


def _name(row: PersonName) -> ToldName:
    parts = (Fact(label, getattr(row, field) or "", "name") for field, label in _PARTS.items())
    return ToldName(
        text=row.full_as_written,
        latin=latin(row.full_as_written),
        kind=label_of(NameKind, row.kind),
        parts=tuple(part for part in parts if part.value),
    )


def _sex(registration: Registration, sex: str, asked: Collection[str]) -> Fact:
    """On a list "unknown" is an empty column; in the form it is an answer of the family."""
    if sex == Sex.NOT_ASKED:
        return Fact(_("Sex"), without_answer(answers.PARTS in asked), "quiet")
    if sex == Sex.UNKNOWN and registration.filled_by == FilledBy.IMPORT:
        return Fact(_("Sex"), "")
    return Fact(_("Sex"), SILENT[sex], "quiet") if sex in SILENT else Fact(_("Sex"), label_of(Sex, sex))


def _last_known(kind: str, last: LastKnown) -> list[Fact]:
    facts = []
    if last.date_knowledge == Knowledge.KNOWN:
        facts += [
            Fact(_WHEN[kind], last.date, "date"),
            Fact(_("The date as it was said"), as_said(last.date_as_said)),
            Fact(_("Around the time of"), label_of(Anchor, last.anchor or "")),
            Fact(_WHEN[kind], last.date_in_words),
        ]
    else:
        facts.append(Fact(_WHEN[kind], SILENT[last.date_knowledge], "quiet"))
    if last.place_knowledge == Knowledge.KNOWN:
        facts.append(Fact(_WHERE[kind], last.place_as_told))
        facts.append(Fact(_("Place, from the list"), last.place.path if last.place else ""))
        facts.append(Fact(_("Who controlled the area then"), label_of(Party, last.controlled_by or "")))
    else:
        facts.append(Fact(_WHERE[kind], SILENT[last.place_knowledge], "quiet"))
    return [fact for fact in facts if fact.value]


def _consents(registration: Registration) -> tuple[ToldConsent, ...]:
    lines = registration.consents.filter(purpose__in=PURPOSES_ON_HER_PAGE).order_by("given_at", "pk")
    newest = {line.purpose: line for line in lines}
    words = words_by_hash(line.text_hash for line in newest.values())
    return tuple(_consent(purpose, newest.get(purpose), words) for purpose in PURPOSES_ON_HER_PAGE)


def _consent(purpose: Purpose, line: ConsentLine | None, words: Mapping[str, str]) -> ToldConsent:
    if line is None:
        return ToldConsent(purpose.label)
    answer, given_by = Answer(line.answer).label, GivenBy(line.given_by).label
    return ToldConsent(purpose.label, line, answer, given_by, words.get(line.text_hash, ""), line.language)
