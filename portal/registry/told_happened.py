"""What the family says of what happened, as staff read it: alleged, heard or believed, never established (floor 5)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from .answers import BELIEF, HAPPENED, PARTIES, STAYS
from .enums import BelievedFate, Harm, Knowledge, Party, RegistrationKind, Source, Sureness
from .facts import SILENT, Fact, Words, as_said, label_of, without_answer
from .models import Belief, Happened, PersonSought, Registration, Stay

QUESTIONS: dict[str, Words] = {
    HAPPENED: _("What happened, as the family says"),
    PARTIES: _("Who did it, as the family says"),
    STAYS: _("Where the person was held, as the family says"),
    BELIEF: _("What the family believes"),
}


@dataclass(frozen=True)
class ToldStay:
    """One place: its lines; `heard` is the key of the words that may be linked with a place of the list."""

    facts: tuple[Fact, ...]
    heard: UUID | None
    is_linked: bool


@dataclass(frozen=True)
class ToldHappened:
    """What was done and by whom, where the person was held, and what the family believes."""

    facts: tuple[Fact, ...]
    stays: tuple[ToldStay, ...]


def told_happened(registration: Registration, person: PersonSought, asked: Collection[str]) -> ToldHappened:
    """Open what was told of one person; `asked` are the questions she was on.

    What is left open says why: not known, not said, left out, or never asked. To a survivor her belief is no question.
    """
    silences = dict(person.silences.values_list("question", "knowledge"))
    happened = Happened.objects.filter(person=person).first()
    belief = Belief.objects.filter(person=person).first()
    stays = person.stays.select_related("place__parent__parent", "heard__place__parent__parent")

    def left(question: str) -> Fact:
        said = silences.get(question)
        return Fact(QUESTIONS[question], SILENT[said] if said else without_answer(question in asked), "quiet")

    facts = [
        *((_harms(happened) if happened else []) or [left(HAPPENED)]),
        *((_parties(happened) if happened else []) or [left(PARTIES)]),
        *([] if stays else [left(STAYS)]),
    ]
    if registration.kind != RegistrationKind.SURVIVOR:
        facts += _belief(belief) if belief else [left(BELIEF)]
    return ToldHappened(tuple(facts), tuple(_stay(stay) for stay in stays))


def _harms(happened: Happened) -> list[Fact]:
    return _told(Fact(QUESTIONS[HAPPENED], _in_words(Harm, happened.harms), "words"))


def _parties(happened: Happened) -> list[Fact]:
    return _told(
        Fact(QUESTIONS[PARTIES], _in_words(Party, happened.parties), "words"),
        Fact(_("How they could be recognized"), happened.parties_in_words),
    )


def _belief(belief: Belief) -> list[Fact]:
    return _told(
        Fact(QUESTIONS[BELIEF], label_of(BelievedFate, belief.fate), "words"),
        Fact(_("Why the family believes it"), _in_words(Source, belief.basis), "words"),
    )


def _stay(stay: Stay) -> ToldStay:
    heard = stay.heard
    listed = stay.place or (heard.place if heard else None)
    facts = _told(
        Fact(_("Place, as the family heard it"), heard.words if heard else ""),
        Fact(_("Place, from the list"), listed.path if listed else ""),
        Fact(_("From"), stay.began, "date"),
        Fact(_("The date as it was said"), as_said(stay.began_as_said)),
        Fact(_("Until"), stay.ended, "date"),
        Fact(_("The date as it was said"), as_said(stay.ended_as_said)),
        Fact(_("How the family knows"), _source(stay.source), "words"),
        Fact(_("How sure the family is"), label_of(Sureness, stay.sureness), "words"),
    )
    may_link = heard.pk if heard and not stay.place else None
    return ToldStay(tuple(facts), may_link, bool(heard and heard.place))


def _told(*facts: Fact) -> list[Fact]:
    return [fact for fact in facts if fact.value]


def _source(code: str) -> Words:
    return SILENT[code] if code in (Knowledge.UNKNOWN, Knowledge.UNSAID) else label_of(Source, code)


def _in_words(choices: type[TextChoices], codes: Iterable[str]) -> str:
    return " · ".join(str(label_of(choices, code)) for code in codes)
