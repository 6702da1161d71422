"""A person's name across Arabic, Sorani, Kurmanji and Latin spellings. Floor 0: pure Python, no Django.

``parse`` reads a name, ``fold`` and ``keys`` make it findable, ``compare`` says how alike two are and why,
``transliterate`` writes a readable line in the other script. A machine proposes; people judge.
"""

from portal.names.comparing import CLOSE, SAME, Aligned, Comparison, WordLikeness, compare
from portal.names.folding import fold
from portal.names.indexing import keys, word_keys
from portal.names.parsing import parse
from portal.names.ranking import rank
from portal.names.structure import CHAIN, Name, Role, Token
from portal.names.transliteration import transliterate

__all__ = [
    "CHAIN",
    "CLOSE",
    "SAME",
    "Aligned",
    "Comparison",
    "Name",
    "Role",
    "Token",
    "WordLikeness",
    "compare",
    "fold",
    "keys",
    "parse",
    "rank",
    "transliterate",
    "word_keys",
]
