"""A written word as a row of symbols of one phoneme space, and its consonant skeleton. Floor 0.

Ambiguous writings stay ambiguous: ``ch`` is one symbol that may sound like ش, خ or چ, and only a comparison with
another spelling decides. See :mod:`portal.names.tables.sounds`.
"""

from functools import lru_cache
from itertools import product

from portal.names.cleaning import clean, romanised, script_of
from portal.names.tables.letters import ARABIC, KURDISH_VOWELS, KURMANJI, KURMANJI_ONLY, LATIN, SAME_LETTER
from portal.names.tables.sounds import SHORT_VOWELS, SHORTENED, SKELETON, VOWELS

Symbols = tuple[str, ...]

MAX_SYMBOLS = 24
MAX_SKELETONS = 12

_STRICT = str.maketrans(SAME_LETTER)
_LONGEST = 4
_CARRIERS = frozenset({"^", "ا", "a", "e", "i", "o", "u", "ū", "ou", "oo", "و", "ā", *SHORTENED.values()})
_DIPHTHONGS = frozenset({"ay", "ai", "ei", "ey", "aw", "au", "oi", "oy"})
_VOWEL_LETTERS = frozenset("aeiouâêîûāīūéèïöüw")
_NO_SKELETON = "-"
_OPENING = {"a": "a^", "e": "e^", "i": "i^", "o": "o^", "u": "u^", "ە": "e^"}


@lru_cache(maxsize=65536)
def symbols(word: str) -> Symbols:
    """Read one word (any script, any case) into at most :data:`MAX_SYMBOLS` symbols.

    Doubled letters count once, the article written into the word becomes one cheap symbol, and ``abd`` compounds lose
    their inner article, so that عبدالرحمن, Evdilrehman and Abdurrahman read alike.
    """
    text = written(word)
    arabic = script_of(text) == "Arab"
    units = [symbol for symbol, _start, _end in _units(text, ARABIC if arabic else LATIN)]
    read = _positions(_collapse(units), arabic=arabic)
    if arabic and KURDISH_VOWELS & set(text):
        read = _kurdish_u(read)
    if not arabic and KURMANJI_ONLY & set(text):
        read = [KURMANJI.get(symbol, symbol) for symbol in read]
    return _edges(_contract(tuple(read)))[:MAX_SYMBOLS]


def written(word: str) -> str:
    """The letters of a word as they are read: cleaned, small, one code point for each letter."""
    return romanised(clean(word)).casefold().translate(_STRICT)


def positioned(text: str) -> list[tuple[str, int, int]]:
    """Symbol, start and end of every unit of a :func:`written` word, before places and compounds change the symbols.

    Doubled consonants are one.
    """
    found: list[tuple[str, int, int]] = []
    for symbol, start, end in _units(text, ARABIC if script_of(text) == "Arab" else LATIN):
        if found and found[-1][0] == symbol and symbol not in VOWELS:
            found[-1] = (symbol, found[-1][1], end)
        else:
            found.append((symbol, start, end))
    return found


@lru_cache(maxsize=65536)
def is_vowelless(word: str) -> bool:
    """Whether the spelling leaves short vowels out: Arabic script without any Kurdish vowel letter."""
    return script_of(word) == "Arab" and not KURDISH_VOWELS & set(word) and not word.startswith("ئ")


def skeleton(read: Symbols) -> str:
    """The usual consonant skeleton, for example ``mhmd``; empty for a word of vowels only."""
    return "".join(SKELETON[symbol][0] for symbol in read if symbol in SKELETON).replace("_", "")


@lru_cache(maxsize=65536)
def skeletons(read: Symbols) -> frozenset[str]:
    """All skeletons that the writing allows, at most :data:`MAX_SKELETONS`; ``-`` for a word of vowels only."""
    choices = [SKELETON[symbol].split() for symbol in read if symbol in SKELETON]
    bounded: list[list[str]] = []
    count = 1
    for choice in choices:
        choice = choice if count * len(choice) <= MAX_SKELETONS else choice[:1]
        count *= len(choice)
        bounded.append(choice)
    made = {"".join(parts).replace("_", "") for parts in product(*bounded)} - {""}
    return frozenset(made) or frozenset({_NO_SKELETON} if read else ())


def _units(text: str, table: dict[str, str]) -> list[tuple[str, int, int]]:
    """Greedy reading, longest unit first, with start and end; letters of the other script by their own table."""
    read: list[tuple[str, int, int]] = []
    at = 0
    while at < len(text) and len(read) < 2 * MAX_SYMBOLS:
        for size in range(_LONGEST, 0, -1):
            unit = text[at : at + size]
            symbol = table.get(unit) or (size == 1 and (ARABIC.get(unit) or LATIN.get(unit)))
            glide = symbol in _DIPHTHONGS and text[at + size : at + size + 1] in _VOWEL_LETTERS
            if symbol and not glide:
                read.append((symbol, at, at + len(unit)))
                break
        at += size
    return read


def _collapse(read: list[str]) -> list[str]:
    """A doubled consonant is one, and the vowel before it short: Mohammed, Hassan. Doubled vowels are units already."""
    kept: list[str] = []
    for symbol in read:
        if kept and symbol == kept[-1] and symbol not in VOWELS:
            if len(kept) > 2:
                kept[-2] = SHORTENED.get(kept[-2], kept[-2])
        else:
            kept.append(symbol)
    return kept


def _positions(read: list[str], *, arabic: bool) -> list[str]:
    """Mark letters whose sound depends on where they stand: alif and ئ that open a word, h that closes it."""
    if arabic and read:
        if read[0] in ("ا", "ā"):
            read[0] = "^"
        elif read[0] == "ئ":
            read = read[1:] if len(read) > 1 else read
    if len(read) > 2 and read[-1] in ("h", "ه"):
        read[-1] = "h$" if read[-1] == "h" else "ه$"
    return read


def _edges(read: Symbols) -> Symbols:
    """A vowel that opens a word is heard (Ahmad, Hamad); a final -a or -ah can make a man's name a woman's."""
    if len(read) > 2 and read[-2] in ("a", "e") and read[-1] == "h$":
        read = (*read[:-2], "ah")
    elif len(read) > 2 and read[-1] == "a":
        read = (*read[:-1], "a$")
    read = tuple("oo" if symbol == "ou" and at > 1 else symbol for at, symbol in enumerate(read))
    first = 1 if len(read) > 1 and read[0] == "ʿ" and read[1] != "ە" else 0
    if read and read[first] in _OPENING:
        read = (*read[:first], _OPENING[read[first]], *read[first + 1 :])
    return read


def _kurdish_u(read: list[str]) -> list[str]:
    """In a vowelled spelling a single و between consonants is the short u (حوسێن); the long one is written وو."""
    inner = range(1, len(read) - 1)
    between = {at for at in inner if read[at] == "و" and read[at - 1] not in VOWELS and read[at + 1] not in VOWELS}
    return ["u" if at in between else symbol for at, symbol in enumerate(read)]


def _contract(read: Symbols) -> Symbols:
    """Take the article out of the middle (abd-ul-X, X-ud-din) and mark it where it opens the word."""
    read = _contract_servant(read)
    if len(read) >= 6 and read[-1] == "n" and read[-2] in ("ī", "ee", "i", "ي", "e") and read[-3] == "d":
        head = read[:-3]
        if head[-1] == "l" and head[-2] in _CARRIERS:
            read = (*head[:-2], *read[-3:])
    opens_with_article = len(read) >= 5 and read[0] in ("^", "a", "e", "u", "i") and read[1] == "l"
    if (opens_with_article and read[2] not in VOWELS) or (len(read) >= 5 and read[:2] == ("^", "l") and read[2] == "^"):
        read = ("AL", "^" if read[2] == "ا" else read[2], *read[3:])
    return read


def _contract_servant(read: Symbols) -> Symbols:
    """``abd`` + article + X → ``ʿ b d`` + X, in any script (v for b as in Evdilrehman)."""
    at = 0
    while at < min(3, len(read)) and (read[at] == "ʿ" or read[at] in ("^", "a", "e", "ە")):
        at += 1
    opens = at and read[at : at + 1] in (("b",), ("v",)) and read[at + 1 : at + 2] == ("d",)
    if not opens or len(read) < at + 5:
        return read
    rest = read[at + 2 :]
    if rest[0] in _CARRIERS and rest[1] == "l" and len(rest) > 3 and rest[2] not in SHORT_VOWELS:
        rest = rest[2:]
    elif rest[0] in SHORT_VOWELS and len(rest) > 3 and rest[1] not in VOWELS:
        rest = rest[1:]  # assimilated: Abdurrahman, Abdessalam
    elif rest[0] in _CARRIERS:
        rest = ("^", *rest[1:])  # Abdullah: the vowel is only the article's
    return (*read[:at], "b", "d", *rest)
