"""Pairs of spellings: read from a file, told Arabic from borrowed, split so that no word leaks. Floor 0."""

import hashlib
import random
import re
from collections.abc import Sequence
from pathlib import Path

Pair = tuple[str, str]
"""Latin spelling, Arabic spelling."""

_ARABIC_LETTERS = re.compile("[عحصضظ]")
_ARABIC_FORMS = re.compile("[عحصضظ]|^ال|^عبد|ة$")


def read_pairs(path: Path) -> tuple[list[Pair], str]:
    """The pairs of a UTF-8 file of two columns (Latin, tab, Arabic; lines with # are remarks) and its sha256.

    Raises ValueError with the line number for a line that has not two columns, and for a file without pairs.
    """
    raw = path.read_bytes()
    pairs = []
    for number, line in enumerate(raw.decode("utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.rstrip("\r").split("\t")
        if len(columns) != 2 or not all(columns):
            raise ValueError(f"{path.name}, line {number}: expected two columns, Latin and Arabic")
        pairs.append((columns[0], columns[1]))
    if not pairs:
        raise ValueError(f"{path.name}: no pairs")
    return sorted(set(pairs)), hashlib.sha256(raw).hexdigest()


def is_arabic_name(pair: Pair) -> bool:
    """A letter that only words of Arabic origin carry (ع ح ص ض ظ): the rule by which native names are measured."""
    return _ARABIC_LETTERS.search(pair[1]) is not None


def is_arabic_form(pair: Pair) -> bool:
    """Such a letter, the article, ʿabd or a final ة: pairs that count more in training, since our names are such."""
    return _ARABIC_FORMS.search(pair[1]) is not None


def split(pairs: Sequence[Pair], parts: int, seed: int) -> list[list[Pair]]:
    """Parts of about equal size; pairs that share a spelling on either side stay together. Deterministic."""
    leader: dict[str, str] = {}
    for latin, arabic in pairs:
        leader[_find(leader, "L" + latin)] = _find(leader, "A" + arabic)
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(_find(leader, "L" + pair[0]), []).append(pair)
    together = sorted(groups.values())
    random.Random(seed).shuffle(together)  # noqa: S311 - a reproducible split, no secret
    split_parts: list[list[Pair]] = [[] for _ in range(parts)]
    for group in together:
        min(split_parts, key=len).extend(group)
    return split_parts


def _find(leader: dict[str, str], word: str) -> str:
    while (above := leader.setdefault(word, word)) != word:
        word = above
    return word
