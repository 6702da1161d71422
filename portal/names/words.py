"""A text cut into the names it holds: compounds joined, particles and titles taken out, kunya set apart. Floor 0."""

import re
from dataclasses import dataclass, replace

from portal.names.cleaning import clean, script_of
from portal.names.folding import fold, fold_all
from portal.names.structure import Role, Token
from portal.names.tables import particles
from portal.names.tables.letters import KURDISH_LETTERS, KURDISH_VOWELS, KURMANJI_LETTERS

MAX_TOKENS = 24

_ARTICLES = fold_all(particles.ARTICLES)
_SUN_ARTICLES = fold_all(particles.SUN_ARTICLES)
_CLAN = fold_all(particles.CLAN)
_SERVANT = fold_all(particles.SERVANT)
_FAITH = fold_all(particles.FAITH)
_GOD = fold_all(particles.GOD)
_PARENT = fold_all(particles.FATHER_OF | particles.MOTHER_OF)
_CHILD_OF = fold_all(particles.CHILD_OF)
_TITLES = fold_all(particles.TITLES)
_UNKNOWN = fold_all(particles.UNKNOWN)

_BREAKS = re.compile(r"[\s\-_/.,;:()\[\]\"“”«»،؛‐‑‒–—+*|\\<>{}!?؟#&=~]+")
_FUSED_ARTICLE = re.compile(r"^(?:ال)(?=\w{3})|^(?:al|el)(?=[^\W\d_aeiouy]\w{2})", re.IGNORECASE)
_GERMAN = re.compile(r"sch|tsch", re.IGNORECASE)
_FRENCH = re.compile(r"ou|dj|tch|ï|é|è", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one text, and its kunya as text and tokens."""

    tokens: tuple[Token, ...] = ()
    kunya: str = ""
    kunya_tokens: tuple[Token, ...] = ()
    comma_after: int | None = None


def read_words(text: str) -> Words:
    """Cut a text into tokens without roles. At most :data:`MAX_TOKENS`; text that says "unknown" gives none."""
    whole = clean(text)
    if fold(whole) in _UNKNOWN:
        return Words()
    first, comma, rest = whole.replace("،", ",").partition(",")
    head = _joined(_pieces(first)) if comma else []
    pieces = head + _joined(_pieces(rest)) if comma else _joined(_pieces(whole))
    tokens, kunya = _without_particles(pieces[:MAX_TOKENS])
    return Words(
        tokens=tuple(tokens),
        kunya=" ".join(kunya),
        kunya_tokens=tuple(_token([word]) for word in kunya[1:]),
        comma_after=len(head) if comma and head and len(head) < len(pieces) else None,
    )


def language_of(text: str) -> str:
    """A guess of the spelling's language from letters only another language would not use; ``und`` if none shows."""
    letters = set(text.casefold())
    if script_of(text) == "Arab":
        return "ckb" if letters & (KURDISH_VOWELS | KURDISH_LETTERS) else "ar"
    if letters & KURMANJI_LETTERS:
        return "ku"
    if _GERMAN.search(text):
        return "de"
    return "fr" if _FRENCH.search(text) else "und"


def _pieces(text: str) -> list[str]:
    return [piece for piece in _BREAKS.split(text) if fold(piece)][: 3 * MAX_TOKENS]


def _joined(pieces: list[str]) -> list[list[str]]:
    """Groups of pieces that make one name: article + X, abd + X, X + din, X + allah. Particles stay single."""
    groups: list[list[str]] = []
    at = 0
    while at < len(pieces):
        size = _group_size(pieces, at)
        group = pieces[at : at + size]
        if groups and _clings(group) and not _is_particle(groups[-1]):
            groups[-1] = groups[-1] + group
        else:
            groups.append(group)
        at += size
    return groups


def _group_size(pieces: list[str], at: int) -> int:
    left = len(pieces) - at
    here = fold(pieces[at])
    if here in _SERVANT and left > 1:
        return 1 + _group_size(pieces, at + 1) if fold(pieces[at + 1]) not in _PARENT | _CHILD_OF else 1
    if left > 1 and here in _ARTICLES | _CLAN:
        return 2
    opens_alike = left > 1 and here in _SUN_ARTICLES and here.strip("aeu")[:1] == fold(pieces[at + 1])[:1]
    return 2 if opens_alike else 1


def _clings(group: list[str]) -> bool:
    joined = fold("".join(group))
    return joined in _FAITH or joined in _GOD or (len(group) == 2 and fold(group[1]) in _FAITH | _GOD)


def _is_particle(group: list[str]) -> bool:
    return len(group) == 1 and fold(group[0]) in _PARENT | _CHILD_OF


def _without_particles(groups: list[list[str]]) -> tuple[list[Token], list[str]]:
    """Drop titles and ibn / bint; the name after Abu / Umm is the kunya unless nothing else is left."""
    tokens: list[Token] = []
    kunya: list[str] = []
    at = 0
    while at < len(groups):
        group, rest = groups[at], len(groups) - at - 1
        word = fold("".join(group))
        if word in _PARENT and len(group) == 1 and rest and not kunya:
            kunya = [group[0], " ".join(groups[at + 1])]
            at += 1
        elif (
            not (word in _CHILD_OF and rest) and not (word in _TITLES and rest and not tokens) and word not in _UNKNOWN
        ):
            tokens.append(_token(group))
        at += 1
    return tokens, kunya


def _token(group: list[str]) -> Token:
    pieces = [part for piece in group for part in piece.split()]
    article = len(pieces) > 1 and fold(pieces[0]) in _ARTICLES | _CLAN | _SUN_ARTICLES
    shown = " ".join(group)
    bare = pieces[1:] if article else pieces
    word = "".join(bare)
    fused = not article and _FUSED_ARTICLE.match(word) is not None
    folded = fold(word).replace(" ", "")
    return Token(
        text=shown,
        word=word,
        folded=folded,
        script=script_of(word),
        language=language_of(word),
        article=article or fused,
        initial=len(folded) == 1,
    )


def with_role(token: Token, role: Role) -> Token:
    """The same token in another role."""
    return replace(token, role=role)
