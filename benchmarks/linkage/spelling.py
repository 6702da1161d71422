"""From the reading of a name to its spellings in nine writing habits; nothing here knows the linkage engine.

A habit is a script together with the way its writers spell: ``ar`` Arabic, ``ckb`` Sorani, ``badini`` Kurmanji in
Arabic script, ``ku`` Kurmanji in Hawar letters, ``ku_plain`` the same without diacritics, and the Latin of
``en fr de tr`` papers. The rules are in `tables.rules`; where one offers several letters, each document draws.
"""

from __future__ import annotations

import random
import re
from functools import cache

from benchmarks.linkage.tables.irregular import ARABIC, CLIPPED, IRREGULAR
from benchmarks.linkage.tables.rules import ARABIC_LETTERS, FROM_ARABIC, FROM_KURDISH

HABITS = ("ar", "ckb", "badini", "ku", "ku_plain", "en", "fr", "de", "tr")
ARABIC_SCRIPT = frozenset({"ar", "ckb", "badini"})
VARIANTS = 14
"""Spellings drawn per name and habit; frequent ones come up several times, so that drawing one keeps their share."""

_PLAIN = str.maketrans("êîûçşÊÎÛÇŞıİ", "eiucsEIUCSiI")
_VOWELS = frozenset("aiuAIUYeoêîû")

_SYMBOLS = re.compile(r"iyy|ay(?![aiuAIUy])|aw(?![aiuAIUw])|.")


@cache
def _choices(rule: str) -> tuple[str, ...]:
    return tuple("" if option == "-" else option for option in rule.split())


def spell(reading: str, habit: str, rng: random.Random, *, kurdish: bool = False) -> str:
    """One spelling of one name (given name or bare family name, no article) in the habit; Latin with a capital."""
    if reading in CLIPPED:
        options = CLIPPED[reading]["ku" if habit == "ku_plain" else habit]
        return _finish(rng.choice(options.split("|")), habit, rng)
    if "+" in reading:
        first, second = reading.split("+")
        return _compound(first, second, habit, rng)
    return _finish(_word(reading, habit, rng, kurdish), habit, rng)


def _word(reading: str, habit: str, rng: random.Random, kurdish: bool) -> str:
    base = "ku" if habit == "ku_plain" else habit
    if kurdish:
        return _by_rule(_kurdish_symbols(reading), FROM_KURDISH[base], base, rng)
    if base == "ar":
        return rng.choice(ARABIC[reading].split()) if reading in ARABIC else _arabic(reading)
    if base == "badini" and rng.random() < 0.45:
        return _word(reading, "ar", rng, False)
    irregular = IRREGULAR.get(reading, {}).get(base if base != "badini" else "ckb")
    if irregular and rng.random() < 0.8:
        return rng.choice(irregular.split())
    return _by_rule(_arabic_symbols(reading), FROM_ARABIC[base], base, rng)


def _arabic_symbols(reading: str) -> list[str]:
    symbols = _SYMBOLS.findall(reading)
    if symbols[-1] == "a":
        symbols[-1] = "a#"
    return symbols


def _kurdish_symbols(reading: str) -> list[str]:
    symbols = list(reading)
    if symbols[-1] == "e":
        symbols[-1] = "e#"
    return symbols


def _by_rule(symbols: list[str], table: dict[str, str], habit: str, rng: random.Random) -> str:
    written: list[str] = []
    doubles = 0.75 if habit in ("en", "fr", "de") else 0.12
    for at, symbol in enumerate(symbols):
        if at and symbol == symbols[at - 1] and symbol not in _VOWELS:
            if len(written[-1]) == 1 and habit not in ARABIC_SCRIPT and rng.random() < doubles:
                written.append(written[-1])
            continue
        rule = (table.get(symbol + "^") if at == 0 else None) or table.get(symbol) or table[symbol.rstrip("#")]
        options = _choices(rule)
        written.append(options[0] if len(options) == 1 else rng.choice(options))
    word = "".join(written)
    if habit in ("ckb", "badini") and symbols[0] not in "3'" and (symbols[0][0] in _VOWELS):
        word = "ئ" + word
    if habit == "ar":
        word = _arabic_start(word, symbols, rng)
    if habit == "fr":
        word = re.sub(r"(?<=[aeiou])s(?=[aeiou])", "ss", word)
        if word[-1] in "nm" and rng.random() < 0.2:
            word += "e"
    return word


def _arabic_start(word: str, symbols: list[str], rng: random.Random) -> str:
    first = symbols[0]
    if first in "aA":
        return ("آ" if rng.random() < 0.3 else "ا") + word[1:]
    if first in "eêiîouû":
        return ("إ" if first in "êiî" else "أ") + word.removeprefix("ا")
    return word


@cache
def _arabic(reading: str) -> str:
    """Arabic spelling of an Arabic reading: long vowels written, short ones and doubling not, hamza on its seat."""
    written: list[str] = []
    for at, sign in enumerate(reading):
        before = reading[at - 1] if at else ""
        after = reading[at + 1] if at + 1 < len(reading) else ""
        if sign in "aiu":
            if not at:
                written.append("إ" if sign == "i" else "أ")
            elif not after and sign == "a":
                written.append("ة")
        elif sign == "A" and not at:
            written.append("آ")
        elif sign == "Y":
            written.append("ى")
        elif sign == "'":
            written.append(_hamza(before, after))
        elif sign != before:
            written.append(ARABIC_LETTERS[sign])
    return "".join(written)


def _hamza(before: str, after: str) -> str:
    if not after:
        return "ء"
    if after in "iI" or before in "iI":
        return "ئ"
    if after in "uU" or before in "uU":
        return "ؤ"
    return "ء" if before == "A" else "أ"


_SERVANT = {
    "ckb": "عەبدول عەبدول عەبد",
    "badini": "عبدال عەبدول ئەڤدل",
    "ku": "Ebdul Evdil Ebdil",
    "tr": "Abdul Abdül Abdul",
    "en": "Abdul Abdul Abdel Abd_al- Abdul_ Abd_Al Abdal",
    "fr": "Abdel Abdel_ Abdoul Abd_el-",
    "de": "Abdul Abdul_ Abd_al- Abdel",
}
_FAITH = {
    "ckb": "ەددین ەدین",
    "badini": "ەدین الدین",
    "ku": "edîn eddîn",
    "tr": "ettin eddin",
    "en": "eddin _al-Din uddin _Eldin addin _Al_Din",
    "fr": "eddine _Eddine _el-Dine",
    "de": "eddin _al-Din uddin",
}


def _compound(first: str, second: str, habit: str, rng: random.Random) -> str:
    base = "ku" if habit == "ku_plain" else habit
    if second == "dIn":
        return _finish(_faith(first, base, rng), habit, rng)
    if first == "bU":
        first = {"ar": "البو", "ckb": "ئەلبو", "badini": "البو"}.get(base, rng.choice(("Albu ", "Al-Bu ", "Bu ")))
        return _finish(first + (" " if base in ARABIC_SCRIPT else "") + _word(second, habit, rng, False), habit, rng)
    if base == "ar" or (base == "badini" and rng.random() < 0.4):
        return "عبد" + rng.choice((" ", "")) + "ال" + _word(second, "ar", rng, False)
    servant = rng.choice(_SERVANT[base].split()).replace("_", " ")
    rest = _word(second, habit, rng, False)
    if base in ARABIC_SCRIPT and rest.startswith("ر"):
        rest = "ڕ" + rest[1:] if base == "ckb" and rng.random() < 0.7 else rest
    rest = rest.capitalize() if servant[-1] in " -" else rest[0].lower() + rest[1:]
    return _finish(servant + rest, habit, rng)


def _faith(first: str, base: str, rng: random.Random) -> str:
    word = _word(first, base, rng, False)
    if base == "ar":
        return word + (" " if rng.random() < 0.85 else "") + "الدين"
    return word + rng.choice(_FAITH[base].split()).replace("_", " ")


def _finish(word: str, habit: str, rng: random.Random) -> str:
    if habit in ARABIC_SCRIPT:
        return word
    if habit == "ku_plain":
        word = word.translate(_PLAIN)
    at = 1 if word.startswith("'") else 0
    return word[:at] + word[at : at + 1].upper() + word[at + 1 :]


# --- family names with the article ---------------------------------------------------------------------------------
_ARTICLES = {
    "en": "al-| Al |Al |al-|Al-|Al|el-|El |",
    "fr": "al-|el-|Al |El |",
    "de": "al-|el-|al-|Al |",
    "tr": "El |el-|||El",
    "ku": "|||El |",
}
_SUN = "td08rzs$SDTZln"


def with_article(reading: str, habit: str, rng: random.Random, *, kurdish: bool = False) -> str:
    """A family name with the article as the habit joins, keeps or drops it; Kurdish names rarely take one."""
    bare = spell(reading, habit, rng, kurdish=kurdish)
    if "+" in reading or (kurdish and not (habit == "ar" and rng.random() < 0.2)):
        return bare
    base = "ku" if habit == "ku_plain" else habit
    if base == "ar" or (base == "badini" and rng.random() < 0.5):
        return bare if rng.random() < 0.12 else "ال" + bare
    if base in ("ckb", "badini"):
        return bare if rng.random() < 0.85 else "ئەل" + bare
    article = rng.choice(_ARTICLES[base].split("|")).lstrip()
    if article and reading[0] in _SUN and rng.random() < 0.05:
        sound = bare[:2].lower() if bare[:2].lower() in ("sh", "ch", "th", "dh") else bare[0].lower()
        return f"a{sound}-{bare}"
    return article + (bare if article[-1:] in " -" or not article or rng.random() < 0.1 else bare.lower())


@cache
def variants(reading: str, habit: str, kurdish: bool, family: bool) -> tuple[str, ...]:
    """`VARIANTS` spellings, always the same for the same name: a document draws one of them."""
    rng = random.Random(f"{reading}|{habit}|{kurdish}|{family}")
    make = with_article if family else spell
    return tuple(make(reading, habit, rng, kurdish=kurdish) for _ in range(VARIANTS))
