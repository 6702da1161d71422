"""What goes wrong when people write: slips of the hand, letters taken for others, keyboards of another language.

Every function says by name what it does, and `Damage` counts it, so that a test can see that each kind occurs.
"""

from __future__ import annotations

import random
from collections import Counter

_ROWS = {
    "arabic": ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ"),
    "latin": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
}
_NEIGHBOURS = {
    letter: "".join(row[at - 1 : at] + row[at + 1 : at + 2])
    for rows in _ROWS.values()
    for row in rows
    for at, letter in enumerate(row)
}
_DOTTED = {
    letter: group.replace(letter, "")
    for group in ("بتثني", "جحخچ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق", "کگ")
    for letter in group
}
_LOOSE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و"})
_PERSIAN = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی"})
_ARABIC_KEYS = str.maketrans(
    {
        "ی": "ي",
        "ک": "ك",
        "ە": "ه",
        "ێ": "ي",
        "ۆ": "و",
        "ڕ": "ر",
        "ڵ": "ل",
        "ڤ": "ف",
        "گ": "ك",
        "چ": "ج",
        "پ": "ب",
        "ژ": "ز",
    }
)
_MARKS = "ًٌَُِّْ"
_LETTERS = {True: "ابتثجحخدرزسشعفقكلمنهوي", False: "abcdefghijklmnoprstuvwyz"}


class Damage:
    """Chance and the count of each kind of damage done."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.count: Counter[str] = Counter()

    def happens(self, kind: str, rate: float) -> bool:
        """True with probability `rate`, and then counted."""
        if self.rng.random() >= rate:
            return False
        self.count[kind] += 1
        return True

    def typo(self, word: str) -> str:
        """One slip: a letter more, less, exchanged, from the next key, or with other dots."""
        rng = self.rng
        arabic = "\u0600" <= word[-1] <= "\u06ff"
        at = rng.randrange(len(word))
        letter = word[at]
        kind = rng.choice(("insert", "delete", "exchange", "neighbour", "dots"))
        if kind == "exchange" and len(word) > 2 and at + 1 < len(word):
            self.count["typo.exchange"] += 1
            return word[:at] + word[at + 1] + letter + word[at + 2 :]
        if kind == "delete" and len(word) > 2:
            self.count["typo.delete"] += 1
            return word[:at] + word[at + 1 :]
        if kind == "dots" and letter in _DOTTED:
            self.count["typo.dots"] += 1
            return word[:at] + rng.choice(_DOTTED[letter]) + word[at + 1 :]
        if kind == "neighbour" and _NEIGHBOURS.get(letter.lower()):
            self.count["typo.neighbour"] += 1
            return word[:at] + rng.choice(_NEIGHBOURS[letter.lower()]) + word[at + 1 :]
        self.count["typo.insert"] += 1
        return word[:at] + rng.choice(_LETTERS[arabic]) + word[at:]

    def keyboard(self, word: str, habit: str, dotless: float, alien: float) -> str:
        """Hamza, tāʾ marbūṭa and alif maqṣūra as hasty writers leave them; code points of a neighbour's keyboard."""
        chance = self.rng.random
        if habit == "ar":
            if chance() < dotless:
                word = self._changed("orthography", word, word.translate(_LOOSE))
            if chance() < alien * 0.6:
                word = self._changed("keyboard.persian", word, word.translate(_PERSIAN))
            if chance() < alien * 0.03:
                word = self._changed("marks", word, word[:1] + self.rng.choice(_MARKS) + word[1:])
            if chance() < alien * 0.03 and len(word) > 3:
                word = self._changed("tatweel", word, word[:2] + "ـ" + word[2:])
        elif habit in ("ckb", "badini"):
            if chance() < alien:
                word = self._changed("keyboard.arabic", word, word.translate(_ARABIC_KEYS))
            elif chance() < alien * 0.3:
                word = self._changed("keyboard.zwnj", word, word.replace("ە", "ه\u200c"))
        return word

    def _changed(self, kind: str, before: str, after: str) -> str:
        self.count[kind] += before != after
        return after
