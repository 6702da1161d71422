"""Short keys under which a name is found again, equal across scripts and spellings. Floor 0.

The keys are consonant skeletons; an ambiguous writing gives several, so two spellings of one name *share* a key rather
than have the same set. Callers turn them into keyed hashes: they must stay short, deterministic and free of the text.
"""

from collections.abc import Iterable

from portal.names.sounding import skeletons, symbols
from portal.names.structure import CHAIN, Name, Token


def word_keys(word: str) -> frozenset[str]:
    """Skeletons of one word, at most twelve strings of at most 24 letters."""
    return skeletons(symbols(word))


def keys(name: Name) -> dict[str, frozenset[str]]:
    """Keys per field: given, father, grandfather, family, mother, kunya, and ``any`` for all names of the chain."""
    found: dict[str, frozenset[str]] = {
        role: _of(token for token in name.tokens if token.role == role) for role in CHAIN
    }
    found["mother"] = _of(name.mother_tokens)
    found["kunya"] = _of(name.kunya_tokens)
    found["any"] = _of(name.tokens)
    return found


def _of(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(key for token in tokens for key in word_keys(token.word))
