"""A readable line in the other script, to stand *beside* the original, never instead of it. Floor 0.

Frequent names get their usual spelling; others are written sound by sound. Arabic hides short vowels, so a Latin line
made from a rare Arabic name shows consonants with ``a`` where a vowel must stand: a help for the eye, no evidence.
"""

from functools import lru_cache
from typing import Literal

from portal.names.cleaning import clean, script_of
from portal.names.comparing import SAME
from portal.names.distance import similarities
from portal.names.sounding import is_vowelless, symbols
from portal.names.structure import Token
from portal.names.tables.sounds import VOWELS
from portal.names.tables.usual import USUAL
from portal.names.words import read_words

_SURE = 0.95

_TO_LATIN = {
    "ا": "a", "^": "a", "ā": "a", "ʿ": "", "ئ": "i", "ؤ": "u", "ث": "th", "ج": "j", "چ": "ch", "ç": "ch", "ḥ": "h",
    "ذ": "dh", "ž": "zh", "š": "sh", "ض": "d", "ظ": "z", "ق": "q", "ك": "k", "گ": "g", "ه": "h", "ه$": "h", "ة": "a",
    "ە": "e", "و": "u", "ي": "i", "ى": "a", "ê": "e", "ī": "i", "ū": "u", "AL": "al-", "e^": "e",
}  # fmt: skip
_TO_ARABIC = {
    "b": "ب", "p": "پ", "t": "ت", "th": "ث", "j": "ج", "dj": "ج", "ç": "چ", "c": "ك", "ch": "ش", "ḥ": "ح", "kh": "خ",
    "x": "خ", "d": "د", "dh": "ذ", "r": "ر", "z": "ز", "ž": "ژ", "s": "س", "š": "ش", "gh": "غ", "ğ": "غ", "f": "ف",
    "v": "ڤ", "q": "ق", "k": "ك", "ks": "كس", "g": "گ", "l": "ل", "m": "م", "n": "ن", "h": "ه", "h$": "ه", "w": "و",
    "y": "ي", "ʿ": "ع", "AL": "ال", "ā": "ا", "ī": "ي", "ū": "و", "ê": "ي", "ie": "ي", "ay": "ي", "aw": "و",
    "a": "ا", "o": "و", "u": "و", "i": "ي", "e": "", "ah": "ة", "a$": "ا", "a^": "أ", "e^": "إ", "i^": "إ", "o^": "أو",
    "u^": "أو",
}  # fmt: skip


def transliterate(text: str, to: Literal["Latn", "Arab"] = "Latn") -> str:
    """Write ``text`` in Latin or Arabic letters; parts already in that script stay. Empty if nothing is readable."""
    if to not in ("Latn", "Arab"):
        raise ValueError(f"unknown script: {to!r}")
    words = read_words(text)
    written = [_written(token, to) for token in words.tokens]
    if words.kunya_tokens:
        prefix = clean(words.kunya).split(" ")[0]
        label = prefix if script_of(prefix) == to else {"Latn": "Abu", "Arab": "أبو"}[to]
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
    bare = is_vowelless(word)
    written = ""
    for at, symbol in enumerate(read):
        glide = symbol in ("و", "ي") and (at == 0 or (at + 1 < len(read) and read[at + 1] in VOWELS))
        written += {"و": "w", "ي": "y"}[symbol] if glide else _TO_LATIN.get(symbol, symbol)
        following = read[at + 1] if at + 1 < len(read) else None
        if bare and symbol not in VOWELS and symbol not in ("AL", "ʿ") and following and following not in VOWELS:
            written += "a" if len(read) <= 3 or at % 2 == 0 else ""
    return "-".join(part[:1].upper() + part[1:] if part != "al" else part for part in written.split("-"))


def _arabic(word: str) -> str:
    return "".join(_TO_ARABIC.get(symbol, "") for symbol in symbols(word))
