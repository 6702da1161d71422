"""The pages of the form in their order, for each kind of registration (floor 7).

Page titles are neutral: they may be seen by somebody else. Pages can be answered in any order.
"""

from functools import cache

from django.urls import reverse

from portal.registry.answers import NAME, NAMES, PARTS, kind_of, missing_questions
from portal.registry.enums import RegistrationKind

from .questions import Section, Step
from .sections import agree, happened, last_news, person, trained, you

SECTIONS: tuple[Section, ...] = (
    you.SECTION,
    person.SECTION,
    last_news.SECTION,
    happened.SECTION,
    trained.SECTION,
    agree.SECTION,
)
_NUMBERS = [page.number for section in SECTIONS for page in section.pages]
# The address of the page on which the answers are checked is among those of the questions.
CHECK_NUMBER = 9

assert len(set(_NUMBERS) | {CHECK_NUMBER}) == len(_NUMBERS) + 1  # noqa: S101  two pages cannot have one address


@cache
def steps_of(kind: str) -> tuple[Step, ...]:
    """Return the pages asked of a kind, in order."""
    return tuple(step for section in SECTIONS for step in section.steps_for(kind))


def step_by_number(number: int, kind: str) -> Step | None:
    """Return the page with this address, or None where this kind is not asked it."""
    return next((step for step in steps_of(kind) if step.number == number), None)


def is_number(number: int) -> bool:
    """Say whether any kind is asked a page with this address."""
    return number in _NUMBERS


def step_of(question: str, kind: str) -> Step | None:
    """Return the page that asks a question, or None where this kind is not asked it."""
    return next((step for step in steps_of(kind) if step.question == question), None)


def url_of(question: str) -> str:
    """Return the address of the page that asks a question, whatever the kind."""
    if question == NAMES:
        return reverse("family:names")
    pages = (page for section in SECTIONS for page in section.pages)
    return reverse("family:step", args=[next(page.number for page in pages if page.form.question == question)])


def first_step(kind: str = RegistrationKind.MISSING) -> Step:
    """Return the page on which a registration begins."""
    return steps_of(kind)[0]


def first_open(answers: dict) -> Step | None:
    """Return the first page she has not been on (optional ones too) or whose answer lacks something, or None."""
    return next(iter(_open_steps(answers)), None)


def url_after(step: Step, before: dict, after: dict) -> str:
    """Return where a saved page leads: the next one that is open, and after the last one the check.

    A changed name leads to its parts.
    """
    if step.question == NAME and PARTS in after and before.get(NAME) != after[NAME]:
        parts = step_of(PARTS, kind_of(after))
        return parts.url if parts else check_url()
    still_open = _open_steps(after)
    later = [one for one in still_open if place_of(one) > place_of(step)]
    following = next(iter(later or still_open), None)
    return following.url if following else check_url()


def url_before(step: Step) -> str:
    """Return the page before this one in order; before the first is the beginning."""
    place = place_of(step)
    return steps_of(step.kind)[place - 2].url if place > 1 else reverse("family:start")


def _open_steps(answers: dict) -> list[Step]:
    missing = missing_questions(answers)
    steps = steps_of(kind_of(answers))
    return [step for step in steps if step.question not in answers or step.question in missing]


def check_url() -> str:
    """Return the address of the page on which she checks her answers."""
    return reverse("family:check")


def url_to_go_on(answers: dict) -> str:
    """Return where she goes on: the first page she has not been on, or the check."""
    step = first_open(answers)
    return step.url if step else check_url()


def place_of(step: Step) -> int:
    """Return the page's place in the order, from 1: what its title says, while its number is only its address."""
    return [one.question for one in steps_of(step.kind)].index(step.question) + 1


def progress(step: Step, answers: dict) -> list[str]:
    """Return one class per page for the line of bricks: where she is, and where she has been."""
    return [
        "is-now" if one.number == step.number else "is-done" if one.question in answers else ""
        for one in steps_of(step.kind)
    ]
