"""The kinds of news there are. Each app registers its own; the words are made when they are shown (floor 3)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .enums import Wording

SOME_NEWS = _("There is news for you.")


@dataclass(frozen=True)
class Kind:
    """One kind of news: `label` asks whether she wants it, `words` stand on her page.

    `sentence` is what the message says instead of "There is news" to whoever chose no other words.
    """

    code: str
    label: str | Promise
    words: str | Promise
    sentence: str | Promise


_kinds: dict[str, Kind] = {}


def register(
    code: str, *, label: str | Promise, words: str | Promise, sentence: str | Promise = Wording.NEWS.label
) -> str:
    """Register a kind of news under a dotted code such as `proceeding.update`; return the code."""
    kind = Kind(code, label, words, sentence)
    if _kinds.get(code, kind) != kind:
        raise ValueError(f"{code} is registered twice")
    _kinds[code] = kind
    return code


def kinds() -> list[Kind]:
    """Return all kinds in the order of their codes."""
    return [_kinds[code] for code in sorted(_kinds)]


def words_of(code: str) -> str | Promise:
    """Return what stands on her page for a kind; plain words for one that no app has registered any more."""
    return _kinds[code].words if code in _kinds else SOME_NEWS


def sentence_of(code: str, wording: str) -> str | Promise:
    """Return the sentence that is sent: the one she chose, else that of the kind."""
    if wording == Wording.NEWS and code in _kinds:
        return _kinds[code].sentence
    return Wording(wording).label


# Written in the rhythm she chose, whatever we found; what it says is made by the app that knows when we compared.
SIGN_OF_LIFE = register(
    "sign_of_life",
    label=_("We are still here"),
    words=_("We compare regularly. If people confirm something, a person will contact you."),
    sentence=_("We are still here for you."),
)
# A new code after a lost one: she hears of it also where somebody else asked for it.
NEW_CODE = register(
    "access.new_code",
    label=_("A new code was given for your page"),
    words=_("A new code was given for your page, and the old one no longer works. Was it not you? Tell us."),
)
WAY_ADDED = register(
    "access.way_added",
    label=_("A further way into your page was added"),
    words=_("A further way into your page was added. Was it not you? Take it away on your page, and tell us."),
)
# Somebody asks for a new code without the safe word: she can stop it, and sees it on her page whatever she wishes.
NEW_CODE_ASKED = register(
    "access.new_code_asked",
    label=_("Somebody asks for a new code for your page"),
    words=_("Somebody asked for a new code for your page without saying a safe word. Was it not you? Stop it."),
)
