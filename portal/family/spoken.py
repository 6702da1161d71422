"""Which questions of the family's pages may be heard, and what is then read aloud (floor 7; R-100)."""

from collections.abc import Iterator
from typing import Any, cast

from django import forms

from portal.organizations.models import Recipient
from portal.recordings.slots import Slot
from portal.registry.consent_texts import question_about, warnings_about
from portal.registry.enums import PURPOSES_ON_HER_PAGE, Purpose, RegistrationKind

from .forms.agreement import answers_to
from .questions import Page
from .steps import SECTIONS


def slots() -> Iterator[Slot]:
    """Every question of the form, then the question about each recipient, with its risks."""
    for section in SECTIONS:
        for page in section.pages:
            yield Slot(page.form.question, page.for_kind(RegistrationKind.MISSING).heading, _words_of(page))
    for purpose in PURPOSES_ON_HER_PAGE:
        yield Slot(f"consent-{purpose.value}", purpose.label, _words_of_purpose(purpose))
    for recipient in Recipient.objects.filter(is_active=True).order_by("name"):
        yield Slot(giving_question(recipient), question_about(recipient), _words_about(recipient))


def giving_question(recipient: Recipient) -> str:
    """The key of the question whether something may be given to a recipient."""
    return f"give-{recipient.pk}"


def _words_of(page: Page):
    def words(kind: str) -> list[str]:
        step = page.for_kind(kind or RegistrationKind.MISSING)
        return [str(step.heading), *_fields_of(step.make_form()), str(step.why)]

    return words


def _words_of_purpose(purpose: Purpose):
    return lambda kind: [str(purpose.label), *(str(label) for _value, label in answers_to(purpose))]


def _words_about(recipient: Recipient):
    return lambda kind: [question_about(recipient), *warnings_about(recipient)]


def _fields_of(form: forms.Form) -> Iterator[str]:
    """Labels, hints and what can be chosen; a long list of places or months is not read aloud."""
    for field in form.fields.values():
        yield from (str(text) for text in (field.label, field.help_text) if text)
        if isinstance(field.widget, forms.RadioSelect) and isinstance(field, forms.ChoiceField):
            yield from (str(label) for _value, label in cast(list[tuple[Any, Any]], field.choices))
