"""A person's name across Arabic, Sorani, Kurmanji and Latin spellings. Floor 0: pure Python, no Django.

``parse`` reads a name, ``fold`` and ``keys`` make it findable, ``compare`` says how alike two are and why,
``transliterate`` writes a readable line in the other script. A machine proposes; people judge.
"""

from portal.names.comparing import Aligned, Comparison, WordLikeness, compare
from portal.names.costs import CLOSE, SAME, Costs, Words, read_costs
from portal.names.folding import fold
from portal.names.indexing import keys, word_keys
from portal.names.letters import Difference, differences
from portal.names.lexicon import Lexicon
from portal.names.parsing import parse
from portal.names.ranking import rank
from portal.names.structure import CHAIN, Name, Role, Token
from portal.names.transliteration import transliterate

__all__ = [
    "CHAIN",
    "CLOSE",
    "COSTS",
    "SAME",
    "Aligned",
    "Comparison",
    "Costs",
    "Difference",
    "Lexicon",
    "Name",
    "Role",
    "Token",
    "WordLikeness",
    "Words",
    "compare",
    "differences",
    "fold",
    "keys",
    "parse",
    "rank",
    "transliterate",
    "word_keys",
]


def __getattr__(name: str) -> Costs:
    """``COSTS``, the learned table, read when it is first asked for: training must run before there is one."""
    if name == "COSTS":
        return read_costs()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
