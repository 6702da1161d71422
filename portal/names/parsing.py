"""From what was written to a structured name. Nothing is lost: what fits no role stays as a token. Floor 0."""

from functools import lru_cache

from portal.names.cleaning import clean
from portal.names.folding import fold
from portal.names.structure import CHAIN, Name, Role, Token
from portal.names.words import Words, read_words, with_role

_NISBA_ENDINGS = ("ي", "i", "y", "e")


def parse(
    text: str | None,
    *,
    given: str | None = None,
    father: str | None = None,
    grandfather: str | None = None,
    family: str | None = None,
    kunya: str | None = None,
    mother: str | None = None,
) -> Name:
    """Read a name from free text, from separate fields, or from both (fields then say the roles).

    Several names in one field run over into the empty fields after it. Never raises on any string; an empty or
    "unknown" name gives a :class:`Name` without tokens.
    """
    return _parse(*(clean(part) for part in (text, given, father, grandfather, family, kunya, mother)))


@lru_cache(maxsize=16384)
def _parse(text: str, given: str, father: str, grandfather: str, family: str, kunya: str, mother: str) -> Name:
    whole = read_words(text)
    fields = [read_words(part) for part in (given, father, grandfather, family)]
    filled = [words for words in fields if words.tokens]
    if not filled:
        tokens = _from_order(whole)
    elif len(filled) == 1 and len(filled[0].tokens) > 1:
        tokens = _from_order(filled[0]) if len(whole.tokens) <= len(filled[0].tokens) else _from_order(whole)
    else:
        tokens = _from_fields(fields, whole)
    called = next((words for words in (read_words(kunya), whole, *fields) if words.kunya_tokens), None)
    return Name(
        text=text or " ".join(part for part in (given, father, grandfather, family) if part),
        kunya=called.kunya if called else kunya,
        kunya_tokens=called.kunya_tokens if called else read_words(kunya).tokens,
        mother=mother,
        mother_tokens=_mother(mother),
        tokens=tokens,
        **{role: token.text for role in CHAIN if (token := _holder(tokens, role))},
    )


def _holder(tokens: tuple[Token, ...], role: Role) -> Token | None:
    return next((token for token in tokens if token.role == role), None)


def _from_order(words: Words) -> tuple[Token, ...]:
    """Roles from the order: given, father, grandfather, ..., family; a family name written first goes last."""
    tokens = list(words.tokens)
    family_first = _family_first(tokens, words.comma_after)
    if family_first:
        tokens = tokens[family_first:] + tokens[:family_first]
    last_is_family = len(tokens) > 3 or bool(family_first) or (len(tokens) > 1 and _looks_like_family(tokens[-1]))
    before = tokens[:-1] if last_is_family else tokens
    roles: list[Role] = [CHAIN[at] if at < 3 else "other" for at in range(len(before))]
    if last_is_family:
        roles.append("family")
    return tuple(with_role(token, role) for token, role in zip(tokens, roles, strict=True))


def _family_first(tokens: list[Token], comma_after: int | None) -> int:
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
    if token.folded.startswith("abd") or token.word.startswith("عبد"):
        return False
    return token.article or (len(token.folded) >= 6 and token.folded.endswith(_NISBA_ENDINGS[:2]))


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


@lru_cache(maxsize=16384)
def _mother(text: str) -> tuple[Token, ...]:
    return _from_order(read_words(text))
