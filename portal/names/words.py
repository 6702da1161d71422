"""A text cut into the names it holds: compounds joined, particles and titles taken out, kunya set apart. Floor 0.

Every different piece is read once and remembered, so that the names of a long table cost a look-up per piece.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from portal.names.cleaning import clean, script_of
from portal.names.folding import fold, fold_all
from portal.names.structure import Role, Token
from portal.names.tables import particles
from portal.names.tables.letters import KURDISH_LETTERS, KURDISH_VOWELS, KURMANJI_LETTERS

MAX_TOKENS = 24
REMEMBERED = 1 << 17
"""Different pieces, and different names, that are kept in memory."""

_ARTICLES = fold_all(particles.ARTICLES)
_SUN_ARTICLES = fold_all(particles.SUN_ARTICLES)
_CLAN = fold_all(particles.CLAN)
_TRIBE = fold_all(particles.TRIBE)
_SERVANT = fold_all(particles.SERVANT)
_FAITH = fold_all(particles.FAITH)
_GOD = fold_all(particles.GOD)
_MOTHER_OF = fold_all(particles.MOTHER_OF)
_PARENT = fold_all(particles.FATHER_OF) | _MOTHER_OF
_CHILD_OF = fold_all(particles.CHILD_OF)
_TITLES = fold_all(particles.TITLES)
_UNKNOWN = fold_all(particles.UNKNOWN)

_BREAKS = re.compile(r"[\s\-_/.,;:()\[\]\"“”«»،؛‐‑‒–—+*|\\<>{}!?؟#&=~]+")
_FUSED_ARTICLE = re.compile(r"^(?:ال)(?=\w{3})|^(?:al|el)(?=[^\W\d_aeiouy]\w{2})", re.IGNORECASE)
_GERMAN = re.compile(r"sch|tsch", re.IGNORECASE)
_FRENCH = re.compile(r"ou|dj|tch|ï|é|è", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One written piece of a name and what it may be; ``clings``: the second half of a compound (-allah, -din)."""

    text: str
    folded: str
    servant: bool
    article: bool
    sun: str
    tribe: bool
    parent: bool
    child: bool
    title: bool
    unknown: bool
    clings: bool

    @property
    def particle(self) -> bool:
        """Whether it joins names and is none itself."""
        return self.parent or self.child or self.tribe


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one text; its kunya as text and tokens; particles and titles as written; the tribe that was named;
    ``comma_after``: so many tokens stand before a comma."""

    tokens: tuple[Token, ...] = ()
    kunya: str = ""
    kunya_tokens: tuple[Token, ...] = ()
    particles: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    tribe: str = ""
    comma_after: int | None = None


Group = tuple[Piece, ...]
NOTHING = Words()


@lru_cache(maxsize=4096)
def read_words(text: str) -> Words:
    """Cut a text into tokens without roles. At most :data:`MAX_TOKENS`; text that says "unknown" gives none."""
    whole = clean(text)
    if not whole or _is_unknown(whole):
        return NOTHING
    first, comma, rest = whole.replace("،", ",").partition(",")
    head = _joined(_pieces(first))
    groups = (head + _joined(_pieces(rest)) if comma else head)[:MAX_TOKENS]
    words = _sorted_out(groups)
    family_first = comma and head and len(head) < len(groups)
    return replace(words, comma_after=len(head)) if family_first else words


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


def is_mother_of(word: str) -> bool:
    """Whether a word is Umm or its like."""
    return fold(word) in _MOTHER_OF


@lru_cache(maxsize=REMEMBERED)
def with_role(token: Token, role: Role) -> Token:
    """The same token in another role."""
    return token if token.role == role else replace(token, role=role)


def _is_unknown(whole: str) -> bool:
    return whole.count(" ") < 3 and fold(whole) in _UNKNOWN


def _pieces(text: str) -> list[Piece]:
    pieces = []
    for written in _BREAKS.split(text):
        piece = _piece(written)
        if piece is not None:
            pieces.append(piece)
            if len(pieces) == 3 * MAX_TOKENS:
                break
    return pieces


@lru_cache(maxsize=REMEMBERED)
def _piece(text: str) -> Piece | None:
    """What a piece is; None if it holds no letter (numbers, marks, emoji)."""
    folded = fold(text)
    if not folded or not any(char.isalpha() for char in text):
        return None
    return Piece(
        text=text,
        folded=folded,
        servant=folded in _SERVANT,
        article=folded in _ARTICLES or folded in _CLAN,
        sun=folded.strip("aeu")[:1] if folded in _SUN_ARTICLES else "",
        tribe=folded in _TRIBE,
        parent=folded in _PARENT,
        child=folded in _CHILD_OF,
        title=folded in _TITLES,
        unknown=folded in _UNKNOWN,
        clings=folded in _FAITH or folded in _GOD,
    )


def _joined(pieces: Sequence[Piece]) -> list[Group]:
    """Groups of pieces that make one name: article + X, abd + X, X + din, X + allah. Particles stay single."""
    groups: list[Group] = []
    at = 0
    while at < len(pieces):
        size = _group_size(pieces, at)
        group = tuple(pieces[at : at + size])
        if groups and _clings(group) and not (len(groups[-1]) == 1 and groups[-1][0].particle):
            groups[-1] += group
        else:
            groups.append(group)
        at += size
    return groups


def _group_size(pieces: Sequence[Piece], at: int) -> int:
    """How many pieces from ``at`` make one name. Rows of servants (abd abd abd) are taken without recursion."""
    size = 0
    while at + size + 1 < len(pieces) and pieces[at + size].servant and not pieces[at + size + 1].particle:
        size += 1
    here, left = pieces[at + size], len(pieces) - at - size
    opens = left > 1 and (here.article or (here.sun and here.sun == pieces[at + size + 1].folded[:1]))
    return size + (2 if opens else 1)


def _clings(group: Group) -> bool:
    return group[-1].clings and (len(group) == 1 or (len(group) == 2 and group[0].article) or bool(group[0].sun))


def _sorted_out(groups: Sequence[Group]) -> Words:
    """Titles and ibn / bint set aside; the name after Abu / Umm is the kunya, that after "tribe" the tribe."""
    tokens: list[Token] = []
    kunya: tuple[str, ...] = ()
    set_aside: list[str] = []
    titles: list[str] = []
    tribe = ""
    at = 0
    while at < len(groups):
        group, rest = groups[at], len(groups) - at - 1
        first = group[0]
        single = len(group) == 1
        if single and first.parent and rest and not kunya:
            at += 1
            kunya = (first.text, _shown(groups[at]))
        elif single and first.tribe and rest:
            at += 1
            set_aside.append(first.text)
            tribe = _shown(groups[at])
            if not (tokens and tokens[-1].article):
                tokens.append(_token(groups[at]))
        elif single and first.child and rest:
            set_aside.append(first.text)
        elif single and first.title and rest and not tokens:
            titles.append(first.text)
        elif not (single and first.unknown):
            tokens.append(_token(group))
            if not single and first.text.casefold() in particles.CLAN_AS_WRITTEN:
                tribe = tribe or _shown(group)
        at += 1
    called = (_token((piece,)),) if kunya and (piece := _piece(kunya[1])) else ()
    return Words(tuple(tokens), " ".join(kunya), called, tuple(set_aside), tuple(titles), tribe)


def _shown(group: Group) -> str:
    return " ".join(piece.text for piece in group)


@lru_cache(maxsize=REMEMBERED)
def _token(group: Group) -> Token:
    pieces = [part for piece in group for part in piece.text.split()]
    article = len(pieces) > 1 and fold(pieces[0]) in _ARTICLES | _CLAN | _SUN_ARTICLES
    bare = pieces[1:] if article else pieces
    word = "".join(bare)
    fused = not article and _FUSED_ARTICLE.match(word) is not None
    folded = fold(word).replace(" ", "")
    return Token(
        text=_shown(group),
        word=word,
        folded=folded,
        script=script_of(word),
        language=language_of(word),
        article=article or fused,
        initial=len(folded) == 1,
    )
