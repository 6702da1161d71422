"""Probabilistic record linkage over records of persons. Floor 1: pure Python, no Django; stands on portal.names.

A :class:`ServingIndex` holds one side and answers for one record of the other; ``link`` takes two lists. The machine
proposes pairs with weight, probability and the level of each field; people judge.
"""

from portal.linkage.model import Model, ModelError, Reason
from portal.linkage.places import Place, known_place, locate
from portal.linkage.records import DateRange, Record
from portal.linkage.serving import Pair, ServingIndex, World, link

__all__ = [
    "DateRange",
    "Model",
    "ModelError",
    "Pair",
    "Place",
    "Reason",
    "Record",
    "ServingIndex",
    "World",
    "known_place",
    "link",
    "locate",
]
