"""The first guides in the order of the list. Written by a migration once; afterwards the pages are the text.

No native reader has reviewed them yet (docs/translation.md).
"""

from . import held_in_iraq, money, protection, registering
from .words import Guide

GUIDES: tuple[Guide, ...] = (protection.GUIDE, registering.GUIDE, held_in_iraq.GUIDE, money.GUIDE)

# The page above them. Its title stands in the editor and in the menu of guides.
INDEX_TITLES = {"en": "Guides", "ar": "إرشادات", "ckb": "ڕێنماییەکان", "ku": "Rênîşan"}
