"""A readable line in the other script, to stand *beside* the original, never instead of it. Floor 0.

Frequent names get their usual spelling; others are written sound by sound. Arabic hides short vowels, so a Latin line
made from a rare Arabic name shows consonants with ``a`` where a vowel must stand: a help for the eye, no evidence.
"""

from functools import lru_cache
from typing import Literal

from portal.names.cleaning import clean, script_of
from portal.names.costs import SAME
from portal.names.distance import similarities
from portal.names.sounding import is_vowelless, symbols
from portal.names.structure import Token
from portal.names.tables.sounds import VOWELS
from portal.names.tables.usual import USUAL
from portal.names.tables.writing import TO_ARABIC, TO_LATIN
from portal.names.words import is_mother_of, read_words

_SURE = 0.9


_PARENT = {False: {"Latn": "Abu", "Arab": "أبو"}, True: {"Latn": "Umm", "Arab": "أم"}}


def transliterate(text: str, to: Literal["Latn", "Arab"] = "Latn") -> str:
    """Write ``text`` in Latin or Arabic letters; parts already in that script stay. Empty if nothing is readable."""
    if to not in ("Latn", "Arab"):
        raise ValueError(f"unknown script: {to!r}")
    words = read_words(text)
    written = [_written(token, to) for token in words.tokens]
    if words.kunya_tokens:
        prefix = clean(words.kunya).split(" ")[0]
        label = prefix if script_of(prefix) == to else _PARENT[is_mother_of(prefix)][to]
        written.append(" ".join([label, *(_written(token, to) for token in words.kunya_tokens)]))
    return " ".join(part for part in written if part)


def _written(token: Token, to: str) -> str:
    if token.script == to:
        return token.text
    usual = _usual(token.word, to)
    written = usual or (_latin(token.word) if to == "Latn" else _arabic(token.word))
    separate = token.word != token.text.replace(" ", "")
    missing = token.article and (usual or separate) and not written.startswith(("al-", "ال"))
    return ({"Latn": "al-", "Arab": "ال"}[to] if missing else "") + written


@lru_cache(maxsize=1)
def _pairs() -> tuple[tuple[str, str], ...]:
    fields = USUAL.split()
    return tuple(zip(fields[::2], fields[1::2], strict=True))


@lru_cache(maxsize=8192)
def _usual(word: str, to: str) -> str:
    """The usual spelling of a frequent name that sounds almost the same, or an empty text."""
    source, target = (0, 1) if to == "Latn" else (1, 0)
    alike = similarities([(word, pair[source]) for pair in _pairs()])
    best = int(alike.argmax())
    needed = _SURE if script_of(word) in ("Arab", "Latn") else SAME
    return _pairs()[best][target] if alike[best] >= needed else ""


def _latin(word: str) -> str:
    read = symbols(word)
    bare, open_consonant, written = is_vowelless(word), False, ""
    for at, symbol in enumerate(read):
        following = read[at + 1] if at + 1 < len(read) else None
        glide = symbol in ("و", "ي") and (at == 0 or following in VOWELS)
        written += {"و": "w", "ي": "y"}[symbol] if glide else TO_LATIN.get(symbol, symbol)
        consonant = glide or (symbol not in VOWELS and symbol not in ("AL", "ʿ", "ʾ"))
        # Of two consonants in a row the first gets a vowel, so that no three stand together.
        if bare and consonant and not open_consonant and following and following not in VOWELS:
            written += "a"
            open_consonant = len(read) > 3
        else:
            open_consonant = False
    return "-".join(part[:1].upper() + part[1:] if part != "al" else part for part in written.split("-"))


def _arabic(word: str) -> str:
    return "".join(TO_ARABIC.get(symbol, "") for symbol in symbols(word))
