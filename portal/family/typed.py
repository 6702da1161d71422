"""What she typed and could not save: kept beside her answers, shown again when she comes to that page (floor 7).

Her page had closed meanwhile, or she left a page whose answer was not complete. It never replaces an answer by itself:
whoever sits at the device then cannot change what she said before.
"""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.registry.services.drafts import AlreadySent, open_draft, save_answers

_KEY = "_kept"
# Values kept at most, and signs of each: the longest page has fewer.
_VALUES, _CHARACTERS = 300, 4000
_NOT_KEPT = {"csrfmiddlewaretoken", "helping", "stop", "list", "call", "skip", "names", "remove", "silence"}


def keep_typed(holder: AccessHolder, question: str, posted: QueryDict, *, language: str) -> None:
    """Keep the posted fields of a question as they are, every value of each.

    Nothing happens where there is no open draft, or where nothing was typed.
    """
    draft = open_draft(holder)
    fields = _fields(posted)
    if draft is None or not any(value for values in fields.values() for value in values):
        return
    kept = {name: values for name, values in _kept(draft.answers).items() if name != question}
    try:
        save_answers(
            draft=draft, answers={_KEY: {**kept, question: fields}}, language=language, actor=Actor.holder(holder.pk)
        )
    except AlreadySent:
        return


def _fields(posted: QueryDict) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    room = _VALUES
    for name, values in posted.lists():
        if name in _NOT_KEPT or room <= 0:
            continue
        fields[name] = [_storable(str(value)) for value in values[:room]]
        room -= len(values)
    return fields


def _storable(text: str) -> str:
    """Lone surrogates cannot be written as UTF-8; the form will say that a sign is unreadable."""
    return text[:_CHARACTERS].encode(errors="replace").decode()


def _kept(answers: Mapping) -> dict[str, dict[str, list[str]]]:
    return answers.get(_KEY) or {}


def typed_for(answers: Mapping, question: str) -> MultiValueDict | None:
    """Return the fields typed for a question, or None."""
    fields = _kept(answers).get(question)
    return None if fields is None else MultiValueDict(fields)


def typed_row(answers: Mapping, question: str) -> int | None:
    """Return the number of the row that was typed for a question of several rows, or None."""
    number = (typed_for(answers, question) or MultiValueDict()).get("row", "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= 2 else None


def typed_question(answers: Mapping) -> str | None:
    """Return the question something was typed for last, or None."""
    return next(reversed(_kept(answers)), None)


def without_typed(answers: Mapping, question: str) -> dict:
    """The note without this question, to be saved with the answers that replace it."""
    return {_KEY: {name: fields for name, fields in _kept(answers).items() if name != question}}
