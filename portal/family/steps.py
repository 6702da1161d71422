"""The questions in their order, one page each (floor 7). Page titles are neutral: they may be seen by somebody else."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.registry import answers as keys

from .forms.agreement import ConsentForm
from .forms.base import QuestionForm
from .forms.last_known import WhenForm, WhereForm
from .forms.people import ApplicantForm, ReachForm, RelationshipForm
from .forms.person import NameForm, PartsForm


@dataclass(frozen=True)
class Step:
    """One page: its place in the order, its form, its heading, and why it is asked."""

    number: int
    form: type[QuestionForm]
    heading: str | Promise
    why: str | Promise

    @property
    def question(self) -> str:
        """The question's key in the draft."""
        return self.form.question

    @property
    def template(self) -> str:
        """The page's own template."""
        return f"family/steps/{self.question}.html"

    @property
    def url(self) -> str:
        """The page's address in the reader's language."""
        return page_url(self.number)


_PAGES: tuple[tuple[type[QuestionForm], Promise, Promise], ...] = (
    (
        ApplicantForm,
        _("Who are you?"),
        _("So that we know whom we speak with. Only the people who work on your registration see it."),
    ),
    (
        ReachForm,
        _("How may we reach you safely?"),
        _("We use only the way you choose here. Our messages say nothing about you or the person."),
    ),
    (
        RelationshipForm,
        _("You and the person"),
        _(
            "It helps us to speak with you in the right way, and to see when two registrations are about "
            "the same person."
        ),
    ),
    (
        NameForm,
        _("What is the person's name?"),
        _("We compare names across languages and spellings. Every spelling that you know can help."),
    ),
    (
        PartsForm,
        _("The parts of the name, as far as you know"),
        _("Many people have the same name. The father's and the mother's name tell them apart."),
    ),
    (
        WhenForm,
        _("When did you last have news of the person?"),
        _("We compare dates with lists. A wrong date can hide the right person, so please do not guess."),
    ),
    (
        WhereForm,
        _("Where was the person then?"),
        _("We compare places with lists. A part of the place is enough."),
    ),
    (
        ConsentForm,
        _("What do you agree to?"),
        _("We do only what you agree to. You can change every answer later; it takes effect at once."),
    ),
)

STEPS: tuple[Step, ...] = tuple(Step(number, *page) for number, page in enumerate(_PAGES, start=1))
TOTAL = len(STEPS)
CHECK_NUMBER = TOTAL + 1

assert tuple(step.question for step in STEPS) == keys.QUESTIONS  # noqa: S101  the order is one fact in two places


def step_by_number(number: int) -> Step | None:
    """Return the step, or None where there is no such page."""
    return STEPS[number - 1] if 1 <= number <= TOTAL else None


def page_url(number: int) -> str:
    """Return the address of a page of the form; after the last question comes the check."""
    return reverse("family:check") if number == CHECK_NUMBER else reverse("family:step", args=[number])


def step_of(question: str) -> Step:
    """Return the step that asks a question."""
    return STEPS[keys.QUESTIONS.index(question)]


def progress(number: int) -> list[str]:
    """Return one class per question for the line of bricks."""
    return ["is-done" if step.number < number else "is-now" if step.number == number else "" for step in STEPS]
