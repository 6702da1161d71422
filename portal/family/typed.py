"""What she typed when her page had already closed: kept beside her answers, shown again after her code (floor 7).

It never replaces an answer by itself: whoever sits at the device then cannot change what she said before.
"""

from django.http import QueryDict

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.registry.services.drafts import AlreadySent, open_draft, save_answers

_KEY = "_typed"
# Fields and characters kept at most: a page has fewer.
_FIELDS, _CHARACTERS = 20, 4000


def keep_typed(holder: AccessHolder, question: str, posted: QueryDict, *, language: str) -> None:
    """Keep the posted fields of a question as they are; nothing happens where there is no open draft."""
    draft = open_draft(holder)
    if draft is None:
        return
    fields = {name: _storable(str(posted[name])) for name in list(posted)[:_FIELDS] if name not in _NOT_KEPT}
    try:
        save_answers(
            draft=draft,
            answers={_KEY: {"question": question, "fields": fields}},
            language=language,
            actor=Actor.holder(holder.pk),
        )
    except AlreadySent:
        return


_NOT_KEPT = {"csrfmiddlewaretoken", "stop"}


def _storable(text: str) -> str:
    """Lone surrogates cannot be written as UTF-8; the form will say that a sign is unreadable."""
    return text[:_CHARACTERS].encode(errors="replace").decode()


def typed_for(answers: dict, question: str) -> dict | None:
    """Return the fields typed for a question, or None."""
    typed = answers.get(_KEY) or {}
    return typed.get("fields") if typed.get("question") == question else None


def typed_question(answers: dict) -> str | None:
    """Return the question something was typed for, or None."""
    return (answers.get(_KEY) or {}).get("question")


def without_typed() -> dict:
    """The note emptied, to be saved with the answers that replace it."""
    return {_KEY: {}}
