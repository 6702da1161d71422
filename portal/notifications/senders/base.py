"""What every carrier of messages can do, and how one says that it could not (floor 3)."""

from typing import Protocol

from django.utils import translation

from portal.core.languages import language as language_of
from portal.notifications.enums import Wording
from portal.notifications.kinds import sentence_of


class DeliveryProblem(Exception):
    """A message did not leave. `code` says why, without words of the outside; `is_final` where waiting is no use."""

    def __init__(self, code: str, *, is_final: bool = False):
        super().__init__(code)
        self.code, self.is_final = code, is_final


class Sender(Protocol):
    """What every sender can do."""

    def send(self, *, address: str, text: str, language: str, key: str, link: str = "") -> str:
        """Send one sentence; return what the carrier calls the message. Raises DeliveryProblem.

        `key` is the same for the same message, so that a carrier can see a repetition. `link` is for people of the
        office alone: where they sign in. What a family gets holds none (R-46).
        """


def news_text(language: str, *, wording: str = Wording.NEWS, kind: str = "") -> str:
    """Return the one sentence that is sent, in the given language: the whole message, also a mail's subject."""
    with translation.override(language_of(language).code):
        return str(sentence_of(kind, wording))
