"""The consent questions as they are shown, kept word for word, so that each answer can be proved (floor 5).

A line of the ledger names its text by the SHA-256 of the words. The words of every text that was ever answered stay in
`ConsentText`, and can be shown again when the questions have long been put in other words.
"""

import hashlib
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.organizations.enums import Authority, RecipientKind
from portal.organizations.models import Recipient

from .enums import DataClass, Purpose
from .models import ConsentText

# Raise with every change of a question's words.
TEXT_VERSION = 2


def text_shown(purpose: str, language: str) -> str:
    """Return a question of the registration in the words of a language."""
    with override(language):
        return str(Purpose(purpose).label)


def text_about(recipient: Recipient, data_class: str, language: str) -> str:
    """Return the question about one recipient and one class of data, with all warnings, in the words of a language."""
    with override(language):
        return "\n".join((question_about(recipient), *warnings_about(recipient), str(DataClass(data_class).label)))


def question_about(recipient: Recipient) -> str:
    """Return the question whether something may be given to a recipient, in the active language."""
    words = {
        RecipientKind.TRACING: _("May we give information to %(recipient)s, so that they search for the person too?"),
        RecipientKind.COURT: _("May we give information to %(recipient)s, for a case before a court?"),
        RecipientKind.LAWYER: _("May we give information to %(recipient)s, so that they can help you as lawyers?"),
        RecipientKind.SUPPORT: _("May we give information to %(recipient)s, so that they can offer you help?"),
        RecipientKind.COMMISSION: _("May we give information to %(recipient)s, who search for missing people?"),
        RecipientKind.UN_BODY: _("May we give information to %(recipient)s, a body of the United Nations?"),
    }
    return words[RecipientKind(recipient.kind)] % {"recipient": recipient.name}


def warnings_about(recipient: Recipient) -> list[str]:
    """Return what giving to a recipient may lead to, in the active language; the gravest comes first."""
    warnings = []
    if recipient.imposes_death_penalty:
        is_court = recipient.kind == RecipientKind.COURT
        warnings.append(
            _("This court can impose the death penalty.")
            if is_court
            else _("In the state of this recipient, courts can impose the death penalty.")
        )
    if recipient.authority:
        named = {"authority": Authority(recipient.authority).label}
        warnings.append(
            _(
                "It belongs to those in power: %(authority)s. "
                "If their people took or held the person, we give it nothing."
            )
            % named
        )
    return [*warnings, recipient.risk] if recipient.risk else warnings


def text_hash(text: str) -> str:
    """Return SHA-256 (hex) of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def words_by_hash(hashes: Iterable[str]) -> dict[str, str]:
    """Return several texts as they were shown; those that are not kept are not there."""
    return dict(ConsentText.objects.filter(pk__in=set(hashes)).values_list("pk", "words"))


def keep_texts(texts: Iterable[str], language: str) -> None:
    """Keep the words of texts that are being answered; those that are kept already stay as they are."""
    by_hash = {text_hash(text): text for text in texts}
    known = set(ConsentText.objects.filter(pk__in=by_hash).values_list("pk", flat=True))
    missing = [
        ConsentText(hash=key, language=language, version=TEXT_VERSION, words=words)
        for key, words in by_hash.items()
        if key not in known
    ]
    if missing:
        # Somebody else may keep the same text at the same moment.
        ConsentText.objects.bulk_create(missing, ignore_conflicts=True)
