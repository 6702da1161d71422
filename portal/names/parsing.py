"""From what was written to a structured name. Nothing is lost: what fits no role stays as a token. Floor 0."""

from collections.abc import Mapping
from functools import lru_cache

from portal.names.cleaning import clean
from portal.names.folding import fold
from portal.names.structure import CHAIN, Name, Role, Token
from portal.names.words import REMEMBERED, Words, read_words, with_role

HINTS: dict[str, frozenset[str]] = {
    "order": frozenset({"given_first", "family_first"}),
    "country": frozenset({"IQ", "SY", "TR", "LB", "JO", "DE", "FR", "NL", "SE", "GB", "US"}),
}
"""What a caller may know of a name: the order it is written in, and the country (ISO 3166) whose papers it follows."""

_LAST_IS_FAMILY = HINTS["country"] - {"IQ"}
"""Papers whose last name is a family name; Iraqi ones name given, father and grandfather, a family only if any."""
_NISBA_ENDINGS = ("ي", "i", "y", "ى", "ی")
_NO_HINTS: Mapping[str, str] = {}


def parse(
    text: str | None,
    *,
    given: str | None = None,
    father: str | None = None,
    grandfather: str | None = None,
    family: str | None = None,
    kunya: str | None = None,
    mother: str | None = None,
    hints: Mapping[str, str] = _NO_HINTS,
) -> Name:
    """Read a name from free text, from separate fields, or from both (fields then say the roles).

    Several names in one field run over into the empty fields after it. Never raises on any string; an empty or
    "unknown" name gives a :class:`Name` without tokens. ``hints`` as in :data:`HINTS`; ValueError for another one,
    while a country without a rule is no mistake.
    """
    order, country = _read_hints(hints)
    if not (given or father or grandfather or family or kunya or mother):
        return _read(clean(text), order, country)
    return _from_all(
        *(clean(part) for part in (text, given, father, grandfather, family, kunya, mother)), order, country
    )


def _read_hints(hints: Mapping[str, str]) -> tuple[str, str]:
    if not hints:
        return "", ""
    if set(hints) - set(HINTS):
        raise ValueError(f"unknown hints: {sorted(set(hints) - set(HINTS))}")
    order = hints.get("order", "")
    if order and order not in HINTS["order"]:
        raise ValueError(f"unknown order: {order!r}")
    return order, hints.get("country", "")


@lru_cache(maxsize=16384)
def _read(text: str, order: str, country: str) -> Name:
    """A whole name in one text."""
    words = read_words(text)
    return _named(text, _from_order(words, order, country), (words,), words, "", ())


@lru_cache(maxsize=16384)
def _from_all(
    text: str,
    given: str,
    father: str,
    grandfather: str,
    family: str,
    kunya: str,
    mother: str,
    order: str,
    country: str,
) -> Name:
    whole = read_words(text)
    fields = [read_words(part) for part in (given, father, grandfather, family)]
    filled = [words for words in fields if words.tokens]
    if not filled:
        tokens = _from_order(whole, order, country)
    elif len(filled) == 1 and len(filled[0].tokens) > 1:
        fuller = filled[0] if len(whole.tokens) <= len(filled[0].tokens) else whole
        tokens = _from_order(fuller, order, country)
    else:
        tokens = _from_fields(fields, whole)
    shown = text or " ".join(part for part in (given, father, grandfather, family) if part)
    own = read_words(kunya)
    called = next((words for words in (own, whole, *fields) if words.kunya_tokens), None)
    called = called or Words(kunya=kunya, kunya_tokens=own.tokens)
    return _named(shown, tokens, (whole, *fields), called, mother, _mother(mother))


def _named(
    text: str,
    tokens: tuple[Token, ...],
    sources: tuple[Words, ...],
    called: Words,
    mother: str,
    mother_tokens: tuple[Token, ...],
) -> Name:
    by_role = {token.role: token for token in reversed(tokens)}
    texts = {role: by_role[role].text if role in by_role else "" for role in CHAIN}
    last = by_role.get("family")
    return Name(
        text=text,
        kunya=called.kunya,
        kunya_tokens=called.kunya_tokens,
        mother=mother,
        mother_tokens=mother_tokens,
        tokens=tokens,
        nisba=last.text if last and _looks_like_family(last) and last.folded.endswith(_NISBA_ENDINGS) else "",
        tribe=next((words.tribe for words in sources if words.tribe), ""),
        particles=sources[0].particles or tuple(part for words in sources[1:] for part in words.particles),
        titles=sources[0].titles or tuple(part for words in sources[1:] for part in words.titles),
        **texts,
    )


def _from_order(words: Words, order: str = "", country: str = "") -> tuple[Token, ...]:
    """Roles from the order: given, father, grandfather, ..., family; a family name written first goes last."""
    tokens = words.tokens
    if not tokens:
        return ()
    first = _family_first(tokens, words.comma_after) if order != "given_first" else 0
    if order == "family_first" and len(tokens) > 1:
        first = max(first, 1)
    if first:
        tokens = tokens[first:] + tokens[:first]
    family = len(tokens) > 3 or bool(first) or (len(tokens) > 1 and _ends_in_family(tokens[-1], country))
    family = family or (bool(words.kunya_tokens) and tokens[-1].article)
    last = len(tokens) - 1 if family else len(tokens)
    return tuple(
        with_role(token, "family" if at == last else CHAIN[at] if at < 3 else "other")
        for at, token in enumerate(tokens)
    )


def _ends_in_family(last: Token, country: str) -> bool:
    return country in _LAST_IS_FAMILY or _looks_like_family(last)


def _family_first(tokens: tuple[Token, ...], comma_after: int | None) -> int:
    """How many tokens at the start are a family name written first; 0 if the order is the usual one."""
    if len(tokens) < 2:
        return 0
    if comma_after == 1:
        return 1
    first, rest = tokens[0], tokens[1:]
    if first.article and _looks_like_family(first) and not any(token.article for token in rest):
        return 1
    shouted = len(first.text) > 2 and first.text.isupper() and not any(t.text.isupper() and not t.initial for t in rest)
    return int(shouted and not rest[-1].article)


def _looks_like_family(token: Token) -> bool:
    """A nisba: it carries the article, or is long and ends in -i. (علي and سامي are too short to be one.)"""
    if token.folded.startswith(("abd", "عبد")):
        return False
    return token.article or (len(token.folded) >= 6 and token.folded.endswith(("ي", "i")))


def _from_fields(fields: list[Words], whole: Words) -> tuple[Token, ...]:
    """Roles from the fields; overflow runs into the next empty field, names found only in the text are kept."""
    placed: dict[Role, Token] = {}
    others: list[Token] = []
    for at, words in enumerate(fields):
        for number, token in enumerate(words.tokens):
            slot = at + number
            free = number == 0 or (slot < len(CHAIN) - 1 and not fields[slot].tokens)
            if free and slot < len(CHAIN) and CHAIN[slot] not in placed:
                placed[CHAIN[slot]] = with_role(token, CHAIN[slot])
            else:
                others.append(token)
    known = {fold(token.word) for token in (*placed.values(), *others)}
    others += [token for token in whole.tokens if fold(token.word) not in known]
    return (*(placed[role] for role in CHAIN if role in placed), *(with_role(token, "other") for token in others))


@lru_cache(maxsize=REMEMBERED)
def _mother(text: str) -> tuple[Token, ...]:
    return _from_order(read_words(text))
